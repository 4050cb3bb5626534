/** What enterprises have told. */
import type { Statement } from '../../contract/index.ts';
import type { Contact } from './chats.ts';

/** Who told, and where: what was said in a group is used and shown in that group only. */
export interface ProfileOwner extends Contact {
  /** The group's conversation; null or absent: private chats, which share. */
  scope?: string | null;
}

/** Two of the same key are the same statement, told again. */
export type StatementKey = Pick<Statement, 'entity' | 'fact' | 'period'>;

export interface Known {
  /** Null: the first, unnamed one. */
  enterprise: string | null;
  /** In the order in which they were told. */
  statements: Statement[];
}

export interface ProfileRecords {
  /** The enterprise in use with what was told of it, or null. */
  statements(owner: ProfileOwner): Promise<Known | null>;
  /**
   * Withdraws, then tells: what was told of the same entity, fact and period before is replaced. The enterprise becomes the one in use; `isInUse`: it is
   * that already, or the only one.
   */
  believe(
    owner: ProfileOwner,
    enterprise: string | null,
    change: { told: readonly Statement[]; withdrawn?: readonly StatementKey[]; isInUse?: boolean },
    at: number,
  ): Promise<void>;
  /** Takes back all that was told of the enterprise. */
  empty(owner: ProfileOwner, enterprise: string | null, at: number): Promise<void>;
  switchTo(owner: ProfileOwner, enterprise: string, at: number): Promise<void>;
  /** All of the owner's enterprises, the one touched last at the end. */
  enterprises(owner: ProfileOwner): Promise<Known[]>;

  /** The enterprise in use as one value a fact (JSON), for those who do not speak of entities and evidence yet. */
  current(owner: ProfileOwner): Promise<{ enterprise: string | null; facts: string } | null>;
  save(owner: ProfileOwner, enterprise: string | null, facts: string, at: number): Promise<void>;
  list(owner: ProfileOwner): Promise<{ enterprise: string | null; facts: string }[]>;
  /** Those who told something in a private chat, with the enterprise in use: so many behind this one, in a fixed order; null: the first ones. */
  following(after: Contact | null, most: number): Promise<(Contact & Known)[]>;
}
