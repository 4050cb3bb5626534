/** A frame as the neutral message. */
import type { InboundMessage } from '../channel.ts';
import type { EventFrame, MessageFrame } from './payload.ts';

type Media = NonNullable<InboundMessage['media']>;
type Body = MessageFrame['body'];

const MEDIA = new Map<string, Media>([
  ['voice', 'voice'],
  ['image', 'picture'],
  ['mixed', 'picture'],
  ['video', 'picture'],
  ['file', 'file'],
  ['location', 'location'],
]);

/** What somebody who has named the bot and said nothing, or has just opened the chat, is answered. */
const HELP = '帮助';

export function toInbound({ body }: MessageFrame, now: number): InboundMessage {
  const { isGroup, ...place } = placeOf(body);
  const { named, text } = withoutMention(textOf(body), isGroup);
  const media = text || named ? undefined : (MEDIA.get(body.msgtype) ?? 'other');
  return {
    ...place,
    isGroup,
    // A picture or a file of a group is passed on only when it stands with the robot's name.
    addressedToBot: !isGroup || named || media !== undefined,
    text: text || (media ? '' : HELP),
    ...(body.quote?.text && { quoted: body.quote.text.content }),
    ...(media && { media }),
    receivedAt: now,
  };
}

/** Null for an event that asks for no words. */
export function fromEvent({ body }: EventFrame, now: number): InboundMessage | null {
  const place = placeOf(body);
  if (body.event.eventtype !== 'enter_chat' || place.isGroup) return null;
  return { ...place, addressedToBot: true, text: HELP, receivedAt: now };
}

function placeOf({ chattype, chatid, from, msgid }: Pick<Body, 'chattype' | 'chatid' | 'from' | 'msgid'>) {
  const isGroup = chattype === 'group' && chatid !== undefined;
  return {
    channel: 'wecom',
    conversationId: isGroup ? chatid : from.userid,
    senderId: from.userid,
    isGroup,
    eventId: msgid,
  };
}

function textOf({ msgtype, text, voice, mixed }: Body): string {
  if (msgtype === 'text') return text?.content ?? '';
  if (msgtype === 'voice') return voice?.content ?? '';
  return (mixed?.msg_item ?? [])
    .filter((item) => item.msgtype === 'text')
    .map((item) => item.text?.content ?? '')
    .join('\n');
}

/** A name with its @ at the beginning or the end: '@惠企助手 稳岗补贴', '稳岗补贴 @惠企助手'. */
const MENTION_FIRST = /^@\S{1,64}(?:\s+|$)/u;
const MENTION_LAST = /(?:^|\s)@\S{1,64}$/u;

/** In a group the platform leaves the robot's name in the text. */
function withoutMention(said: string, isGroup: boolean): { named: boolean; text: string } {
  const text = said.trim();
  if (!isGroup) return { named: false, text };
  const named = /@\S/u.test(text);
  const clean = MENTION_FIRST.test(text) ? text.replace(MENTION_FIRST, '') : text.replace(MENTION_LAST, '');
  return { named, text: clean.trim() };
}
