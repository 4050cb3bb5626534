/** The payments of a limb: each sum or rate with its base, its unit, its caps and what it is one of. */
import { baseOf, isApplicant, perOf } from './base.ts';
import { eachDeed } from './each-deed.ts';
import { boundsOf } from './figures-of.ts';
import { BEYOND, RATED } from './hazards.ts';
import { isInterest } from './interest.ts';
import { cap, floor, phraseBefore } from './limits.ts';
import { zip } from './listed-sums.ts';
import { monthlyOf } from './months.ts';
import { leaveOutParts } from './parts-of-sum.ts';
import { type Composed, EMPTY, type Payment, type Per } from './payment.ts';
import { cutPieces } from './pieces.ts';
import { type Marked, OF_INCREASE } from './role.ts';
import { joinYears, sharesOfYears } from './shares-by-year.ts';

export function composePayments(text: string, marks: readonly Marked[]): Composed {
  const made: Composed = {
    payments: [],
    used: new Set(),
    troubles: [],
    choices: [],
    loose: [],
    parts: false,
    marks,
    lists: groups(marks).filter(([first]) => first!.role === 'threshold'),
    held: new Set(),
  };
  let last: Payment[] = [];
  const take = (payments: Payment[]) => {
    made.payments.push(...payments);
    last = payments;
  };
  for (const group of groups(marks)) {
    const mark = group[0]!;
    switch (mark.role) {
      case 'amount':
        take(amounts(text, group, made));
        break;
      case 'rate':
        take(shares(text, group, made));
        break;
      case 'floor':
        floor(group, last, take, made);
        break;
      case 'cap':
        if (group.some(({ role }) => role === 'amount')) take(amounts(text, group, made));
        else cap(text, group, last, take, made);
        break;
      case 'part':
        made.parts = true;
        break;
      case 'kept':
        if (isTaxRate(mark)) made.troubles.push(`“${mark.figure.text}”是减免后仍收取的部分`);
        else take(group.map((one) => share(text, one, made)));
        break;
      case 'step':
      case 'unknown':
        break;
    }
  }
  limitsAhead(text, made);
  limitsBehind(text, made);
  made.payments = joinYears(text, made.payments);
  cutPieces(text, marks, made);
  leaveOutParts(made);
  steps(marks, made);
  years(text, made);
  return made;
}

/** '按每户每年14400元为限额依次扣减…': a limit that stands before the share it limits. */
function limitsAhead(text: string, made: Composed): void {
  made.payments = made.payments.filter((limit, i, all) => {
    const next = all[i + 1];
    const ahead =
      next?.form === 'share' &&
      limit.form === 'range' &&
      limit.mark === null &&
      limit.floor === null &&
      /^(?:为?限?额度?|内)?[，]?(?:依次|逐[年月])?$/u.test(text.slice(limit.end, next.start));
    if (ahead) {
      next.caps.unshift(...limit.caps);
      next.start = limit.start;
    }
    return !ahead;
  });
}

/** '按投资额的10%补助，且不超过自筹资金的30%': a share that limits the payment before it. */
function limitsBehind(text: string, made: Composed): void {
  made.payments = made.payments.filter((limit, i, all) => {
    const before = all[i - 1];
    const behind =
      before !== undefined &&
      limit.form === 'share' &&
      limit.atMost &&
      limit.base !== null &&
      limit.item === null &&
      before.mark !== null &&
      /^[^。；，]{0,10}[，,]?(?:且|并)?(?:单[个家][^，]{0,8}|[^，]{0,6}(?:额度?|资金|奖励|补助|补贴|贴息))?(?:最高|最多)?$/u.test(
        text.slice(before.end, limit.start),
      );
    if (behind) {
      before.within = { mark: limit.mark!, base: limit.base! };
      before.caps.push(...limit.caps);
      before.end = limit.end;
    }
    return !behind;
  });
}

