/** `serve`: every configured channel, the web page and the scheduler in one process, until SIGTERM. */
import { loadSettings } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { endEvenIfHeld, startBot, statusLines, stopSignal } from './running-bot.ts';

export const command: Command = {
  summary: '启动已配置的全部渠道、网页和提醒',
  async run(argv) {
    readOptions(argv, {});
    const settings = loadSettings();
    const stopped = stopSignal();
    const bot = await startBot({ settings, environment: process.env, stopped });
    process.stdout.write(`${[...statusLines(bot), `网页：${bot.address}`].join('\n')}\n`);
    await stopped;
    await bot.stop();
    endEvenIfHeld();
    return 0;
  },
};
