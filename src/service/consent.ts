/** What a contact was told of the keeping of their data, and in which version: told once, and again when it has changed. */
import type { Contact, Records } from '../store/index.ts';
import { CONSENT_VERSION } from '../words/index.ts';

const keyOf = ({ channel, senderId }: Contact): string => JSON.stringify([channel, senderId]);

export async function isConsentDue(records: Records, contact: Contact, now: number): Promise<boolean> {
  const told = await records.notes.get('consent', keyOf(contact), now);
  return told?.value !== CONSENT_VERSION;
}

export const consentTold = (records: Records, { channel, senderId }: Contact, now: number): Promise<void> =>
  records.notes.put({
    purpose: 'consent',
    key: keyOf({ channel, senderId }),
    channel,
    senderId,
    value: CONSENT_VERSION,
    at: now,
    expiresAt: null,
  });