/** Lists are handled as one; 50万元、最高30万元 is one too. */
function groups(marks: readonly Marked[]): Marked[][] {
  const all: Marked[][] = [];
  for (const mark of marks) {
    const open = all.at(-1);
    const joined = mark.list && mark.list.index > 0 && open?.[0]?.list?.start === mark.list.start;
    if (joined && (open![0]!.role === mark.role || (isSum(mark) && isSum(open![0]!)))) open!.push(mark);
    else all.push([mark]);
  }
  return all;
}

const isSum = ({ role }: Marked): boolean => role === 'amount' || role === 'cap';

function amounts(text: string, group: readonly Marked[], made: Composed): Payment[] {
  const per = perOf(text, group[0]!) ?? eachDone(text, group[0]!, made);
  for (const mark of group) made.used.add(mark);
  if (per && /\d/u.test(per.noun)) nameThing(text, group[0]!, per.noun, made);
  const between = boundsOf(group[0]!.figure);
  const form = between.value === null ? 'range' : per && !isOwn(per, text, group[0]!) ? 'each' : 'yuan';
  const items = group.length > 1 ? zip(text.slice(0, group[0]!.list?.start), group.length, made) : null;
  return group.map(
    (mark, index): Payment => ({
      ...EMPTY,
      form: mark.role === 'cap' ? 'range' : form,
      mark: mark.role === 'cap' ? null : mark,
      per,
      monthly: mark.role === 'cap' ? null : monthlyOf(text, mark),
      caps: mark.role === 'cap' ? [{ mark, per: null }] : [],
      item: items && { items, index },
      start: group[0]!.start,
      end: group.at(-1)!.end,
    }),
  );
}

/** 每新增1家企业, 每引进1名博士: the one is no figure of its own. */
function eachDone(text: string, amount: Marked, made: Composed): Per | null {
  const before = text.slice(0, amount.list?.start ?? amount.start);
  const per = eachDeed(before);
  const at = per ? before.lastIndexOf(per.words.replace('1', '')) : -1;
  const from = at >= 0 ? at : before.lastIndexOf('每');
  for (const mark of per ? made.marks : [])
    if (mark.start > from && mark.end < amount.start && /^[1一]/u.test(mark.figure.text))
      mark.role = 'standing';
  return per;
}

/** 每个40英尺重箱, 每辆7座以上客车: the figure is part of what is counted. */
function nameThing(text: string, amount: Marked, noun: string, made: Composed): void {
  const start = text.lastIndexOf(noun, amount.start);
  for (const mark of made.marks)
    if (mark.start >= start && mark.end <= start + noun.length) mark.role = 'standing';
}

/** 每家企业5万元 is one's own sum, unless it is 按每家企业…的标准 for others that are counted. */
function isOwn(per: Per, text: string, mark: Marked): boolean {
  const before = text.slice(0, mark.start);
  const counted =
    /按(?:照)?[每单][^，]{0,12}$|每(?:新增|培育|引进|孵化|招引|带动|服务|认定|吸引)[^，]{0,16}$/u.test(
      before,
    );
  return isApplicant(per) && per.deed === undefined && !counted && !isDoneTo(per, before);
}

/** '开设直营店的，每家…', '在外省设立展示中心的，每个中心…': one of what is set up, and not who sets it up. */
function isDoneTo({ noun }: { noun: string }, before: string): boolean {
  const said = before.slice(0, before.search(/[，,][^，,]*$/u));
  const set = SET_UP.exec(said)?.groups?.thing;
  return set !== undefined && (noun === '' ? PLACE.test(set) : set.endsWith(noun));
}
const SET_UP =
  /(?:开设|新开|开办|设立|建立|布局|引进|招引|培育|孵化|建设|新建|打造|举办|入驻)了?(?<thing>[^，。；的]{2,20})(?:的)?$/u;
const PLACE = /(?:店|铺|超市|商场|网点|中心|机构|企业|项目|工厂|公司|站|仓)$/u;

