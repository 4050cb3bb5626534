/** What Telegram sends, as far as the bot reads it. Everything else in an update is ignored. */
import { z } from 'zod';

const user = z.object({ id: z.number().int(), is_bot: z.boolean().optional() });

const chat = z.object({ id: z.number().int(), type: z.string() });

const entity = z.object({
  type: z.string(),
  /** In UTF-16 units, as JavaScript counts. */
  offset: z.number().int().min(0),
  length: z.number().int().min(0),
  user: user.optional(),
});

const present = z.unknown().optional();

const message = z.object({
  message_id: z.number().int(),
  message_thread_id: z.number().int().optional(),
  is_topic_message: z.boolean().optional(),
  from: user.optional(),
  sender_chat: chat.optional(),
  chat,
  /** In the old group: the id of the supergroup that it has become. */
  migrate_to_chat_id: z.number().int().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).optional(),
  caption_entities: z.array(entity).optional(),
  reply_to_message: z
    .object({ from: user.optional(), text: z.string().optional(), caption: z.string().optional() })
    .optional(),
  /** The part of it that was marked. */
  quote: z.object({ text: z.string() }).optional(),
  /** It was passed on from elsewhere. */
  forward_origin: z.object({ type: z.string() }).optional(),
  voice: present,
  audio: present,
  video_note: present,
  photo: present,
  video: present,
  animation: present,
  sticker: present,
  document: present,
  location: present,
  venue: present,
  contact: present,
  poll: present,
  dice: present,
});

const button = z.object({ text: z.string(), callback_data: z.string().optional() });

const callbackQuery = z.object({
  id: z.string(),
  from: user,
  data: z.string().optional(),
  message: z
    .object({
      message_id: z.number().int(),
      message_thread_id: z.number().int().optional(),
      is_topic_message: z.boolean().optional(),
      chat,
      reply_markup: z.object({ inline_keyboard: z.array(z.array(button)) }).optional(),
    })
    .optional(),
});

/** Enough to confirm an update that is of no kind the bot reads. */
export const updateId = z.object({ update_id: z.number().int() });

export const updateSchema = updateId.extend({
  message: message.optional(),
  callback_query: callbackQuery.optional(),
});

export type Update = z.infer<typeof updateSchema>;
export type TelegramMessage = z.infer<typeof message>;
export type CallbackQuery = z.infer<typeof callbackQuery>;

export const botUser = z.object({ id: z.number().int(), username: z.string() });
export type BotUser = z.infer<typeof botUser>;

/** The updates the bot asks for; edits of a message are not answered anew. */
export const ALLOWED_UPDATES = ['message', 'callback_query'];
