/** What the pages say. */
import { type Day, daysBetween } from '../contract/index.ts';
import { formatFullDay } from '../figures/index.ts';
import { type DeadlineKind, type Policy, replacedBy, type Standing, standingOn } from '../policy/index.ts';
import { validityOn } from './answer/validity.ts';

export const webWords = {
  name: '惠企',
  tagline: '惠企政策，问一句就清楚',
  description: '查惠企政策给什么、够不够条件、给多少、何时截止，每个数字都引自文件原文。',
  nav: { chat: '问答', check: '政策体检', library: '政策库', deadlines: '截止日历' },
  skip: '跳到正文',
  mainNav: '主导航',
  larger: '大字版',
  smaller: '标准字号',
  phone: (phone: string) => `咨询电话 ${phone}`,
  privacy: '隐私说明',
  disclaimer: '答复依据文件原文，供参考；能否享受、享受多少，以责任单位审核为准。',
  log: '对话',
  you: '您',
  bot: '惠企',
  reminder: '提醒',
  ask: '请输入您的问题或企业情况',
  placeholder: '问政策，或说企业情况',
  send: '发送',
  working: '正在查文件…',
  offline: '网络断了。已经发出的不会丢，连上后自动接着。',
  quick: '常用',
  quickActions: ['政策体检', '我的提醒', '我的资料', '转人工'],
  speak: '语音输入',
  listening: '正在听，请说…',
  welcome: '按文件原文回答：能享受什么、够不够条件、能拿多少、什么时候截止。',
  whoAreYou: '您是哪类企业？',
  roles: [
    ['工厂', '我们是制造业工厂，能享受哪些政策'],
    ['餐饮文旅', '我们是餐饮、旅游企业，能享受哪些政策'],
    ['外贸', '我们做外贸出口，能享受哪些政策'],
    ['科技', '我们是高新技术企业，能享受哪些政策'],
    ['小微企业', '我们是小微企业，能享受哪些政策'],
    ['随便看看', '现在有哪些政策可以申报'],
  ],
  openNow: '现在能申报',
  nothingOpen: '今天没有写明截止日期、还能申报的文件。',
  newest: '最近的文件',
  tryThese: '可以这样问',
  checkup: '政策体检',
  profile: '企业情况',
  emptyProfile: '还没有记下。直接说，例如“制造业，在岗350人”。',
  change: '修改',
  save: '保存',
  remove: '删除',
  removeFact: (label: string) => `删除“${label}”`,
  forget: '忘记我',
  forgetAll: '删除我的全部数据',
  whyAsked: '为什么问这些',
  whyAskedText: '只用来核对政策条件和计算金额，不会发给任何单位；您随时可以改、可以删。',
  usedBy: (count: number) => `${count}条政策的条件用到它`,
  reminders: '提醒',
  noReminders: '还没有。问到一项政策后点“提醒我”。',
  paused: '（已暂停）',
  until: (day: string) => `截至${day}`,
  ownData: '下载我的数据',
  renewFeed: '换一个新链接（旧链接随即失效）',
  ownFeed: '订阅我的提醒（.ics）',
  pageOpen: '网页不能在您离开后推送：到了时间，页面开着就立即显示，否则下次打开时显示。',
  aside: '企业情况和提醒',
  tooLarge: '这条消息太大了，没有收下。请只发要问的那几句。\n',
  pathTaken: (setting: string, path: string) =>
    `回调地址的路径 ${path} 已被网页或别的渠道占用，网页会打不开。请在 ${setting || '.env'} 里换一个路径，例如 /telegram/ 加一串随机字母。`,
  notTaken: '没有发出去，请检查网络后再试一次。',
  unavailable: '现在处理不了，请稍后再试。\n',
  clause: '原文',
  clauseOf: (source: string) => `看原文：${source}`,
  search: '搜政策条款',
  searchButton: '搜索',
  searchHint: '例如：稳岗、过节没停工',
  noHits: (query: string) => `没有找到和“${query}”相近的条款。换个说法，或者直接问：`,
  askThis: (query: string) => `问“${query}”`,
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

/** How a document stands on a day, whatever it says itself: another may have taken its place; one issued later or of a later year is not there yet. */
export function badgeOf(policy: Policy, today: Day): ReturnType<typeof badge> {
  const successor = replacedBy(policy, today);
  if (successor) return { text: `已被${successor.kind}`, tone: 'past' };
  return validityOn(policy, today) === 'not-yet'
    ? { text: '尚未施行', tone: 'open' }
    : badge(standingOn(policy, today));
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
