/** Addresses that open something of one contact for whoever has them: made at random, kept in the store, gone when they are taken back. */
import { randomBytes } from 'node:crypto';
import type { Contact, Records } from '../store/index.ts';

export type LinkPurpose = 'feed' | 'export' | 'sheet';

const DAY_MS = 24 * 3_600_000;
export const SHEET_DAYS = 7;

/** How long an address is good; a calendar is asked for as long as it is wanted. */
const GOOD_FOR_MS: Record<LinkPurpose, number | null> = {
  feed: null,
  export: DAY_MS,
  sheet: SHEET_DAYS * DAY_MS,
};

/** The contact's address for this purpose; null: none was given out. */
async function linkOf(
  records: Records,
  contact: Contact,
  purpose: LinkPurpose,
  now: number,
): Promise<string | null> {
  return (await records.notes.of(contact, purpose, now)).at(-1)?.key ?? null;
}

/** The contact's address, given out now where there is none. */
export const linkFor = async (
  records: Records,
  contact: Contact,
  purpose: LinkPurpose,
  now: number,
): Promise<string> =>
  (await linkOf(records, contact, purpose, now)) ?? (await newLink(records, contact, purpose, now));

/** A new address; every earlier one of this contact and purpose is dead. */
export async function newLink(
  records: Records,
  { channel, senderId }: Contact,
  purpose: LinkPurpose,
  now: number,
): Promise<string> {
  const key = randomBytes(24).toString('base64url');
  const goodFor = GOOD_FOR_MS[purpose];
  await records.notes.drop({ channel, senderId }, purpose);
  await records.notes.put({
    purpose,
    key,
    channel,
    senderId,
    value: '',
    at: now,
    expiresAt: goodFor === null ? null : now + goodFor,
  });
  return key;
}

/** Whose it is; null: nobody's, or not any more. */
export async function contactOfLink(
  records: Records,
  purpose: LinkPurpose,
  key: string,
  now: number,
): Promise<Contact | null> {
  const note = await records.notes.get(purpose, key, now);
  return note ? { channel: note.channel, senderId: note.senderId } : null;
}
