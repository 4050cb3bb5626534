/** A message seen by wechaty as the neutral message, or null when it is nothing for the bot. */
import { z } from 'zod';
import type { InboundMessage } from '../channel.ts';
import { readAddress } from './addressing.ts';
import { readQuoted } from './quoted.ts';

type Media = NonNullable<InboundMessage['media']>;

/** What is read of wechaty's message, checked: puppets differ in what they leave out. */
export const seenSchema = z.object({
  id: z.string().min(1).max(256),
  /** Name of wechaty's type: Text, Image … */
  type: z.string(),
  text: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
  talkerId: z.string().min(1).max(256),
  /** A 公众号 that talks to the account. */
  fromOfficialAccount: z.boolean(),
  self: z.boolean(),
  room: z
    .object({
      id: z.string().min(1).max(256),
      mentioned: z.boolean(),
      /** The bot's names there. */
      names: z.array(z.string()),
    })
    .nullable(),
});

export type Seen = z.infer<typeof seenSchema>;

/** Types that a contact sends. Others are the platform's own words: notes, recalls, transfers. */
const MEDIA = new Map<string, Media | null>([
  ['Text', null],
  ['Audio', 'voice'],
  ['Image', 'picture'],
  ['Emoticon', 'picture'],
  ['Video', 'picture'],
  ['Attachment', 'file'],
  ['Location', 'location'],
  ['Contact', 'other'],
  ['ChatHistory', 'other'],
  ['MiniProgram', 'other'],
  ['Url', 'other'],
]);

/** A puppet that comes back hands out what it finds in the account: what is so old was answered, or nobody waits for it. */
const OLDEST_MS = 5 * 60_000;

/** What somebody who has named the bot and said nothing, or has just become a friend, is answered. */
const HELP = '帮助';

export function toInbound(seen: Seen, now: number): InboundMessage | null {
  const quotation = readQuoted(seen.text);
  const media = quotation ? null : MEDIA.get(seen.type);
  if (media === undefined || seen.self || seen.fromOfficialAccount || now - seen.at > OLDEST_MS) return null;
  const { room } = seen;
  const said = quotation?.text ?? seen.text;
  const { toBot, text } = room
    ? readAddress(said, room.mentioned, room.names)
    : { toBot: true, text: said.trim() };
  return {
    channel: 'wechat',
    conversationId: room?.id ?? seen.talkerId,
    senderId: seen.talkerId,
    isGroup: room !== null,
    addressedToBot: toBot,
    // What comes with a medium is a file's name or the platform's XML, not what somebody has said.
    text: media ? '' : text || HELP,
    ...(quotation && { quoted: quotation.quoted }),
    ...(media && { media }),
    eventId: seen.id,
    receivedAt: now,
  };
}

/** The first words to a new friend. */
export const greeting = (contactId: string, friendshipId: string, now: number): InboundMessage => ({
  channel: 'wechat',
  conversationId: contactId,
  senderId: contactId,
  isGroup: false,
  addressedToBot: true,
  text: HELP,
  eventId: `friend:${friendshipId}`,
  receivedAt: now,
});
