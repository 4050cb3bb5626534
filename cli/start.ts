/** `start`: the web page on this machine and, in a terminal, the conversation beside it. What a newcomer runs first. */
import { consoleChannel } from '../bots/console/index.ts';
import { loadSettings } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { type Options, readDay, readOptions, TODAY } from './options.ts';

const options = { today: TODAY } as const satisfies Options;

import { startBot, stopSignal } from './running-bot.ts';

export const command: Command = {
  summary: '在本机打开网页，有终端时同时在终端里对话',
  usage: ['start'],
  options,
  async run(argv) {
    const { values } = readOptions(argv, options);
    const loaded = loadSettings();
    // Log lines would run into the conversation.
    const settings = {
      ...loaded,
      HUIQI_TODAY: readDay(values.today) ?? loaded.HUIQI_TODAY,
      LOG_LEVEL: 'error' as const,
    };
    const terminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);
    const greeted = Promise.withResolvers<void>();
    const ends = { input: process.stdin, output: process.stdout, after: greeted.promise };
    const prompt = terminal ? consoleChannel(ends) : null;
    const stopped = stopSignal();
    const bot = await startBot({ settings, environment: process.env, more: prompt ? [prompt] : [], stopped });
    process.stdout.write(`网页：${bot.address}\n`);
    if (prompt) process.stdout.write('直接在这里打字提问也行，Ctrl-D 退出。\n');
    greeted.resolve();
    await (prompt ? Promise.race([stopped, prompt.ended]) : stopped);
    await bot.gateway.idle();
    await bot.stop();
    return 0;
  },
};
