/** Which months a question about a figure is of, and figures that answer it. */
import type { Day, FactValue, Period } from '../contract/index.ts';
import type { Facts } from '../facts/index.ts';
import { type Benefit, factsOfBenefit, type Knowledge, type Policy } from '../policy/index.ts';
import { closedBy } from './judge.ts';

/** Of each figure that is one of a period the period that is asked; a figure that two rules want of two periods is left out. */
export type AskedPeriods = ReadonlyMap<string, Period>;

/** As the rules of one measure ask, or those of everything that lives on the day. */
export function askedPeriods(knowledge: Knowledge, today: Day, measure: string | null): AskedPeriods {
  const { facts, places } = knowledge;
  const asked = new Map<string, Period | null>();
  for (const policy of knowledge.policies)
    for (const benefit of benefitsAsked(policy, measure)) {
      const isOver = () => closedBy(benefit, { policy, today, facts, places }) !== null;
      if (benefit.during === null || (measure === null && isOver())) continue;
      for (const name of factsAsked(benefit, facts)) {
        const before = asked.get(name);
        asked.set(name, before === undefined || same(before, benefit.during) ? benefit.during : null);
      }
    }
  return new Map([...asked].flatMap(([name, period]) => (period ? [[name, period] as const] : [])));
}

const benefitsAsked = ({ measures }: Policy, measure: string | null): Benefit[] =>
  measures.filter(({ id }) => measure === null || id === measure).flatMap(({ benefits }) => benefits);

/** What of the benefit is of a period, and the figures it is worked out from. Last year's are of last year. */
function factsAsked(benefit: Benefit, facts: Facts): Set<string> {
  const names = factsOfBenefit(benefit).flatMap((name) => {
    const series = facts.get(name)?.series;
    return [name, series?.level, series?.increase].filter((one) => one !== undefined);
  });
  // 平均投资进度超过总体平均, a yes or no, is one of those months too.
  return new Set(names.filter((name) => facts.get(name)?.period === 'window'));
}

const same = (one: Period | null, other: Period): boolean =>
  one !== null && one.from === other.from && one.to === other.to;

/** The figure as one of that period; what has a period of its own, and what is no figure, stays as it is. */
export function placedIn(value: FactValue, period: Period): FactValue {
  if (typeof value === 'number') return { min: value, max: value, period };
  const isRange = typeof value === 'object' && ('min' in value || 'max' in value);
  return isRange && value.period === undefined ? { ...value, period } : value;
}
