/** What the pages say. */
import { daysBetween } from '../contract/index.ts';
import { formatFullDay } from '../figures/index.ts';
import type { DeadlineKind, Standing } from '../policy/index.ts';

export const webWords = {
  name: '惠企',
  tagline: '查政策给什么、够不够条件、给多少、何时截止',
  nav: { chat: '问答', library: '政策库', deadlines: '截止日历', check: '政策体检' },
  ask: '请输入您的问题或企业情况',
  placeholder: '例如：在岗350人，用电涨了12%，能拿多少',
  send: '发送',
  welcome: '您好，我按政策文件原文回答：能享受什么、够不够条件、能拿多少、什么时候截止、归哪个部门。',
  tryThese: '可以这样问：',
  everyFigure: '每个数字都引自文件原文；文件没有写的，我会说没有写。',
  checkup: '政策体检',
  myReminders: '我的提醒',
  profile: '企业情况',
  emptyProfile: '还没有记下。直接说，例如“制造业，在岗350人”。',
  reminders: '提醒',
  noReminders: '还没有。问到一项政策后说“提醒我”。',
  ownData: '下载我的数据',
  renewFeed: '换一个新链接（旧链接随即失效）',
  ownFeed: '订阅我的提醒（.ics）',
  pageOpen: '网页不能在您离开后推送：到了时间，页面开着就立即显示，否则下次打开时显示。',
  tooLarge: '这条消息太大了，没有收下。请只发要问的那几句。\n',
  pathTaken: (setting: string, path: string) =>
    `回调地址的路径 ${path} 已被网页或别的渠道占用，网页会打不开。请在 ${setting || '.env'} 里换一个路径，例如 /telegram/ 加一串随机字母。`,
  notTaken: '没有发出去，请检查网络后再试一次。',
  unavailable: '现在处理不了，请稍后再试。\n',
  clause: '原文',
  clauseOf: (source: string) => `看原文：${source}`,
  search: '搜政策条款',
  searchHint: '例如：稳岗、订单奖励、过节没停工',
  noHits: (query: string) => `没有找到和“${query}”相近的条款。换个说法，或到问答页直接问。`,
  elsewhere: (ask: string) => `这件事不在已收录的文件里，可以问：${ask}。`,
  hits: (count: number) => `找到 ${count} 条`,
  notFound: '没有这个页面',
  notFoundHint: '地址可能写错了，或者这份文件没有收录。',
  today: (day: string) => `按${formatFullDay(day)}计`,
} as const;

/** The short word of a standing, and the tone it is shown in. */
export function badge(standing: Standing): { text: string; tone: 'good' | 'soon' | 'past' | 'open' } {
  switch (standing.state) {
    case 'not-yet':
      return { text: `${formatFullDay(standing.from)}起施行`, tone: 'open' };
    case 'in-force':
      return { text: `现行 · ${left(standing.daysLeft)}`, tone: 'good' };
    case 'near':
      return { text: `将到期 · ${left(standing.daysLeft)}`, tone: 'soon' };
    case 'open-after-validity':
      return { text: `有效期已过，仍可申报 · ${left(standing.daysLeft)}`, tone: 'soon' };
    case 'closed-to-applications':
      return { text: '现行，申报已截止', tone: 'past' };
    case 'expired':
      return { text: '已过期', tone: 'past' };
    case 'unstated':
      return { text: '未写明有效期', tone: 'open' };
  }
}

export const left = (days: number): string =>
  days === 0 ? '就是今天' : days > 0 ? `还有${days}天` : `已过${-days}天`;

export const leftOn = (today: string, day: string): string => left(daysBetween(today, day));

export const DEADLINES: Record<DeadlineKind, string> = {
  'apply-by': '申报截至',
  'valid-until': '有效期至',
  window: '所属期止于',
  until: '执行到',
};
