/**
 * `demo-reminders`: the reminders of the next apply-by date in the knowledge, as a contact would get them, with days that pass in seconds.
 * The real planner, ledger and scheduler on a store in memory; only the clock is simulated and the channel is this terminal.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, shanghaiDay, shanghaiTime } from '../src/clock.ts';
import { addDays, type Day } from '../src/day.ts';
import type { Policy } from '../src/policy/policy.ts';
import { readKnowledge } from '../src/read-knowledge.ts';
import {
  carryOutReminder,
  createScheduler,
  DEFAULT_CHOICE,
  dayNote,
  reminderSubject,
  reminderText,
  sayDay,
  sayDayWithYear,
} from '../src/reminders/index.ts';
import { loadSettings } from '../src/settings.ts';
import { openStore } from '../src/store/index.ts';
import { UserError } from '../src/user-error.ts';
import type { Command } from './command.ts';
import { readDay, readOptions } from './options.ts';

const STEP_MS = 3 * 60_000;
const DAYS_SHOWN = 9;
const REAL_SECONDS_A_DAY = 2;

export const command: Command = {
  summary: '演示提醒：让最近一个申报截止日前的几天在几秒里过完（--fast 不等待）',
  async run(argv) {
    const { values } = readOptions(argv, { today: { type: 'string' }, fast: { type: 'boolean' } });
    const settings = loadSettings();
    const knowledge = readKnowledge(settings.HUIQI_KNOWLEDGE_DIR);
    const today = readDay(values.today) ?? settings.HUIQI_TODAY ?? shanghaiDay(Date.now());
    const { policy, deadline } = nextDeadline(knowledge.policies, today);
    const about = policy.number;
    const print = (text: string) => process.stdout.write(`${text}\n`);

    let now = Date.parse(`${addDays(deadline, -DAYS_SHOWN + 1)}T20:00:00+08:00`);
    const clock: Clock = { now: () => now };
    const store = await openStore({ memory: true });
    const who = { channel: 'terminal', conversationId: 'demo', senderId: 'demo', isGroup: false };
    const scheduler = createScheduler({
      store,
      clock,
      channels: [
        { name: 'terminal', capabilities: { textLimit: null, buttons: false, push: 'always', pace: null } },
      ],
      textOf: (row, at) => reminderText(row, reminderSubject(knowledge, row.about), at),
      send: async (_target, { text }) => {
        print(`\n　${shanghaiTime(now).slice(11)} 收到：\n${text.replace(/^/gmu, '　　')}\n`);
        return { kind: 'sent' };
      },
    });

    await store.transaction((records) =>
      carryOutReminder(
        { kind: 'reminder-set', about, deadline, choice: DEFAULT_CHOICE },
        { records, who, now },
      ),
    );
    print(
      `演示：《${policy.title}》（${about}）申报截至${sayDayWithYear(deadline)}。${dayNote(deadline) ?? ''}`,
    );
    print(`现在假装是${sayDay(shanghaiDay(now))}晚上八点，联系人说了“提醒我”，于是记下：`);
    const planned = await store.transaction(({ reminders }) => reminders.reminders(who));
    for (const { dueAt } of planned)
      print(`　${sayDay(shanghaiDay(dueAt))} ${shanghaiTime(dueAt).slice(11)}`);

    const pause = values.fast ? 0 : (REAL_SECONDS_A_DAY * 1000 * STEP_MS) / 86_400_000;
    while (shanghaiDay(now) <= deadline) {
      const yesterday = shanghaiDay(now);
      now += STEP_MS;
      if (shanghaiDay(now) !== yesterday) print(`—— ${sayDay(shanghaiDay(now))} ——`);
      await scheduler.tick();
      if (pause > 0) await sleep(pause);
    }
    const counts = await store.transaction(({ reminders }) => reminders.counts());
    print(`\n截止日过了，不再提醒。台账：计划 ${planned.length} 次，送出 ${counts.sent ?? 0} 次。`);
    await scheduler.stop();
    await store.close();
    return 0;
  },
};

/** The nearest one ahead; when all have passed, the latest of them, as if it were still ahead. */
function nextDeadline(policies: Policy[], today: Day): { policy: Policy; deadline: Day } {
  const dated = policies
    .flatMap((policy) => (policy.applyBy ? [{ policy, deadline: policy.applyBy.day }] : []))
    .sort((a, b) => (a.deadline < b.deadline ? -1 : 1));
  const next = dated.find(({ deadline }) => deadline >= today) ?? dated.at(-1);
  if (!next) throw new UserError('知识里没有一份写明申报截止日期的文件，没有可演示的提醒。');
  return next;
}
