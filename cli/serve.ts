/** `serve`: every configured channel, the web page and the scheduler in one process, until SIGTERM. */
import { loadSettings } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { type Options, readDay, readOptions, TODAY } from './options.ts';

const options = { today: TODAY } as const satisfies Options;

import { endEvenIfHeld, startBot, statusLines, stopSignal } from './running-bot.ts';

export const command: Command = {
  summary: '启动已配置的全部渠道、网页和提醒',
  usage: ['serve'],
  options,
  async run(argv) {
    const { values } = readOptions(argv, options);
    const loaded = loadSettings();
    const settings = { ...loaded, HUIQI_TODAY: readDay(values.today) ?? loaded.HUIQI_TODAY };
    const stopped = stopSignal();
    const bot = await startBot({ settings, environment: process.env, stopped });
    process.stdout.write(`${[...statusLines(bot), `网页：${bot.address}`].join('\n')}\n`);
    await stopped;
    await bot.stop();
    endEvenIfHeld();
    return 0;
  },
};
