/** Whether a group's message is meant for the bot, and its text without the bot's name and the slash of a command. */
import { wordsOfCommand } from './commands.ts';
import type { BotUser, TelegramMessage } from './payload.ts';

export interface Addressed {
  toBot: boolean;
  text: string;
}

/**
 * '@huiqi_bot 稳岗补贴' → to the bot, '稳岗补贴'
 * '/me@huiqi_bot'      → to the bot, '我的资料'
 * '/me@other_bot'      → not to the bot
 */
export function readAddress(message: TelegramMessage, bot: BotUser): Addressed {
  const said = message.text ?? message.caption ?? '';
  const entities = (message.text === undefined ? message.caption_entities : message.entities) ?? [];
  const isPrivate = message.chat.type === 'private';
  const name = `@${bot.username}`.toLowerCase();
  let toBot = isPrivate || message.reply_to_message?.from?.id === bot.id;
  let text = said;
  // From the end, so that cutting one leaves the offsets of the others.
  for (const entity of [...entities].sort((a, b) => b.offset - a.offset)) {
    const part = said.slice(entity.offset, entity.offset + entity.length);
    const cutOut = () => {
      text = `${text.slice(0, entity.offset)} ${text.slice(entity.offset + entity.length)}`;
    };
    if (entity.type === 'text_mention' && entity.user?.id === bot.id) {
      toBot = true;
      cutOut();
    } else if (entity.type === 'mention' && part.toLowerCase() === name) {
      toBot = true;
      cutOut();
    } else if (entity.type === 'bot_command' && entity.offset === 0) {
      const [command = '', to] = part.slice(1).split('@');
      if (to && `@${to}`.toLowerCase() !== name) return { toBot: false, text: said };
      toBot = true;
      text = `${wordsOfCommand(command)}${text.slice(entity.length)}`;
    }
  }
  return { toBot, text: text.replace(/[^\S\n]+/gu, ' ').trim() };
}
