/**
 * The reminders of one apply-by date as a contact would get them, with days that pass in seconds. The real planner, ledger and scheduler on
 * a store in memory; only the clock is simulated.
 */
import { addDays, type Clock, type Day, shanghaiDay, shanghaiTime, UserError } from '../contract/index.ts';
import type { Knowledge, Policy } from '../policy/index.ts';
import { carryOutReminder, createScheduler, DEFAULT_CHOICE } from '../reminders/index.ts';
import { dayNote, reminderSubject, reminderText, sayDay, sayDayWithYear } from '../words/index.ts';
import { openPassingState } from './state.ts';

const STEP_MS = 3 * 60_000;
const DAYS_SHOWN = 9;
const REAL_SECONDS_A_DAY = 2;

export interface Demonstration {
  knowledge: Knowledge;
  /** The first deadline not before this day is shown; when all have passed, the latest of them. */
  today: Day;
  print(text: string): void;
  /** Waits so many milliseconds of real time. */
  pause(milliseconds: number): Promise<void>;
}

/** Throws UserError where no document states the last day of its applications. */
export async function demonstrateReminders({ knowledge, today, print, pause }: Demonstration): Promise<void> {
  const { policy, deadline } = nextDeadline(knowledge.policies, today);
  const about = policy.number;
  let now = Date.parse(`${addDays(deadline, -DAYS_SHOWN + 1)}T20:00:00+08:00`);
  const clock: Clock = { now: () => now };
  const store = await openPassingState();
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
  for (const { dueAt } of planned) print(`　${sayDay(shanghaiDay(dueAt))} ${shanghaiTime(dueAt).slice(11)}`);

  while (shanghaiDay(now) <= deadline) {
    const yesterday = shanghaiDay(now);
    now += STEP_MS;
    if (shanghaiDay(now) !== yesterday) print(`—— ${sayDay(shanghaiDay(now))} ——`);
    await scheduler.tick();
    await pause((REAL_SECONDS_A_DAY * 1000 * STEP_MS) / 86_400_000);
  }
  const counts = await store.transaction(({ reminders }) => reminders.counts());
  print(`\n截止日过了，不再提醒。台账：计划 ${planned.length} 次，送出 ${counts.sent ?? 0} 次。`);
  await scheduler.stop();
  await store.close();
}

/** The nearest one ahead; when all have passed, the latest of them, as if it were still ahead. */
function nextDeadline(policies: Policy[], today: Day): { policy: Policy; deadline: Day } {
  const dated = policies
    .flatMap((policy) => (policy.applyBy ? [{ policy, deadline: policy.applyBy.day }] : []))
    .sort((a, b) => (a.deadline < b.deadline ? -1 : 1));
  const next = dated.find(({ deadline }) => deadline >= today) ?? dated.at(-1);
  if (!next) throw new UserError('知识里没有一份写明申报截止日期的文件，没有可演示的提醒。');
  return next;
}
