/** A callback as the neutral message, or null when it is nothing for the bot (somebody left, a link of the menu was followed). */
import type { InboundMessage } from '../channel.ts';
import type { Callback, OfficialAccountEvent, OfficialAccountMessage } from './payload.ts';

type Media = NonNullable<InboundMessage['media']>;

const MEDIA = new Map<string, Media>([
  ['voice', 'voice'],
  ['image', 'picture'],
  ['video', 'picture'],
  ['shortvideo', 'picture'],
  ['location', 'location'],
  ['file', 'file'],
]);

/** What the platform puts in place of a message of a kind that it does not pass on. */
const UNSUPPORTED = '【收到不支持的消息类型，暂无法显示】';

/** What an event says in the dialogue's words. A menu's key is written by the account's owner: a question, or such a word. */
const EVENTS = new Map<string, (event: OfficialAccountEvent) => string>([
  ['subscribe', () => '帮助'],
  ['CLICK', ({ EventKey }) => EventKey],
]);

export function toInbound(callback: Callback, now: number): InboundMessage | null {
  const content = 'Event' in callback ? fromEvent(callback) : fromMessage(callback);
  if (!content) return null;
  return {
    channel: 'official-account',
    conversationId: callback.FromUserName,
    senderId: callback.FromUserName,
    isGroup: false,
    addressedToBot: true,
    receivedAt: now,
    ...content,
  };
}

type Content = Pick<InboundMessage, 'text' | 'media' | 'eventId'>;

/** Events have no id: the platform says to tell them apart by sender and second. */
function fromEvent(event: OfficialAccountEvent): Content | null {
  const text = EVENTS.get(event.Event)?.(event).trim();
  if (!text) return null;
  return { text, eventId: `e${event.FromUserName}:${event.CreateTime}:${event.Event}` };
}

function fromMessage({ MsgId, MsgType, Content = '', Recognition = '' }: OfficialAccountMessage): Content {
  const eventId = `m${MsgId}`;
  const text = (MsgType === 'text' ? Content : Recognition).trim();
  if (text && text !== UNSUPPORTED) return { text, eventId };
  return { text: '', media: MEDIA.get(MsgType) ?? 'other', eventId };
}
