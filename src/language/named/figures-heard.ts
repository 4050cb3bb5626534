/** Figures of a message to the facts whose names stand around them; to none where two may be meant. */
import type { Interval } from '../../contract/index.ts';
import type { Fact } from '../../facts/index.ts';
import { isYetToCome } from '../to-come.ts';
import { isOfPartner } from '../worded/others.ts';
import { isA } from '../words-said.ts';
import { type Around, around } from './around.ts';
import { candidatesFor, isOfYear, isSaidOfSomeMonths } from './candidates.ts';
import { isOfOne, isSameOne, thingCounted, timesAsMuch, unitOfEach } from './each.ts';
import { gramsOf } from './grams.ts';
import { asksOnly, inside, keep, mannerIn, type Part, type Scene } from './scene.ts';
import { inPerCent, inUnit, type Measured, widened } from './units.ts';
import { whoseFigure } from './whose-figure.ts';

/** Figures to the names around them. Returns those that were given to a fact. */
export function hearFigures(scene: Scene): Set<Measured> {
  const { amounts, parts, names, facts } = scene;
  const taken = new Set<Measured>();
  const numeric = [...names].filter(([id]) => ['number', 'date'].includes(facts.get(id)!.type));
  if (numeric.length === 0) return taken;
  for (const amount of amounts) {
    const part = parts.find((one) => amount.start >= one.start && amount.start < one.end);
    if (!part?.own) continue;
    const said = around(scene, amount, part);
    for (const { figure, mayBe } of sidesOf(scene, amount, part, said)) {
      const possible = numeric.filter(([id]) => mayBe(facts.get(id)!));
      const candidates = (fits: (fact: Fact) => boolean) =>
        candidatesFor(scene, { amount, part, said, numeric: possible, fits });
      const fitting = candidates((fact) => unitFits(fact, ofPersons(amount, scene, part)));
      const scored = fitting.length > 0 ? fitting : candidates((fact) => lacksUnit(fact, amount));
      const { meant, doubtful } = whoseFigure(scored, scene, said);
      for (const fact of doubtful) scene.result.unsure.push({ fact, value: null, why: 'thing' });
      for (const fact of meant) giveFigure(scene, fact, figure, part);
      if (meant.length > 0) taken.add(amount);
      if (meant.length + doubtful.length > 0)
        scene.result.taken.set(amount.start, [
          ...(scene.result.taken.get(amount.start) ?? []),
          ...meant,
          ...doubtful,
        ]);
    }
  }
  return taken;
}

/** Of each of several it is a figure of one, and so many times as much of all of them. */
function sidesOf(
  scene: Scene,
  amount: Measured,
  part: Part,
  said: Around,
): { figure: Measured; mayBe: (fact: Fact) => boolean }[] {
  const each = unitOfEach(scene, amount, part);
  if (each === null) {
    const isOfAll = said.local.includes(IN_ALL);
    return [{ figure: amount, mayBe: ({ label }) => !(isOfAll && isOfOne(label)) }];
  }
  const all = timesAsMuch(scene, amount, part, each);
  const ofOne = {
    figure: amount,
    mayBe: ({ label }: Fact) => isOfOne(label) && isSameOne(label, each),
  };
  // 卖了4台装备，每台150万 is what these were sold for, and not all that was sold.
  const thing = thingCounted(scene, amount, part, each);
  const ofAll = {
    figure: all!,
    mayBe: ({ label, unit }: Fact) =>
      !isOfOne(label) &&
      unit === 'yuan' &&
      gramsOf(label, scene.language).some(({ gram }) => thing.includes(gram)),
  };
  return all ? [ofOne, ofAll] : [ofOne];
}

/** The meaning of 总共, 一共, 加起来. */
const IN_ALL = '合计';

/** 8个毕业生, 毕业生8个 and who is taken on (招了9个就业困难的) are persons, and so are 6个 behind 20个毕业生 in one sentence. */
export function ofPersons(amount: Measured, scene: Scene, { sentence }: Part): Measured {
  if (amount.unit !== '个') return amount;
  const { text, amounts, parts, grams } = scene;
  const isOfPersons = ({ start, end }: Measured) =>
    PERSON_BEHIND.test(text.slice(end)) ||
    PERSON_BEFORE.test(text.slice(0, start)) ||
    grams.some((gram) => TAKES_ON.has(gram.gram) && gram.end === start);
  const opening = parts.find((one) => one.sentence === sentence)!;
  const before = amounts.filter((one) => one.start >= opening.start && one.start < amount.start);
  // 12个重度、8个中度、10个轻度的老人: what is listed is counted alike.
  const listed = amounts.filter(
    (one) => one.unit === '个' && one.start > amount.start && LISTED.test(text.slice(amount.end, one.start)),
  );
  return isOfPersons(amount) ||
    listed.some(isOfPersons) ||
    before.some((one) => one.unit === '个' && isOfPersons(one))
    ? { ...amount, unit: 'person' }
    : amount;
}
const LISTED = /^[^,。;!?]*、[^,。;!?]*$/u;
/** Meanings whose object is people. */
const TAKES_ON: ReadonlySet<string> = new Set(['招用', '引进']);
const PERSON = '(?:人|员(?![会企单])|职工|毕业生|大学生|应届生|学生|博士|硕士|专家|师(?![范生]))';
const PERSON_BEHIND = new RegExp(`^[^,。;!?\\d]{0,10}${PERSON}`, 'u');
const PERSON_BEFORE = new RegExp(`${PERSON}[^,。;!?\\d]{0,4}$`, 'u');

