/** What a contact was told of the keeping of their data, and in which version: told once, and again when it has changed. */
import type { Contact, Records } from '../store/index.ts';
import { CONSENT_VERSION } from '../words/index.ts';

export const consentKeyOf = ({ channel, senderId }: Contact): string => JSON.stringify([channel, senderId]);

/** `told`: the version that was told, if any. */
export const isConsentDue = (told: string | null): boolean => told !== CONSENT_VERSION;

export const consentTold = (records: Records, { channel, senderId }: Contact, now: number): Promise<void> =>
  records.notes.put({
    purpose: 'consent',
    key: consentKeyOf({ channel, senderId }),
    channel,
    senderId,
    value: CONSENT_VERSION,
    at: now,
    expiresAt: null,
  });
