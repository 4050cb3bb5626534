/** An update as the neutral message, or null when it is nothing for the bot (a service note, another bot, an edit). */
import type { InboundMessage } from '../channel.ts';
import { readAddress } from './addressing.ts';
import { wordsOfCommand } from './commands.ts';
import type { Keyboards } from './keyboard.ts';
import type { BotUser, CallbackQuery, TelegramMessage, Update } from './payload.ts';

type Media = NonNullable<InboundMessage['media']>;

const MEDIA: [keyof TelegramMessage, Media][] = [
  ['voice', 'voice'],
  ['audio', 'voice'],
  ['video_note', 'voice'],
  ['photo', 'picture'],
  ['video', 'picture'],
  ['animation', 'picture'],
  ['sticker', 'picture'],
  ['document', 'file'],
  ['venue', 'location'],
  ['location', 'location'],
  ['contact', 'other'],
  ['poll', 'other'],
  ['dice', 'other'],
];

export function toInbound(
  update: Update,
  bot: BotUser,
  keyboards: Keyboards,
  now: number,
): InboundMessage | null {
  const eventId = `u${update.update_id}`;
  const common = { channel: 'telegram', eventId, receivedAt: now };
  if (update.message) return fromMessage(update.message, bot, common);
  if (update.callback_query) return fromPress(update.callback_query, keyboards, common);
  return null;
}

type Common = Pick<InboundMessage, 'channel' | 'eventId' | 'receivedAt'>;

function fromMessage(message: TelegramMessage, bot: BotUser, common: Common): InboundMessage | null {
  const sender = message.sender_chat ?? (message.from?.is_bot ? undefined : message.from);
  if (!sender || message.chat.type === 'channel') return null;
  const media = MEDIA.find(([field]) => message[field] !== undefined && message[field] !== null)?.[1];
  const { toBot, text } = readAddress(message, bot);
  // A service note (somebody joined, the title changed) has neither.
  if (message.text === undefined && !media) return null;
  const quoted = quotedWith(message, text);
  return {
    ...common,
    conversationId: conversationOf(message),
    senderId: String(sender.id),
    // An admin who hides behind the group's name, or a channel: several people are this one sender.
    ...(message.sender_chat && { anonymous: true }),
    isGroup: message.chat.type !== 'private',
    addressedToBot: toBot,
    // '@huiqi_bot' and nothing else.
    text: message.forward_origin ? '' : text === '' && !media ? wordsOfCommand('help') : text,
    ...(quoted && { quoted }),
    ...(media && { media }),
  };
}

/** The marked part of the message answered, or all of it; of what was passed on, the whole text. */
function quotedWith(message: TelegramMessage, text: string): string | undefined {
  if (message.forward_origin) return text;
  const { quote, reply_to_message: answered } = message;
  return quote?.text ?? answered?.text ?? answered?.caption;
}

function fromPress(query: CallbackQuery, keyboards: Keyboards, common: Common): InboundMessage | null {
  const { message, data } = query;
  if (!message || !data) return null;
  const pressed = keyboards.read(data);
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  const label = buttons.find((button) => button.callback_data === data)?.text ?? '';
  if (pressed.choice === null && !label) return null;
  return {
    ...common,
    conversationId: conversationOf(message),
    senderId: String(query.from.id),
    isGroup: message.chat.type !== 'private',
    addressedToBot: true,
    text: label,
    ...(pressed.choice !== null && { choice: pressed.choice }),
    ...(pressed.onMenu && { pressedOn: String(message.message_id) }),
  };
}

type Place = Pick<TelegramMessage, 'chat' | 'message_thread_id' | 'is_topic_message'>;

/** '-100123' or, in a topic of a forum, '-100123:7'. */
const conversationOf = ({ chat, message_thread_id, is_topic_message }: Place): string =>
  is_topic_message && message_thread_id ? `${chat.id}:${message_thread_id}` : String(chat.id);

/** The way back: whither an answer goes. */
export function placeOf(conversationId: string): { chat_id: string; message_thread_id?: number } {
  const [chat = '', thread] = conversationId.split(':');
  return { chat_id: chat, ...(thread && { message_thread_id: Number(thread) }) };
}
