/** `demo-reminders`: the reminders of the next apply-by date in the knowledge, in this terminal, with days that pass in seconds. */
import { setTimeout as sleep } from 'node:timers/promises';
import { shanghaiDay } from '../src/contract/index.ts';
import { demonstrateReminders, loadSettings, readKnowledge } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { type Options, readDay, readOptions, TODAY } from './options.ts';

const options = {
  today: TODAY,
  fast: { type: 'boolean', help: '不等待，一下子过完' },
} as const satisfies Options;

export const command: Command = {
  summary: '演示提醒：让最近一个申报截止日前的几天在几秒里过完',
  usage: ['demo-reminders'],
  options,
  async run(argv) {
    const { values } = readOptions(argv, options);
    const settings = loadSettings();
    await demonstrateReminders({
      knowledge: readKnowledge(settings.HUIQI_KNOWLEDGE_DIR),
      today: readDay(values.today) ?? settings.HUIQI_TODAY ?? shanghaiDay(Date.now()),
      print: (text) => process.stdout.write(`${text}\n`),
      pause: async (milliseconds) => {
        if (!values.fast) await sleep(milliseconds);
      },
    });
    return 0;
  },
};
