/** A figure without a word of its own → what was asked. */
import type { Interval } from '../../contract/index.ts';
import { inPerCent } from '../named/units.ts';
import type { Clause } from '../utterance.ts';
import type { Amount } from './amounts.ts';
import type { Anchor } from './anchors.ts';
import { assign } from './assign.ts';
import { type Family, familiesOf, familyFor, fits } from './families.ts';
import { namesNothing } from './filler.ts';
import { directionOf, signed } from './growth.ts';
import { replacedSince } from './modality.ts';
import { saysOnlyWhen } from './other-clauses.ts';
import { type Bound, type Scene, startOfStretch } from './scene.ts';

/** What a figure without a word is, going by what was asked; persons without a word stay in doubt. */
export function byQuestion(amount: Amount, clause: Clause, bound: readonly Bound[], scene: Scene): Bound[] {
  const { asked, facts } = scene;
  const numbers = asked.filter((name) => ['number', 'date'].includes(facts.get(name)?.type ?? ''));
  const unanswered = numbers.filter((name) => !bound.some((one) => one.fact === name));
  // 有时候350有时候280: both answer the only question.
  const open = unanswered.length > 0 ? unanswered : numbers.length === 1 ? numbers : [];
  for (const name of open) {
    const family = familyFor(name, facts);
    if (!family || !answers(amount, clause, { name, family }, scene)) continue;
    const isIncrease =
      name === family.increase && !asked.includes(family.name) && !isLevelOfYear(amount, clause, scene);
    const levels = name === family.growth && !asked.includes(family.name) ? fromTo(amount, family) : [];
    if (levels.length > 0) return levels;
    const anchor: Anchor = {
      family,
      role: isIncrease ? 'increase' : 'level',
      start: clause.start,
      end: clause.start,
    };
    if (amount.unit !== 'bare') return assign(amount, anchor, clause, scene);
    if (name === family.growth && !isOneOfTwo(amount, scene)) {
      const value = percent(amount, clause, scene);
      return [{ fact: name, value, at: amount.start, sure: true, why: 'thing', total: false }];
    }
    return assign({ ...amount, unit: family.unit === 'yuan' ? 'bare' : family.unit }, anchor, clause, scene);
  }
  const corrected = byCorrection(amount, clause, scene);
  if (corrected.length > 0) return corrected;
  const spokenOf = byTopic(amount, clause, bound, scene);
  if (spokenOf) return assign(amount, spokenOf, clause, scene);
  const dated = byThing(amount, clause, bound, scene);
  if (dated) return assign(amount, dated, clause, scene);
  const only = familiesOf(facts).filter((family) => amount.unit === 'person' && family.unit === 'person');
  if (only.length !== 1) return [];
  return [
    { fact: only[0]!.name, value: amount.value, at: amount.start, sure: false, why: 'thing', total: false },
  ];
}

/** 32万度到36万度, to by how much it grew: what it was, and what it is. */
function fromTo({ unit, value: { min, max }, start }: Amount, family: Family): Bound[] {
  if (unit !== family.unit || min === undefined || max === undefined || min === max) return [];
  const told = (fact: string | null, n: number | string): Bound[] =>
    fact === null
      ? []
      : [{ fact, value: { min: n, max: n }, at: start, sure: true, why: 'thing', total: false }];
  return [...told(family.previous, min), ...told(family.level, max)];
}

/** 在岗300人……不对，刚问了，是250: what is put right is of what was spoken of last. */
function byCorrection(amount: Amount, clause: Clause, scene: Scene): Bound[] {
  const since = replacedSince(scene.text);
  if (amount.start <= since || !PUT_RIGHT.test(clause.text.slice(0, amount.start - clause.start))) return [];
  const last = scene.anchors.findLast((one) => one.role !== 'other' && one.end <= since);
  if (!last || !answers(amount, clause, { name: last.family.name, family: last.family }, scene)) return [];
  const unit = amount.unit === 'bare' && last.family.unit !== 'yuan' ? last.family.unit : amount.unit;
  return assign({ ...amount, unit }, last, clause, scene);
}
const PUT_RIGHT = /^(?:[^\d]{0,8}(?:是|有|就|才|为))?$/u;

