/** What a figure's reading goes by: the text, its clauses, words, figures and periods. */
import { addDays, type Day, type Interval, type Period } from '../../contract/index.ts';
import type { Facts } from '../../facts/index.ts';
import type { Clause } from '../utterance.ts';
import type { Amount } from './amounts.ts';
import type { Anchor } from './anchors.ts';
import type { Family } from './families.ts';
import { periodAt, type SaidPeriod } from './periods.ts';

/** A figure given to a fact. `sure` false: it may be of something else, its unit was left out, or the contact doubts it. */
export interface Bound {
  fact: string;
  value: Interval;
  at: number;
  sure: boolean;
  why: 'thing' | 'unit' | 'doubt';
  /** It was called the total (合计, 加起来). */
  total: boolean;
  /** It comes on top of the one before (又投了100万). */
  more?: boolean;
  /** It is what the one before became (又减到4000万). */
  becomes?: boolean;
  /** It goes up and down (一会儿350一会儿280). */
  varies?: boolean;
  /** It was called the least (最少的那天298): it bounds all others of every day. */
  least?: boolean;
}

/** What the binding goes by, beside the text. */
export interface Bearings {
  facts: Facts;
  today: Day;
  asked: readonly string[];
  /** Periods that rules ask for. */
  wanted: readonly Period[];
  anchors: readonly Anchor[];
  /** Where words of other facts begin: a day there (端午没停) is theirs. */
  taken: ReadonlySet<number>;
  /** The text is judged at once and nothing is kept. */
  leaning: boolean;
}

export interface Scene extends Bearings {
  text: string;
  clauses: readonly Clause[];
  amounts: readonly Amount[];
  periods: readonly SaidPeriod[];
}

/** From the end of the figure before it, so that a direction or a year is not taken from its neighbour. */
export function startOfStretch(amount: Amount, clause: Clause, { amounts }: Scene): number {
  const previous = amounts.findLast(
    (one) => one.end <= amount.start && one.start >= clause.start && one.unit !== 'date',
  );
  return previous ? previous.end : clause.start;
}

/** The months the figure was said of. Those of an earlier clause reach a clause that goes on about the same thing. */
export function reportingPeriod(
  amount: Amount,
  clause: Clause,
  scene: Scene,
  family: Family | null,
): Period | null {
  const said = periodAt(amount.start, clause, scene.clauses, scene.periods);
  if (!said) return periodOfItself(amount, clause, scene) ?? periodBehind(clause, scene);
  const { period, home } = said;
  if (NOW.test(scene.text.slice(period.end, amount.start))) return null;
  const speaksOf = (c: Clause) => scene.anchors.filter((a) => a.start >= c.start && a.end <= c.end);
  const here = speaksOf(clause);
  const there = speaksOf(home);
  const goesOn =
    here.length === 0 ||
    there.some((a) => a.family === family) ||
    // 进度超过了平均: without a figure there, a word of another thing takes the months nowhere.
    (there.every(({ role }) => role === 'other') && !hasFigure(home, scene, family));
  return home === clause || goesOn ? { from: period.from, to: period.to } : null;
}
/**
 * 上半年38亿，上年同期30亿，净增8亿: a change is of this year's months, though last year's were said last. 7月3200万，8月3500万，
 * 两个月合计增长4%: said of all together, it is of all their months.
 */
export function periodOfChange(
  amount: Amount,
  clause: Clause,
  scene: Scene,
  family: Family | null,
): Period | null {
  const said = reportingPeriod(amount, clause, scene, family);
  const saysIts = scene.periods.some((one) => one.start >= clause.start && one.end <= amount.start);
  if (!said || saysIts) return said;
  const current = scene.periods.filter((one) => !isPast(one, scene));
  if (TOGETHER.test(scene.text.slice(clause.start, amount.start))) {
    const inSentence = current.filter(
      (one) => one.end <= amount.start && clauseOf(one, scene)?.sentence === clause.sentence,
    );
    return joined(inSentence) ?? said;
  }
  return isPast(said, scene)
    ? (reportingPeriod(amount, clause, { ...scene, periods: current }, family) ?? said)
    : said;
}
const TOGETHER = /[两二三]个月|合起来|加起来|合计|总共|一共|累计/u;
const clauseOf = ({ start, end }: SaidPeriod, { clauses }: Scene): Clause | undefined =>
  clauses.find((c) => start >= c.start && end <= c.end);

/** Months that follow on each other, as one stretch. */
function joined(periods: readonly Period[]): Period | null {
  const follow = periods.every((one, i) => i === 0 || addDays(periods[i - 1]!.to, 1) === one.from);
  return periods.length > 1 && follow ? { from: periods[0]!.from, to: periods.at(-1)!.to } : null;
}

/** 设备600万是三季度付的: the clause goes on to say when. */
function periodOfItself({ end }: Amount, clause: Clause, { text, periods }: Scene): Period | null {
  const period = periods.find((one) => one.start >= end && one.end <= clause.end && !one.base && !one.now);
  return period &&
    OF_ALL.test(text.slice(end, period.start)) &&
    ONLY_WHEN.test(text.slice(period.end, clause.end))
    ? { from: period.from, to: period.to }
    : null;
}

/** 设备买了500万，二季度付的款: a clause behind says only when. 新建5600万，技改900万，都是三季度的: of all that was said before it. */
function periodBehind(clause: Clause, { clauses, periods }: Scene): Period | null {
  const at = clauses.indexOf(clause);
  const rest = clauses.slice(at + 1).filter(({ sentence }) => sentence === clause.sentence);
  for (const [i, behind] of rest.entries()) {
    const period = periods.find(
      (one) => one.start >= behind.start && one.end <= behind.end && !one.base && !one.now,
    );
    if (!period) continue;
    const before = behind.text.slice(0, period.start - behind.start);
    const after = behind.text.slice(period.end - behind.start);
    const next = i === 0 && before === '' && ONLY_WHEN.test(after);
    return next || (OF_ALL.test(before) && /^的?$/u.test(after))
      ? { from: period.from, to: period.to }
      : null;
  }
  return null;
}
/** 都是, 全是, 指的是 */
const OF_ALL = /^(?:这些|以上)?(?:都|全|均|也|就)?(?:是|算|指的?是|说的是)$/u;
const ONLY_WHEN =
  /^(?:就|才|都|已经?|实际)?(?:支?付|买|投|花|开|做|交|结|到|入账|发生|完成|实现)(?:的|了|出去的?|完的?|进去的?)(?:款|钱|票|数)?$/u;
/** 用电132万度，去年是110万度，…: a figure without a word is of what was spoken of before, and so is its year. */
const hasFigure = ({ start, end }: Clause, { amounts, anchors }: Scene, family: Family | null): boolean =>
  amounts.some((one) => one.unit !== 'date' && one.start >= start && one.end <= end) &&
  anchors.findLast((a) => a.end <= start)?.family !== family;

/** 那是上个月的，现在280人: what was said of other months ends here. */
const NOW = /现在|目前|眼下|如今|当前|这会儿|今天|本期/u;
export const withPeriod = (value: Interval, period: Period | null): Interval =>
  period ? { ...value, period } : value;
export const same = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to;
/** A period that ended before this year, and that no rule asks for. */
export const isPast = (period: Period, { today, wanted }: Scene): boolean =>
  period.to < `${today.slice(0, 4)}-01-01` && !wanted.some((one) => same(one, period));
