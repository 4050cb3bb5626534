/** The few words of a card that no sentence of the text has. */
const CIRCLED = '①②③④⑤⑥⑦⑧⑨';

export const cardWords = {
  verdicts: { eligible: '符合', ineligible: '不符合', unknown: '还不能确定' },
  near: '只差一项',
  expired: '已过期',
  past: (label: string) => `${label}（已过期）`,
  place: (place: number) => CIRCLED[place] ?? '',
  yes: '是',
  no: '不是',
  notKnown: '不清楚',
  other: '其他',
  original: '原文',
  remind: '提醒我',
  sheet: '结果单',
  checkup: '政策体检',
  wants: (wanted: string) => `要${wanted}`,
} as const;
