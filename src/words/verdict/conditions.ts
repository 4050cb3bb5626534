/** Conditions and facts in words: what is met, what fails and by how much, what is open, what is asked. */

import { addDays, type FactValue, type Period, type Profile } from '../../contract/index.ts';
import type { AskedPeriods, Condition, Evaluation } from '../../eligibility/index.ts';
import type { Fact, Facts } from '../../facts/index.ts';
import { formatFullDay } from '../../figures/index.ts';
import { formatDistance, formatFact, formatTest } from '../explain.ts';
import { verdictWords as words } from '../verdict.ts';
import { payFactsOf } from './amount.ts';

export function labelOf(name: string, facts: Facts): string {
  return facts.get(name)?.label ?? name;
}

/** The fact with what was said of it; its label alone where nothing was. */
function sayFact(name: string, value: FactValue | null, facts: Facts): string {
  const fact = facts.get(name);
  return fact && value !== null ? formatFact(fact, value) : labelOf(name, facts);
}

/** What the condition asks of its fact: 10%以上 · 大型企业; null for a plain yes or no. */
export function sayTest({ need }: Condition, facts: Facts): string | null {
  const fact = need?.kind === 'test' ? facts.get(need.fact) : undefined;
  return fact && need?.kind === 'test' ? formatTest(fact, need.test) : null;
}

/** 工业用电量同比增长8%，要10%以上，差2个百分点. */
export function sayFailure(condition: Condition, { toYes }: Evaluation, facts: Facts): string {
  const [name = ''] = condition.facts;
  const test = sayTest(condition, facts) ?? (condition.kind === 'place' ? condition.quote : null);
  const far = toYes.find(({ fact }) => fact === name);
  return [
    sayFact(name, condition.value, facts),
    test && words.wants(test),
    far && formatDistance(far, facts, condition.value),
  ]
    .filter(Boolean)
    .join('，');
}

const saidAndMet = ({ state, value, kind }: Condition): boolean =>
  state === 'met' && value !== null && kind !== 'received';

/** Conditions that what was said meets: 制造业 ✓、工业用电量同比增长12% ✓（要10%以上）. A bound is named, a choice speaks for itself. */
export function sayMet({ conditions }: Evaluation, facts: Facts): string {
  return conditions
    .filter(saidAndMet)
    .map((condition) => {
      const [name = ''] = condition.facts;
      const test = facts.get(name)?.type === 'choice' ? null : sayTest(condition, facts);
      return `${sayFact(name, condition.value, facts)} ${words.met}${test ? words.needs(test) : ''}`;
    })
    .join('、');
}

/** What was said so far and counts, the figures that the amount is worked out from too: for 按…算. */
export function sayKnown(main: Evaluation, profile: Profile, facts: Facts): string {
  const met = main.conditions.filter(saidAndMet);
  const named = new Set(met.map(({ facts: [name = ''] }) => name));
  const paid = payFactsOf(main).filter((name) => !named.has(name) && profile[name] !== undefined);
  return [
    ...met.map((condition) => sayFact(condition.facts[0] ?? '', condition.value, facts)),
    ...paid.map((name) => sayFact(name, profile[name] ?? null, facts)),
  ].join('、');
}

/** The facts still open, each with what it must be: 工业用电量同比增长（要10%以上）. */
export function sayOpen({ missing, conditions }: Evaluation, facts: Facts): string {
  return missing
    .map((name) => {
      const condition = conditions.find((one) => one.facts.includes(name));
      const test = condition ? sayTest(condition, facts) : null;
      return `${labelOf(name, facts)}${test ? words.needs(test) : ''}`;
    })
    .join('、');
}

/** The questions of one message, numbered where there are several, each with the bound that `main` sets for its figure. */
export function sayQuestions(
  asks: readonly string[],
  facts: Facts,
  {
    profile = {},
    main,
    heard = {},
    periods = new Map(),
  }: { profile?: Profile; main?: Evaluation; heard?: Profile; periods?: AskedPeriods } = {},
): string {
  const questions = asks.map((name) => {
    const fact = facts.get(name);
    if (!fact) return '';
    const vague = profile[name];
    const doubted = heard[name];
    const hint = vague === undefined ? fact.hint : sayMoreExactly(fact, vague, main);
    const hints = [main && boundOf(name, main, facts), doubted === undefined ? hint : null].filter(Boolean);
    const period = main?.benefit.during ?? periods.get(name);
    const of = fact.period === 'window' && period ? formatMonths(period) : '';
    const question = doubted === undefined ? fact.question : words.isItThis(formatFact(fact, doubted));
    return `${of}${question}${hints.length > 0 ? `（${hints.join('，')}）` : ''}`;
  });
  return questions.length === 1
    ? questions[0]!
    : questions.map((text, place) => words.question(place, text)).join('');
}

/** Why what was said does not do: it is of other months, or not exact. */
function sayMoreExactly(fact: Fact, said: FactValue, main: Evaluation | undefined): string {
  const during = main?.benefit.during;
  if (during && isExact(said)) return words.ofMonths(formatMonths(during));
  const text = formatFact(fact, said);
  return fact.type === 'choice' ? words.whichOfThem(text) : words.moreExactly(text);
}

/** 2022年1—6月 · 2022年 · 2022年1月5日至2022年3月9日 */
function formatMonths({ from, to }: Period): string {
  const [year, first] = from.split('-').map(Number);
  const [lastYear, last] = to.split('-').map(Number);
  const isWhole = from.endsWith('-01') && addDays(to, 1).endsWith('-01');
  if (!isWhole || year !== lastYear) return words.between(formatFullDay(from), formatFullDay(to));
  return words.months(year!, first!, last!);
}

const isExact = (said: FactValue): boolean =>
  typeof said === 'number' || (typeof said === 'object' && 'min' in said && said.min === said.max);

/** 要10%以上, of a figure; what else a fact must be shows in its question. */
function boundOf(name: string, { conditions }: Evaluation, facts: Facts): string | null {
  if (facts.get(name)?.type !== 'number') return null;
  const condition = conditions.find((one) => one.facts[0] === name && one.state !== 'met');
  const test = condition ? sayTest(condition, facts) : null;
  return test ? words.wants(test) : null;
}
