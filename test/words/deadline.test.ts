import { expect, it } from 'vitest';
import { instantOf } from '../../src/reminders/local-time.ts';
import type { ReminderRow } from '../../src/store/interface/reminders.ts';
import { reminderText } from '../../src/words/deadline.ts';
import { reminderDeadline, reminderSubject } from '../../src/words/reminder-subject.ts';

const row: ReminderRow = {
  id: 's@1',
  subscriptionId: 's',
  channel: 'test',
  conversationId: 'c',
  senderId: 'li',
  isGroup: false,
  about: '文号#2',
  deadline: '2022-07-28',
  dueAt: 1,
  expiresAt: 2,
  isLast: false,
  isResend: false,
  was: null,
  status: 'sending',
  attempts: 1,
};
const subject = { name: '某项补贴', source: '文号 第2条', deadlineKind: 'apply-by' as const };

it.each<
  [string, Partial<ReminderRow>, Partial<typeof subject> | { deadlineKind: 'valid-until' }, string, string]
>([
  [
    'days before',
    {},
    {},
    '2022-07-25T09:00',
    '【申报提醒】某项补贴\n申报截至2022年7月28日（周四），还有3天。',
  ],
  [
    'late, counted when it leaves',
    {},
    {},
    '2022-07-27T23:59',
    '【申报提醒】某项补贴\n申报截至2022年7月28日（周四），还有1天。',
  ],
  [
    'on the day',
    {},
    {},
    '2022-07-28T09:00',
    '【申报提醒】某项补贴\n申报截至2022年7月28日（周四），今天是最后一天。',
  ],
  [
    'once more',
    { isResend: true },
    {},
    '2022-07-27T09:00',
    '补发（如已收到请忽略）：【申报提醒】某项补贴\n申报截至2022年7月28日（周四），还有1天。',
  ],
  [
    'before a weekend',
    { deadline: '2022-07-30' },
    {},
    '2022-07-27T09:00',
    '【申报提醒】某项补贴\n申报截至2022年7月30日（周六），还有3天。\n7月30日是周六，最后一个工作日是7月29日（周五）。',
  ],
  [
    'of a validity',
    {},
    { deadlineKind: 'valid-until' },
    '2022-07-27T09:00',
    '【有效期提醒】某项补贴\n文件没有写申报截止日期，有效期至2022年7月28日（周四），还有1天。',
  ],
  [
    'of an amendment',
    { was: '2022-07-20' },
    {},
    '2022-07-18T09:00',
    '【申报日期有变】某项补贴\n申报截至由2022年7月20日（周三）改为2022年7月28日（周四），还有10天。您的提醒已按新日期重排。',
  ],
  [
    'of an amendment to a day that is over',
    { was: '2022-07-30' },
    {},
    '2022-07-29T09:00',
    '【申报日期有变】某项补贴\n申报截至由2022年7月30日（周六）改为2022年7月28日（周四），已经过了。您的提醒已按新日期重排。',
  ],
])('a reminder %s', (_when, changes, kind, now, expected) => {
  const text = reminderText({ ...row, ...changes }, { ...subject, ...kind }, instantOf(now));
  expect(text).toBe(`${expected}\n依据：文号 第2条\n报完了回“已申报”，不想再收回“取消提醒”。`);
});

const policy = (more: object) => ({
  number: '文号',
  title: '若干措施',
  measures: [{ id: '文号#2', title: '某项补贴' }],
  applyBy: null,
  validUntil: null,
  ...more,
});
const knowledge = (more: object) =>
  ({ policies: [policy(more)] }) as unknown as Parameters<typeof reminderSubject>[0];

it.each([
  [{ applyBy: { day: '2022-07-30' }, validUntil: { day: '2022-06-30' } }, '2022-07-30', 'apply-by'],
  [{ validUntil: { day: '2022-06-30' } }, '2022-06-30', 'valid-until'],
  [{}, null, 'valid-until'],
])('takes the last day to apply, else the end of validity, else none: %j', (dates, day, kind) => {
  expect(reminderDeadline(knowledge(dates), '文号#2')).toBe(day);
  expect(reminderSubject(knowledge(dates), '文号#2')).toEqual({
    name: '某项补贴',
    source: '文号 第2条',
    deadlineKind: kind,
  });
});

it('names a whole document by its title, and what is no longer known by its number', () => {
  expect(reminderSubject(knowledge({}), '文号')).toMatchObject({ name: '《若干措施》', source: '文号' });
  expect(reminderSubject({ policies: [] }, '旧文号#1')).toMatchObject({
    name: '旧文号#1',
    source: '旧文号 第1条',
  });
  expect(reminderDeadline({ policies: [] }, '旧文号#1')).toBeNull();
});
