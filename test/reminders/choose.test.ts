import { describe, expect, it } from 'vitest';
import type { ReminderChoice } from '../../src/contract/index.ts';
import { chooseReminder } from '../../src/reminders/choose.ts';
import { inEveryTimeZone } from '../support/time-zones.ts';

const days = (...list: number[]): ReminderChoice => ({ kind: 'days-before', days: list });
const at = (time: string): ReminderChoice => ({ kind: 'at', at: time });

inEveryTimeZone(() => {
  describe('on Wednesday 20 July 2022 at ten', () => {
    it.each<[string, ReminderChoice | null]>([
      ['提醒我', null],
      ['到时候提醒我一下', null],
      ['我们有350人，提醒我', null],
      ['7月30日截止的那项提醒我', null],
      ['提前五天提醒我', days(5)],
      ['不停工补贴提前5天提醒', days(5)],
      ['提前一周和前一天', days(7, 1)],
      ['提前七天、三天、一天各提醒一次', days(7, 3, 1)],
      ['截止前一周', days(7)],
      ['到期前3天和1天，下午三点', { kind: 'days-before', days: [3, 1], time: '15:00' }],
      ['提前半个月', days(15)],
      ['截止当天提醒我', days(0)],
      ['提前三天和当天', days(3, 0)],
      ['每天提醒我', days(7, 6, 5, 4, 3, 2, 1, 0)],
      ['每周一提醒', { kind: 'weekly', weekday: 1 }],
      ['每个星期五下午三点提醒我', { kind: 'weekly', weekday: 5, time: '15:00' }],
      ['每礼拜天晚上八点', { kind: 'weekly', weekday: 7, time: '20:00' }],
      ['7月25日上午九点提醒我', at('2022-07-25T09:00')],
      ['明天上午10点半提醒我', at('2022-07-21T10:30')],
      ['明早提醒我', at('2022-07-21T09:00')],
      ['下周三提醒我', at('2022-07-27T09:00')],
      ['周五提醒我', at('2022-07-22T09:00')],
      ['后天下午3点', at('2022-07-22T15:00')],
      ['今晚八点', at('2022-07-20T20:00')],
      ['上午九点提醒', at('2022-07-21T09:00')],
      ['三小时后提醒我', at('2022-07-20T13:00')],
      ['3天后提醒我', at('2022-07-23T09:00')],
      ['1号提醒我', at('2022-08-01T09:00')],
      // Past: planning finds nothing ahead, and the contact is told.
      ['昨天提醒我', at('2022-07-19T09:00')],
    ])('%s', (text, expected) => {
      expect(chooseReminder(text, '2022-07-20T10:00')).toEqual(expected);
    });
  });
});