export function unitFits(fact: Fact, { unit, value }: Measured): boolean {
  if (fact.type === 'date') return unit === 'date';
  if (unit === null) return fact.unit !== 'yuan' || Math.abs(Number(value.min ?? value.max)) >= HARDLY_YUAN;
  return (
    inUnit({ unit, value } as Measured, fact.unit!) !== null ||
    (unit === '个' && fact.unit !== 'yuan' && fact.unit !== 'ratio' && !COUNTED.test(fact.unit!))
  );
}
/** 去年营收八千 may be 八千万. */
const lacksUnit = (fact: Fact, { unit, value }: Measured): boolean =>
  fact.unit === 'yuan' && unit === null && Math.abs(Number(value.min ?? value.max)) < HARDLY_YUAN;
/** A bare number below this is hardly yuan. */
const HARDLY_YUAN = 100_000;
/** What is measured and not counted in 个. */
const COUNTED = /person|kWh|岁|名次|亩|平方|吨|公里|美元|年|月|天|小时/u;

export function giveFigure(scene: Scene, id: string, figure: Measured, part: Part): void {
  if (lacksUnit(scene.facts.get(id)!, figure)) {
    scene.result.unsure.push({ fact: id, value: null, why: 'unit' });
    return;
  }
  const { unit = '' } = scene.facts.get(id)!;
  const isPerCent = figure.unit === null && unit === 'ratio';
  const amount = isPerCent ? { ...figure, value: inPerCent(figure.value) } : (inUnit(figure, unit) ?? figure);
  const before = scene.text.slice(part.start, amount.start);
  const words = scene.words.filter((word) => inside(word, part));
  if (isOfPartner(scene.facts.get(id)!, words, amount.start)) return;
  const said = mannerIn(scene, id, part, amount.start, amount.start);
  const manner = isYetToCome({ ...part, words }, amount.start) ? { ...said, toCome: true } : said;
  const short = SHORT_OF.test(before);
  if (asksOnly(scene, part, amount.start) || (manner.denials > 0 && NOT_SO.test(before))) return;
  // 端午没开工: a day on which nothing was done is the day of nothing.
  if (scene.facts.get(id)!.type === 'date' && words.some((word) => isA(word, 'not'))) return;
  const { min, max } = amount.value;
  const told = min ?? max;
  const value: Interval = ABOUT.test(before)
    ? widened(amount.value)
    : told === undefined
      ? amount.value
      : short
        ? { max: told, maxExclusive: true }
        : BROKEN_THROUGH.test(before)
          ? { min: told, minExclusive: true }
          : amount.value;
  const exact = value.min !== undefined && value.min === value.max ? value.min : value;
  keep(scene, id, exact, part, manner, false);
}
/** 大概占到四成: about, though a verb stands between. */
const ABOUT = /(?:大概|大约|约莫|差不多|估摸着?)[^,。;!?\d]{0,6}$/u;

/** 没到2000万, 还不够50人. */
const SHORT_OF = /(?:没|未|不)(?:有|能)?(?:到|达到?|够|满|足|上|过)$/u;
/** 突破1亿元: more than that, as the clause's own word has it. */
const BROKEN_THROUGH = /突破了?$/u;
/** 不是500人, 没有500人. */
const NOT_SO = /(?:不是|没有|并非)[^,。;!?]{0,4}$/u;

/** What was asked, answered with a figure alone or with a word or two. */
export function hearAnswers(scene: Scene, taken: ReadonlySet<Measured>): void {
  const { asked, facts, names, amounts, parts, result } = scene;
  const open = asked.filter((id) => names.has(id) && !(id in result.facts) && !result.mentions.includes(id));
  for (const amount of amounts) {
    const part = parts.find((one) => amount.start >= one.start && amount.start < one.end);
    if (!part?.own || taken.has(amount)) continue;
    const fitting = open.filter((id) => {
      const fact = facts.get(id)!;
      return (
        (fact.type === 'number' || fact.type === 'date') &&
        (unitFits(fact, amount) || (amount.unit === '个' && fact.unit === 'person')) &&
        !(id in result.facts)
      );
    });
    if (fitting.length !== 1) continue;
    if (isOfYear(facts.get(fitting[0]!)!) && isSaidOfSomeMonths(scene, part, amount))
      result.unsure.push({ fact: fitting[0]!, value: null, why: 'thing' });
    else giveFigure(scene, fitting[0]!, amount, part);
    result.taken.set(amount.start, fitting);
  }
}
