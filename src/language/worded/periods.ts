/** The months that a figure was said of, and whether it is last year's. */
import { addYears, type Day, daysBetween, type Period, yearOf } from '../../contract/index.ts';
import type { Figure } from '../../figures/index.ts';
import type { Clause } from '../utterance.ts';

export interface SaidPeriod extends Period {
  start: number;
  end: number;
  /** It is what something is compared with (比去年, 跟一季度相比). */
  base: boolean;
  /** 今年: no more than now, but it ends what was said of last year. */
  now: boolean;
}

const BASE_BEFORE = /[比较跟与和同由自从](?:起|着)?$/u;
const BASE_AFTER =
  /^(?:的)?(?:同期)?(?:相比|比|增长|上涨|下降|持平|多|少|高|低|涨|降|的?[\d.一二两三]{1,6}(?:倍|%))/u;
/** Shorter spans (端午期间, 上周) are no reporting period. */
const SHORTEST = 20;

/** Months, quarters, half years and past years; 今年 alone says no more than now. */
export function periodsOf(figures: readonly Figure[], text: string, today: Day): SaidPeriod[] {
  const year = yearOf(today);
  return figures.flatMap((figure) => {
    if (figure.kind !== 'daterange' || figure.from === undefined || figure.to === undefined) return [];
    const { from, to, start, end } = figure;
    // 今年 says no more than now; 2023年, 今年全年 and 一整年 say all its months.
    const named = /\d|全年|整年/u.test(figure.text) || /^(?:的)?(?:全年|整年|一整年)/u.test(text.slice(end));
    const wholeYear = from === `${year}-01-01` && to === `${year}-12-31`;
    const thisYear = wholeYear && !named;
    if (!wholeYear && daysBetween(from, to) < SHORTEST) return [];
    const base =
      BASE_BEFORE.test(text.slice(0, start)) ||
      (/同期|去年|上年/u.test(figure.text) && BASE_AFTER.test(text.slice(end)));
    return [{ from, to, start, end, base, now: thisYear }];
  });
}

/** The last period said before the figure in its own sentence, with the clause it stands in. */
export function periodAt(
  at: number,
  clause: Clause,
  clauses: readonly Clause[],
  said: readonly SaidPeriod[],
): { period: SaidPeriod; home: Clause } | null {
  const before = said.filter((p) => !p.base && p.end <= at);
  const last = before.at(-1);
  // 上半年去年8亿今年10亿: 今年 ends what was said of last year, and goes on with this year's months.
  const period = last?.now
    ? before.findLast((p) => !p.now && p.from.slice(0, 4) === last.from.slice(0, 4))
    : last;
  const home = period && clauses.find((c) => period.start >= c.start && period.end <= c.end);
  if (!period || !home || period.now || home.sentence !== clause.sentence) return null;
  const pointsBack = POINTS_BACK.test(clause.text.slice(0, Math.max(0, at - clause.start)));
  return home === clause || pointsBack || carriesOn(home, period) ? { period, home } : null;
}

/** 这期间生产设备投资550万: of the months said before. */
const POINTS_BACK = /(?:[这那此同][一几个]*(?:段时间|期间|时期|阶段|[个几两三]*月)|^期间|其间)/u;

/** 二季度，… and 去年收入8亿，… go on being spoken of; 去年效益一般，… is an aside. */
function carriesOn(home: Clause, period: SaidPeriod): boolean {
  const rest = home.text.slice(0, period.start - home.start) + home.text.slice(period.end - home.start);
  return (
    rest.replace(/[,。;\s]/gu, '').length <= SHORT_REST ||
    /[\d%倍亿万]|[一二两三四五六七八九十百千](?:成|[一二三四五六七八九十百千])/u.test(rest) ||
    COMPARED.test(rest)
  );
}
const SHORT_REST = 3;
/** 7—9月进度超过了平均: a statement as good as a figure. */
const COMPARED = /超过|高于|快于|领先|低于|慢于|落后|增长|增加|下降|减少|持平/u;

/** 去年 or 同期 before the figure, and nothing between that turns to this year or compares: 去年同期80万度, 去年端午那会儿用电30万度. */
const LAST_YEAR =
  /(?:去年|上年|前一年|上一年)(?!底|末|以来|年底|起)(?:个月|[^,。;!?\d全整季月上下今本现比较跟和与涨增多少降减跌高低翻签]){0,12}$|(?:去年|上年|前一年|上一年|(?<!今年|本年|现在)同期)(?:的)?(?:同期|同一时期|这时候|这个时候|同时段|同月)?(?:的)?(?:数|用电量?|销售|收入|应税销售收入)?(?:是|才|只有|只|用了|用|为|约|大概|有|就|的|共|耗|做了|开了|完成|完成了|有个)?$/u;
export const isLastYears = (before: string): boolean => LAST_YEAR.test(before);

/** The same months a year later: what last year's figure is compared with. */
export const yearLater = (period: Period): Period => ({
  from: addYears(period.from, 1),
  to: addYears(period.to, 1),
});