/** A sum that names nothing else, beside words of one topic only: 金额一个亿，7月15号签的. */
function byTopic(amount: Amount, clause: Clause, bound: readonly Bound[], scene: Scene): Anchor | null {
  const { facts, text, anchors } = scene;
  if (
    amount.unit !== 'yuan' ||
    !saysOnlyASum(text.slice(clause.start, amount.start) + text.slice(amount.end, clause.end))
  )
    return null;
  const topicOf = ({ name }: Family) => facts.get(name)!.topic;
  const topics = new Set(anchors.filter((one) => one.role === 'level').map((one) => topicOf(one.family)));
  const families = familiesOf(facts).filter(
    (family) => family.unit === 'yuan' && topics.has(topicOf(family)),
  );
  const [family, ...others] = families;
  if (topics.size !== 1 || !family || others.length > 0 || bound.some((one) => one.fact === family.name))
    return null;
  return { family, role: 'level', start: clause.start, end: clause.start };
}
/** 10月还有一笔4800万: the day in a clause that tells how much, and nothing else, is of the same thing. */
function byThing(amount: Amount, clause: Clause, bound: readonly Bound[], scene: Scene): Anchor | null {
  if (amount.unit !== 'date' || !saysOnlyWhen(amount, clause, scene.amounts)) return null;
  const here = bound.findLast(
    ({ at, fact }) => at >= clause.start && at < clause.end && scene.facts.get(fact)!.entity,
  );
  const kind = here && scene.facts.get(here.fact)!.entity;
  const days = familiesOf(scene.facts).filter(
    ({ name, unit }) => unit === 'date' && kind !== undefined && scene.facts.get(name)!.entity === kind,
  );
  return days.length === 1
    ? { family: days[0]!, role: 'level', start: clause.start, end: clause.start }
    : null;
}

const saysOnlyASum = (said: string): boolean =>
  said.replace(/金额|总价|价款|数额|规模|体量|[是有为约共的个笔单了:]|大概|大约|差不多|左右/gu, '') === '';

/** 去年8亿, 今年10亿: what a year made, not by how much it grew (今年多了2亿). */
function isLevelOfYear(amount: Amount, clause: Clause, scene: Scene): boolean {
  const before = scene.text.slice(startOfStretch(amount, clause, scene), amount.start);
  const after = scene.text.slice(amount.end, clause.end);
  return OF_YEAR.test(before) && directionOf(before, after) === null;
}
const OF_YEAR = /今年|本年|去年|上年|前年|同期|20\d\d年/u;

/** A growth in per cent is hardly above this: 350 beside 12% is no growth. */
const HARDLY_PERCENT = 100;

function answers(
  amount: Amount,
  clause: Clause,
  { name, family }: { name: string; family: Family },
  scene: Scene,
): boolean {
  const { unit, value } = amount;
  if (unit === 'other' || (amount.pieces && family.unit !== 'person')) return false;
  if (family.unit === 'yuan' && isSpentElsewhere(amount, clause, name, scene)) return false;
  if (unit !== 'bare') return fits(family, unit);
  if (family.unit === 'date') return false;
  const size = Math.abs(Number(value.min ?? value.max));
  if (name !== family.growth || isOneOfTwo(amount, scene)) return true;
  return size <= HARDLY_PERCENT && isSaidAlone(amount, clause, scene) && !putsYearRight(amount, scene);
}

/** 去年那个数拿错了，是32.1: a level of that year put right. */
const putsYearRight = ({ start }: Amount, { text }: Scene): boolean =>
  replacedSince(text) >= 0 && start > replacedSince(text) && OF_YEAR.test(text.slice(0, start));

/** 9月付了320万, to what was sold: money that left by a deed which the fact has no word for. */
function isSpentElsewhere({ start }: Amount, clause: Clause, name: string, { facts, text }: Scene): boolean {
  const verb = SPENT.exec(text.slice(clause.start, start))?.groups?.verb;
  const fact = facts.get(name)!;
  return (
    verb !== undefined && ![fact.label, fact.question, ...fact.words].some((word) => word.includes(verb))
  );
}
const SPENT =
  /(?<verb>[付花投买租缴交还贷借欠赔捐打汇转])(?:掉|出|出去|进去?|入)?(?:了|过)?(?:大概|约|差不多|将近|快)?$/u;

/** 12 · 涨了12 · 大概12吧; not 38.2是含税的 or 9月20付了320万, which tell of something else. */
function isSaidAlone({ start, end }: Amount, clause: Clause, { text }: Scene): boolean {
  const [before, after] = [text.slice(clause.start, start), text.slice(end, clause.end)];
  return directionOf(before, after) !== null || namesNothing(before + after);
}

/** 从80万涨到90万, 去年80今年90: levels, not growth. */
const isOneOfTwo = (amount: Amount, { amounts, text }: Scene): boolean =>
  (amount.scaled || (/去年|上年|同期/u.test(text) && /今年|本年|现在/u.test(text))) &&
  amounts.filter((one) => one.unit === amount.unit).length > 1;

/** 12 for a growth is 12%; 0.12 is taken as the fraction. */
function percent(amount: Amount, clause: Clause, scene: Scene): Interval {
  const before = scene.text.slice(startOfStretch(amount, clause, scene), amount.start);
  return signed(inPerCent(amount.value), directionOf(before, '') ?? 1);
}
