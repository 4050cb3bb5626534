/** What kind of figure a question asks for, and whether the words shown have one: a figure of something else is no answer. */

export type AskedFigure = 'rate' | 'sum' | 'time' | 'count';

interface Kind {
  kind: AskedFigure;
  asks: RegExp;
  /** A figure of that kind in a clause. */
  has: RegExp;
}

/** Tried in order. */
const KINDS: readonly Kind[] = [
  // 几个点 · 百分之几 · 利率多少 · 几厘几 · 报几成
  {
    kind: 'rate',
    asks: /几个?(?:百分)?点|百分之(?:几|多少)|几成|几折|几厘|(?:比例|利率|利息|费率|贴息率|税率|比率)(?:是|有|到底)?(?:多少|几|多高|怎么|呢|$)|(?:多少|什么|啥)(?:比例|利率)|低(?:多少|几)个?点/u,
    has: /\d[\d.]*\s*(?:%|％|‰|个百分点)|百分之|千分之|全额|减半|\d折/u,
  },
  // 补几个月 · 缓多久
  {
    kind: 'time',
    asks: /(?:减|免|缓|延|补|贴|给|发|交|展期)[^,，。]{0,6}(?:几个?月|多少个?月|几年|多久|多长时间)/u,
    has: /\d+\s*个?(?:月|年|天|日)(?!期)|[一二三四五六七八九十]+个月/u,
  },
  // 奖多少钱 · 几十万 · 一次几万
  {
    kind: 'sum',
    asks: /多少钱|有没有钱|给不给钱|有钱(?:拿|补|领|给)|给钱[吗么不]|几(?:十|百|千)?万|多少万|多少(?:元|块)|几(?:块|毛)钱?|(?:奖|补|给|贴|拿|领|得|报|减|免|收)(?:励|助|贴|到|个)?(?:多少|几多)|(?:金额|额度|奖励|补贴|补助|标准|费用?)(?:是|有)?多少|多少(?:补贴|奖励|补助|金额|资金)|(?:奖励|补贴|补助|奖补)(?:的)?标准/u,
    has: /\d[\d.]*\s*(?:万|亿|千|百)?\s*(?:余|多)?元|[一二三四五六七八九十百千]+(?:万|亿)?元|\d[\d.]*\s*(?:%|％|‰)|全额|减半|免收|免费|全免/u,
  },
];

/** Null where no figure is asked for. */
export function askedFigure(question: string): AskedFigure | null {
  const plain = question.replace(/\s/gu, '');
  return KINDS.find(({ asks }) => asks.test(plain))?.kind ?? null;
}

/** Whether the words shown have a figure of the kind. */
export const hasFigure = (text: string, kind: AskedFigure): boolean =>
  KINDS.find((one) => one.kind === kind)?.has.test(text.replace(/\s/gu, '')) ?? false;

/** 有没有补贴 · 是给钱的吧 · 能报销吗: whether money is given at all. */
export const asksForMoney = (question: string): boolean => FOR_MONEY.test(question.replace(/\s/gu, ''));
const FOR_MONEY =
  /(?:有没有|有无|有什么|有啥|有|给)(?:点|些)?(?:钱|补[贴助]|奖励|奖补)(?:[吗么嘛不没吧拿领]|[?？]|$)|有没有[^，。]{0,4}(?:钱|补[贴助]|奖励)|[给能]不[给能](?:钱|补)|给钱|报销|[给能](?:报|补)(?:[吗么不没]|$)|(?:公家|政府|财政|国家|[省市区县]里)(?:来|给)?(?:出|掏|报|补)|(?:补[贴助]|奖励)(?:[吗么不]|有没有)/u;

/** A clause that brings money, or takes a payment off. */
export const bringsMoney = (text: string): boolean => MONEY.test(text.replace(/\s/gu, ''));
const MONEY =
  /补[贴助偿]|奖[励补金]|给予[^。；]{0,20}元|贴息|减[免征半]|免[收除征费]|返还|资助|资金|费用|专款|全额|红包|消费券|缓[缴交]|退[税还]|优惠|基金|贷款/u;
