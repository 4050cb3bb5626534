/** One message and its reply, as officers read them later. Kept as long as the settings say. */
import { randomUUID } from 'node:crypto';
import type { InboundMessage, Profile, Reply } from '../../contract/index.ts';
import type { Facts } from '../../facts/index.ts';
import type { Exchange, Records } from '../../store/index.ts';

const LONGEST = 2_000;

/** Answers its id, by which the contact can say what they think of it. Of nobody no name is kept. */
export async function recordExchange(
  { exchanges }: Records,
  message: InboundMessage,
  reply: Pick<Reply, 'text' | 'about' | 'verdict'>,
  { outcome, at, place }: Pick<Exchange, 'outcome' | 'at' | 'place'>,
): Promise<string> {
  const { channel, conversationId, senderId, isGroup, text, choice, anonymous } = message;
  const id = randomUUID();
  const isNobody = anonymous === true;
  await exchanges.add({
    id,
    at,
    channel,
    conversationId: isNobody ? '' : conversationId,
    senderId: isNobody ? '' : senderId,
    isGroup,
    text: (text || choice || '').slice(0, LONGEST),
    reply: reply.text.slice(0, LONGEST),
    by: null,
    about: reply.about,
    place,
    outcome,
    verdict: reply.verdict,
  });
  return id;
}

/** Where the enterprise is, if it has told. */
export function placeIn(profile: Profile, facts: Facts): string | null {
  for (const [name, fact] of facts) {
    const value = fact.role === 'place' ? profile[name] : undefined;
    if (typeof value === 'string') return value;
  }
  return null;
}