/** 减按1%征收率征收: a rate of tax in the place of another one, and no share of what is due. */
const isTaxRate = ({ behind }: Marked): boolean => /^(?:的)?(?:征收率|预征率|税率|费率)/u.test(behind);

/** 八五折: so much is still to be paid. */
const isDiscount = ({ figure }: Marked): boolean => figure.text.endsWith('折');

/** 大型、中小微企业分别按缴费额的30%、60%: one base for all, a share for each of the listed things. */
function shares(text: string, group: readonly Marked[], made: Composed): Payment[] {
  const first = share(text, group[0]!, made);
  if (group.length === 1) return [first];
  for (const mark of group) made.used.add(mark);
  const years = sharesOfYears(text, group, first);
  if (years) return [years];
  const from = baseOf(text, group[0]!)?.start ?? group[0]!.start;
  const items = zip(text.slice(0, from), group.length, made);
  const end = group.at(-1)!.end;
  return group.map((mark, index) => ({ ...first, mark, item: items && { items, index }, caps: [], end }));
}

function share(text: string, mark: Marked, made: Composed): Payment {
  made.used.add(mark);
  if (isInterest(mark)) made.held.add(RATED);
  const { max, value, min } = boundsOf(mark.figure);
  const base = baseOf(text, mark) ?? baseBefore(text, mark, made);
  const pointsBack = base === null ? standardNamed(text, mark) : null;
  return {
    ...EMPTY,
    form: isInterest(mark) ? 'interest' : 'share',
    mark,
    monthly: isInterest(mark) ? { most: null } : null,
    atMost:
      (value === null && max !== null && min === null) ||
      /(?:最高|不超过|不高于|最多)(?:可?按|给予|支持|补助|奖励|资助|补贴)[^，]*$/u.test(
        phraseBefore(text, mark),
      ),
    atLeast: min !== null && max === null && value === null,
    kept: mark.role === 'kept' || isDiscount(mark),
    base: base?.words ?? null,
    pointsBack,
    caps: [],
    start: mark.start,
    end: mark.end,
  };
}

/** '按主导制定标准的30%奖励': not of a fee, but of what is granted for something else. */
const standardNamed = (text: string, { start }: Marked): string | null =>
  /按(?:照)?(?<named>[^，；按]{2,16}?(?:标准|额度|金额))的?$/u.exec(text.slice(0, start))?.groups?.named ??
  null;

/** '大型企业按缴费额的30%返还，中小微企业按60%返还': what the share before it is taken of. */
function baseBefore(text: string, mark: Marked, made: Composed): { words: string } | null {
  const before = made.payments.findLast(({ form, base }) => form === 'share' && base !== null);
  if (!before || !/按(?:照)?$/u.test(text.slice(0, mark.start))) return null;
  made.choices.push(`“${mark.figure.text}”按前面所说的“${before.base}”计算`);
  return { words: before.base! };
}

/** 每增加5000万元，再奖3万元: the sum behind a step is paid for each of it. */
function steps(marks: readonly Marked[], made: Composed): void {
  for (const mark of marks) {
    if (mark.role !== 'step') continue;
    const next = made.payments.find(({ start }) => start > mark.start);
    if (!next || next.form === 'share') {
      made.troubles.push(`“每…${mark.figure.text}”后面没有对应的金额`);
      continue;
    }
    made.used.add(mark);
    next.form = 'step';
    next.per = null;
    // 每超过1个百分点: of the bound that the condition names.
    if (mark.figure.kind === 'percent') made.held.add(BEYOND);
    next.ofIncrease = OF_INCREASE.test(mark.phrase);
    next.step = mark;
    next.start = mark.start;
  }
}

/** 第一年 … 第二年: sums by year. */
function years(text: string, made: Composed): void {
  let from = 0;
  for (const payment of made.payments) {
    payment.year =
      /第[一二三四五](?:、[二三四五]|至[二三四五])*年(?!度)/u.exec(text.slice(from, payment.start))?.[0] ??
      null;
    from = payment.end;
  }
}
