/** Whether a contact wants to be told of new policies: said in a private chat, and kept with the chat to tell it in. */
import { z } from 'zod';
import type { InboundMessage } from '../../contract/index.ts';
import type { Contact, Records } from '../../store/index.ts';

const consentSchema = z.object({ wants: z.boolean(), conversationId: z.string() });
export type PushConsent = z.output<typeof consentSchema>;

const keyOf = ({ channel, senderId }: Contact): string => JSON.stringify([channel, senderId]);

/** What is said in a group is not one person's. */
export async function keepPushConsent(
  { notes }: Records,
  { channel, senderId, conversationId, isGroup }: InboundMessage,
  wants: boolean,
  at: number,
): Promise<void> {
  if (isGroup) return;
  await notes.put({
    purpose: 'push',
    key: keyOf({ channel, senderId }),
    channel,
    senderId,
    value: JSON.stringify({ wants, conversationId } satisfies PushConsent),
    at,
    expiresAt: null,
  });
}

/** By channel and sender, as keyOf writes them. */
export async function pushConsents(
  { notes }: Records,
  now: number,
): Promise<(contact: Contact) => PushConsent | null> {
  const all = new Map(
    (await notes.all('push', now)).flatMap(({ key, value }) => {
      const read = consentSchema.safeParse(JSON.parse(value));
      return read.success ? [[key, read.data] as const] : [];
    }),
  );
  return (contact) => all.get(keyOf(contact)) ?? null;
}
