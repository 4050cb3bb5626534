/** Words of a verdict: amount, conditions, what is open, and why. */

const CIRCLED = '①②③④⑤⑥⑦⑧⑨';

/** Quotation marks within quotation marks. */
const within = (words: string): string => words.replaceAll('“', '‘').replaceAll('”', '’');

export const verdictWords = {
  yes: (amount: string) => `符合，${amount}。`,
  yesNoAmount: (amount: string) => `条件符合。${amount}。`,
  ifOpen: (known: string, amount: string, count: number, all: boolean) => {
    const these = count === 1 ? '这一点' : `${count}点`;
    const told = count === 1 ? '请告诉我' : '一起回我就行';
    return `${known}${amount}，${all ? `前提是下面${these}成立` : `前提是没说到的条件都成立，先看下面${these}`}，${told}：`;
  },
  toCheck: (name: string, amount: string, count: number) =>
    `${name}：${amount}。够不够条件，${count === 1 ? '先看这一点' : `先看下面${count}点，一起回我就行`}：`,
  whereNotStated: '；文件没有写办理地点',
  noUnits: (explainer: string | null) => `文件没有写责任单位${explainer ? `，由${explainer}负责解释` : ''}`,
  titled: (title: string, amount: string) => `${title}：${amount}。`,
  stillOpen: (what: string) => `还不能确定，差这个情况：${what}。`,
  ifHolds: (amount: string) => `如果成立，${amount}。`,
  tellLater: '知道了再告诉我，我接着算。',
  by: (facts: string) => `按${facts}算，`,
  no: (why: string) => `不符合：${why}。`,
  onlyThat: '其余都满足，只差这一项。',
  othersMet: (met: string) => `已满足：${met}。`,
  closed: (what: string) => `现在报不了：${what}。`,
  applyClosed: (day: string) => `申报已于${day}截止`,
  validityOver: (day: string) => `有效期已于${day}结束`,
  wouldFit: '您说的条件本身是符合的，但时间已过。',
  replaced: (name: string, kind: string) => `不能再按这份文件申报：它已被${name}${kind}。`,
  notYet: (day: string) => `还没开始：${day}起施行。`,
  notIssued: (day: string | null) => `这份文件那时还没有印发${day ? `，${day}才印发` : ''}。`,
  noTier: '没有达到文件写的任何一档',
  received: (got: string) => `同一项目已经得到${got}，按不重复享受的原则不能再领`,
  can: (amount: string) => `可得${amount}`,
  upTo: (amount: string) => `最高${amount}`,
  atLeast: (amount: string) => `不低于${amount}`,
  once: '（一次性）',
  or: '或',
  share: (of: string, share: string) => `按${of}的${share}`,
  kept: (of: string, share: string) => `只收${of}的${share}`,
  part: (whole: string, part: string, unit: string | null) => `${unit ? `每${unit}` : ''}按${whole}的${part}`,
  monthly: (sum: string, unit: string | null, most: string | null) =>
    `${unit ? `每${unit}` : ''}每月${sum}${most ? `，最多${most.replace(/\s/gu, '')}` : ''}`,
  each: (of: string, each: string, unit: string) => `按${of}，每${unit}${each}`,
  pieces: (of: string, pieces: readonly string[]) => `按${of}分段：${pieces.join('，')}`,
  piece: (over: string | null, upTo: string | null, rate: string) =>
    `${over ? `超过${over}的部分` : ''}${upTo ? `不超过${upTo}的部分` : ''}按${rate}`,
  perUnit: (unit: string, sum: string) => `每${unit}${sum}`,
  priced: (of: string, share: string, unit: string, cap: string) => `按${of}的${share}，每${unit}最高${cap}`,
  noMoreOf: (most: string) => `（最多算${most}）`,
  step: (s: { base: string | null; of: string; over: string | null; each: string; step: string }) =>
    `${s.base ? `${s.base}，` : ''}${s.of}${s.over ? `超过${s.over}后` : ''}每${s.each}再给${s.step}`,
  yearly: (years: readonly string[]) => years.map((year, i) => `第${i + 1}年${year}`).join('、'),
  interest: (of: string, rate: string, upTo: string | null, most: string | null) =>
    `按${of}${upTo ? `（只算${upTo}以内）` : ''}的年利率${rate}贴息${most ? `，最长${most}` : ''}`,
  raised: (other: string, by: string) => `${other}，再上浮${by}`,
  rest: (sum: string) => `${sum}减去以前已得的`,
  within: (other: string, of: string, share: string) => `${other}，不超过${of}的${share}`,
  capped: (other: string, most: string) => `${other}（最高${most}）`,
  atMost: '这是最高能给的，实际给多少以核定为准。',
  saved: '这是少交的钱，不另发。',
  paidOut: (how: string) => `分期支付：“${how}”。`,
  persons: '这一项给个人，不是给企业。',
  drafted: '（按条文自动读出，未经人工核对。）',
  notMadeOut: '金额没有能从条文确定，请以原文为准。',
  asWritten: '金额以条文原文为准',
  noShare: '没有写明比例',
  noAmount: '没有写明金额',
  lacking: (what: string) => `文件${what}`,
  granted: (words: string, lacking: string) => `文件写的是“${within(words)}”，${lacking}`,
  service: (words: string) => `支持的内容是“${within(words)}”`,
  vague: (words: string) => `文件只写“${words}”，没有写具体条件，要由责任单位认定`,
  discretionary: (words: string) => `文件写的是“${words}”，给不给、给多少由各地或主管部门定，不能保证`,
  openList: (words: string) => `文件的列举以“${words}”结尾，您说的这种算不算要问责任单位`,
  twoReadings: '这一句有两种读法，您这种情况算不算文件没有写明，要问责任单位',
  wants: (test: string) => `要${test}`,
  next: (lack: string, amount: string) => `再多${lack}就是${amount}。`,
  reading: (text: string) => `说明：${text}。`,
  pool: (amount: string) => `总额${amount}，是所有企业合计，不是一家的上限。`,
  presumed: (facts: string) => `（按${facts}算，不是的话告诉我。）`,
  keepHigher: '同一项目已领过的，就高执行，不叠加。',
  applyBy: (day: string, left: number) => `申报截至${day}，还有${left}天。`,
  applyToday: (day: string) => `申报截至${day}，就是今天。`,
  validUntil: (day: string) => `有效期至${day}，文件没有写申报截止日期。`,
  noEnd: '文件未写明有效期，办之前请向责任单位核实。',
  basis: (source: string, quote: string) => `${source}：“${quote}”`,
  basisAgain: (source: string) => `${source}（原文见上）`,
  noted: (facts: string) => `已记下：${facts}。`,
  changed: (after: string, before: string) => `已改为${after}（原${before}）。`,
  goOnWith: (title: string) => `接着说「${title}」，还想问什么直接说。`,
  mayFit: '可能用得上的有：',
  overAlready: (title: string, number: string) => `对得上的“${title}”（${number}）已过期，现在报不了。`,
  askNext: '想问哪项政策直接说，说“政策体检”我全面看一遍。',
  noteUnknown: (labels: string) => `好，${labels}记为不清楚。`,
  notBelieved: (label: string, why: 'too-small' | 'too-large' | 'not-whole') =>
    `“${label}”${{ 'too-small': '不会这么小', 'too-large': '不会这么大', 'not-whole': '应该是整数' }[why]}，我没有记，请再确认一下数字。`,
  unsure: (label: string) => `“${label}”我拿不准，先不记；确定了告诉我。`,
  whichUnit: (label: string, value: number) => `${label}是${value}元还是${value}万元？请连单位再说一遍。`,
  asItIs: '申报要按实际情况填，以责任单位核实的为准。',
  whatIf: '试算（没有改您的记录）：',
  inPlace: (place: string) => `企业在${place}`,
  /** 已享受中央补助 → 没有享受中央补助 */
  without: (label: string) => `没有${label.replace(/^已/u, '')}`,
  is: (label: string, test: string) => `${label}为${test}`,
  forAmount: '要算出具体金额，还要知道：',
  offerCheck: '要我算算够不够条件，回“测算”。',
  offerReminder: '要提醒申报就说“提醒我”。',
  backToThread: '回“继续”接着算刚才那项。',
  question: (place: number, text: string) => `${CIRCLED[place] ?? ''}${text}`,
  rowNeeds: (amount: string, needs: string) => `${amount}要${needs}。`,
  youSaid: (facts: string) => `您说的是${facts}。`,
  met: '✓',
  failed: '✗',
  needs: (test: string) => `（要${test}）`,
  alsoFits: (others: string[]) => `这一条里还符合：${others.join('；')}。`,
  otherBenefit: (name: string, amount: string) => `${name}（${amount}）`,
  isItThis: (said: string) => `${said}，对吗？`,
  /** Of several orders each counts for itself. */
  keptApart: (others: readonly string[]) => `各笔分开算、不相加，另外记着：${others.join('；')}。`,
  whichHolds: (before: string, now: string) =>
    `您之前说的是“${before}”，这次是“${now}”，以哪个为准？以这次的为准就回“是”，不是请再说一下是多少。`,
  addsUp: (before: string, more: string, sum: string) =>
    `您之前说的是“${before}”，加上这次的“${more}”，一共${sum}，对吗？对就回“是”，不是请说一下一共是多少。怎么合计以责任单位核定的为准。`,
  isItThat: (said: string) => `您说的是“${said}”吗？是就回“是”，不是请说一下是多少。`,
  notHeard: '这句我没对上是哪个情况，没有记。请说清是什么、是多少，或者直接问别的。',
  /** What was told of the deed that was asked about. */
  leftOpen: (told: string, label: string, whom: string | null) =>
    `“${told}”算不算“${label}”，我判断不了，先不记${whom ? `，可问${whom}` : ''}。能确定了告诉我：`,
  notFollowed: '这句没对上我问的，我没有记。请再说一下：',
  stillAsked: '还差：',
  notWritten: (title: string, named: readonly string[], whom: string | null) =>
    `“${title}”里没有写${named.length > 0 ? named.map((word) => `“${word}”`).join('、') : '这一点'}${whom ? `，可问${whom}` : '，请向责任单位核实'}。`,
  /** 别处写到“罚息”的：1. …. */
  writtenElsewhere: (named: readonly string[]) =>
    `别处写到${named.map((word) => `“${word}”`).join('、')}的：`,
  /** 别处沾边的：1. …. */
  nearElsewhere: '别处沾边的，要看就回1：',
  notDefined: (whom: string | null) =>
    `怎么认定，文件没有另外写${whom ? `，可问${whom}` : '，请向责任单位核实'}。`,
  ofMonths: (months: string) => `要${months}的`,
  months: (year: number, first: number, last: number) =>
    first === 1 && last === 12 ? `${year}年` : `${year}年${first}${first === last ? '' : `—${last}`}月`,
  between: (from: string, to: string) => `${from}至${to}`,
  whichOfThem: (said: string) => `您说的是${said}，具体是哪一种`,
  moreExactly: (said: string) => `您说的是${said}，还要准一点的数`,
} as const;
