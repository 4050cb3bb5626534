/** What the bot has to know of wechaty's message; some of it has to be asked for. */
import type { Message, Room, Wechaty } from 'wechaty';

/** Not yet checked, see seenSchema; undefined when the puppet knows no such message. */
export async function readMessage(bot: Wechaty, messageId: string): Promise<unknown> {
  const message = await bot.Message.find({ id: messageId });
  if (!message) return undefined;
  const talker = message.talker();
  const room = message.room();
  const self = message.self();
  return {
    id: message.id,
    type: bot.Message.Type[message.type()],
    text: message.text(),
    at: message.date().getTime(),
    talkerId: talker.id,
    fromOfficialAccount: talker.type() === bot.Contact.Type.Official,
    self,
    room: room ? { id: room.id, ...(self ? NOBODY : await addressOf(bot, message, room)) } : null,
  };
}

const NOBODY = { mentioned: false, names: [] };

async function addressOf(bot: Wechaty, message: Message, room: Room) {
  const user = bot.currentUser;
  const [mentioned, alias] = await Promise.all([
    // Either may fail at a puppet that does not know the room's members; the name at the beginning still counts.
    message.mentionSelf().catch(() => false),
    room.alias(user).catch(() => undefined),
  ]);
  return { mentioned, names: alias ? [user.name(), alias] : [user.name()] };
}
