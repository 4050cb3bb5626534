/**
 * Colleagues who use one enterprise's profile together. Each keeps what they told themselves, and sees what the others told beside it: so
 * whoever leaves or is forgotten takes their own along, and nothing else. Of one fact only what was told last is kept, whoever told it.
 */
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { type InboundMessage, type Statement, subjectOfChat } from '../contract/index.ts';
import type { Contact, Known, Note, Records, StatementKey } from '../store/index.ts';
import { sharingWords as words } from '../words/index.ts';
import { note } from './officers/audit.ts';

const membershipSchema = z.object({
  group: z.string(),
  enterprise: z.string().nullable(),
  isOwner: z.boolean(),
});
type Membership = z.output<typeof membershipSchema>;

export interface Sharing extends Membership {
  /** The others, each with the name that the enterprise has with them. */
  colleagues: (Contact & Pick<Membership, 'enterprise'>)[];
}

const CODE_GOOD_FOR_MS = 24 * 3_600_000;
/** No character that is taken for another when it is read out. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 8;

const keyOf = ({ channel, senderId }: Contact): string => JSON.stringify([channel, senderId]);
const isSame = (one: Contact, other: Contact): boolean => keyOf(one) === keyOf(other);

function membershipIn({ value }: Note): Membership | null {
  return membershipSchema.safeParse(JSON.parse(value)).data ?? null;
}

/** Null: shares with nobody. Whoever began holds it together: without them it has ended. */
export async function sharingOf({ notes }: Records, contact: Contact, now: number): Promise<Sharing | null> {
  const [own] = (await notes.of(contact, 'share', now)).flatMap((one) => membershipIn(one) ?? []);
  if (!own) return null;
  const members = (await notes.all('share', now)).flatMap((one) => {
    const membership = membershipIn(one);
    return membership?.group === own.group
      ? [{ ...membership, channel: one.channel, senderId: one.senderId }]
      : [];
  });
  if (!members.some(({ isOwner }) => isOwner)) return null;
  return { ...own, colleagues: members.filter((one) => !isSame(one, contact)) };
}

/** What colleagues told stands beside the contact's own. */
export async function withColleagues(
  { profiles }: Records,
  known: Known | null,
  sharing: Sharing | null,
): Promise<Known | null> {
  if (!sharing || sharing.enterprise !== (known?.enterprise ?? null)) return known;
  const all = new Map((known?.statements ?? []).map((one) => [statementKey(one), one]));
  for (const { enterprise, ...colleague } of sharing.colleagues)
    for (const told of await profiles.enterprises(colleague))
      if (told.enterprise === enterprise)
        for (const one of told.statements) if (!all.has(statementKey(one))) all.set(statementKey(one), one);
  return { enterprise: sharing.enterprise, statements: [...all.values()] };
}

const statementKey = ({ entity, fact, period }: StatementKey): string =>
  JSON.stringify([entity, fact, period]);

/** What one tells or takes back is no longer kept of the others. */
export async function takeFromColleagues(
  { profiles }: Records,
  sharing: Sharing | null,
  { enterprise, gone }: { enterprise: string | null; gone: readonly Statement[] },
  at: number,
): Promise<void> {
  if (!sharing || sharing.enterprise !== enterprise || gone.length === 0) return;
  for (const { enterprise: name, ...colleague } of sharing.colleagues)
    await profiles.believe(colleague, name, { told: [], withdrawn: gone, isInUse: true }, at);
}

export type SharingEffect =
  | { kind: 'share-asked' }
  | { kind: 'share-joined'; code: string }
  | { kind: 'share-left' }
  | { kind: 'share-ended' };

interface Asked {
  message: InboundMessage;
  enterprise: string | null;
  sharing: Sharing | null;
  /** By the store's own clock. */
  now: number;
}

/** Answers what the contact reads. */
export function carryOutSharing(records: Records, effect: SharingEffect, asked: Asked): Promise<string> {
  switch (effect.kind) {
    case 'share-asked':
      return begin(records, asked);
    case 'share-joined':
      return join(records, effect.code, asked);
    case 'share-left':
    case 'share-ended':
      return asked.sharing?.isOwner === false ? leave(records, asked) : end(records, asked);
  }
}

async function begin(records: Records, { message, enterprise, sharing, now }: Asked): Promise<string> {
  if (sharing && !sharing.isOwner) return words.onlyOwner;
  const { channel, senderId } = message;
  const contact = { channel, senderId };
  const group = sharing?.group ?? newCode();
  await keep(records, contact, { group, enterprise, isOwner: true }, now);
  await records.notes.drop(contact, 'share-code');
  const code = newCode();
  const expiresAt = now + CODE_GOOD_FOR_MS;
  await records.notes.put({ purpose: 'share-code', key: code, ...contact, value: group, at: now, expiresAt });
  await record(records, message, 'share.begin', now);
  return words.begun(`${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`);
}

async function join(records: Records, code: string, { message, now }: Asked): Promise<string> {
  const found = await records.notes.get('share-code', code, now);
  if (!found) return words.noSuchCode;
  if (isSame(found, message)) return words.ownCode;
  const owner = await sharingOf(records, found, now);
  if (!owner) return words.noSuchCode;
  const { channel, senderId } = message;
  const enterprise = owner.enterprise ?? words.enterprise;
  await keep(records, { channel, senderId }, { group: owner.group, enterprise, isOwner: false }, now);
  await records.profiles.switchTo({ channel, senderId }, enterprise, now);
  await record(records, message, 'share.join', now);
  return words.joined(enterprise);
}

async function leave(records: Records, { message, now }: Asked): Promise<string> {
  await records.notes.drop(message, 'share');
  await record(records, message, 'share.leave', now);
  return words.left;
}

async function end(records: Records, { message, sharing, now }: Asked): Promise<string> {
  if (!sharing) return words.notSharing;
  for (const one of [message, ...sharing.colleagues]) await records.notes.drop(one, 'share');
  await records.notes.drop(message, 'share-code');
  await record(records, message, 'share.end', now);
  return words.ended;
}

/** One sharing a contact: a new one takes the place of the one before. */
async function keep({ notes }: Records, contact: Contact, membership: Membership, at: number): Promise<void> {
  const value = JSON.stringify(membership);
  await notes.put({ purpose: 'share', key: keyOf(contact), ...contact, value, at, expiresAt: null });
}

const record = (records: Records, message: InboundMessage, action: string, at: number): Promise<void> =>
  note(records, { name: words.someone }, at, { action, subject: subjectOfChat(message) });

const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
