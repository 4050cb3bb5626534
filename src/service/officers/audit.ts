/** The record of what was changed: written in the transaction that changes it, so that neither is there without the other. */
import type { AuditEntry, Records, Store } from '../../store/index.ts';

/** Who does it: an officer by name, or whoever is at the command line. */
export interface Actor {
  name: string;
}

export interface Deeds {
  action: string;
  /** What it is done to: a document, a ticket, an officer. */
  subject: string;
  before?: string | null;
  after?: string | null;
  comment?: string | null;
}

export const note = (
  { audit }: Records,
  actor: Actor,
  at: number,
  { action, subject, before = null, after = null, comment = null }: Deeds,
): Promise<void> =>
  audit.add({ at, by: actor.name, action, subject, before, after, comment: comment?.trim() || null });

/** Newest first. */
export const auditTrail = (
  store: Store,
  filter: { before?: number; limit: number; subject?: string; by?: string },
): Promise<AuditEntry[]> => store.transaction(({ audit }) => audit.list(filter));
