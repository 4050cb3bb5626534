/** What an answer card says on the page. */
import type { Card, CardDeadline } from '../contract/index.ts';
import { cardWords } from './card/index.ts';
import { sayDay, sayDayWithYear } from './deadline.ts';
import { left } from './web.ts';

export const webCardWords = {
  can: '可得',
  ifAll: '条件都满足的话，可得',
  conditions: '条件',
  states: { met: '满足', unmet: '不满足', open: '待确认' },
  marks: { met: '✓', unmet: '✗', open: '?' },
  notSaid: '还不知道',
  basis: (source: string) => `依据：${source}`,
  openClause: '看这一条',
  openSource: '看收到的原文',
  addToCalendar: '加入日历',
  noDeadline: '未写明有效期',
  lastWorkday: (day: string) => `最后一个工作日是${sayDay(day)}`,
  notes: '说明',
  questions: '还要知道',
  answer: '回答',
  unit: { person: '人', yuan: '元', ratio: '%', kWh: '度' } as Record<string, string>,
  example: { person: '350人', yuan: '5000万元', ratio: '12%', kWh: '80万度' } as Record<string, string>,
  exampleDay: '3月1日',
  choose: '请选择',
  copy: '复制',
  copied: '已复制',
  edit: '改这句',
  print: '打印',
  useful: '有用吗？',
  good: '有用',
  bad: '没用',
  whyBad: '哪里不对（可不填）',
  thanks: '已记下，谢谢。',
} as const;

/** 符合 · 只差一项 · 不符合 · 还差2个情况 · 已过期. */
export function verdictWord({ verdict, near, expired, conditions }: Card): string | null {
  if (verdict === null) return null;
  if (verdict === 'ineligible')
    return near ? cardWords.near : expired ? cardWords.expired : cardWords.verdicts.ineligible;
  const open = conditions.filter(({ state }) => state === 'open').length;
  return verdict === 'unknown' && open > 0 ? `还差${open}个情况` : cardWords.verdicts[verdict];
}

/** 申报截至2022年7月30日（周六） · 还有40天. */
export function deadlineWord({ kind, day, daysLeft }: CardDeadline): string {
  const name = kind === 'apply-by' ? '申报截至' : '有效期至';
  return `${name}${sayDayWithYear(day)} · ${left(daysLeft)}`;
}
