/** Whose a figure is of several facts that may be meant. */
import { yearSaid } from '../year-said.ts';
import { type Around, isYear, saysUnit } from './around.ts';
import { isCommon, isOfAnyMoney } from './common.ts';
import type { Language } from './language.ts';
import { type Name, saidOf, toldOf } from './names.ts';
import type { Part, Scene } from './scene.ts';
import { isOfOneUnit, type Measured } from './units.ts';

/** By how much the best name must be better than the next. */
const MARGIN = 0.08;

export interface Candidate {
  name: Name;
  coverage: number;
  /** All that the fact may be called, its own name first. */
  called: readonly Name[];
}

/**
 * The fact whose name is said best, in each measure that speaks of such a figure: one of another measure means the same thing where
 * all that was said of the best stands in its name too (项目实际投入 and 项目建设实际投入). Two of one measure that are said as well as
 * each other leave it open.
 */
export function whoseFigure(
  scored: readonly Candidate[],
  { facts, asked, language }: Scene,
  { wide: around, local }: Pick<Around, 'wide' | 'local'>,
): { meant: string[]; doubtful: string[] } {
  const fitting = scored.filter(
    (one) =>
      !scored.some((sum) => isPartOf(one, sum, around)) &&
      (asked.includes(one.name.fact) || !scored.some((other) => isLessThan(one, other, local))),
  );
  const [best] = fitting;
  if (!best) return { meant: [], doubtful: [] };
  const meant: string[] = [];
  const doubtful: string[] = [];
  for (const rivals of Map.groupBy(fitting, ({ name }) => facts.get(name.fact)!.topic).values()) {
    const close = rivals.filter(({ coverage }) => rivals[0]!.coverage - coverage < MARGIN);
    const first: Candidate | null =
      asked.includes(best.name.fact) && rivals.includes(best) ? best : mostSaid(close, around);
    if (close.length > 1 && close.every((one) => isOneThing(one.name, close[0]!.name, language)))
      meant.push(...close.map(({ name }) => name.fact));
    else if (
      first &&
      (first === best ||
        (saysTheSame(best.name, first.called[0]!, around) &&
          isWhollySaid(first.called[0]!, around, language)))
    )
      meant.push(first.name.fact);
    else if (!first) doubtful.push(...close.slice(0, 2).map(({ name }) => name.fact));
  }
  // 设备花了260万 beside a 加工车间 is the 加工设备 of one measure, and no 除尘设备 of another.
  const whole = meant.filter((id) =>
    fitting.some((one) => one.name.fact === id && isWhollySaid(one.called[0]!, around, language)),
  );
  return {
    meant: whole.length > 0 ? meant.filter((id) => whole.includes(id) || asked.includes(id)) : meant,
    doubtful,
  };
}

const isLight = (gram: string, { isAct }: Language): boolean =>
  isCommon(gram) || isOfAnyMoney(gram) || isYear(gram) || gram === '年' || isAct(gram) || saysUnit(gram);

/** 年出口额 and 年度出口额: two names that a document has for one figure. */
const isOneThing = (one: Name, other: Name, language: Language): boolean =>
  [...new Set(one.pieces.keys()).symmetricDifference(new Set(other.pieces.keys()))].every((gram) =>
    isLight(gram, language),
  );

/** 零售额1亿 is no 网络零售额 of another measure: nothing is left of the name that would have to be said. */
function isWhollySaid({ pieces }: Name, around: readonly string[], language: Language): boolean {
  const done = new Set(
    [...pieces].flatMap(([gram, places]) => (isLight(gram, language) || around.includes(gram) ? places : [])),
  );
  return new Set([...pieces.values()].flat()).difference(done).size < 2;
}

/** 首台套装备销售额900万 is no 年营业额: all of the one name is said, and of the other as much and which of it. */
function isLessThan(one: Candidate, other: Candidate, local: readonly string[]): boolean {
  const [told, more] = [toldOf(one.name, local), toldOf(other.name, local)];
  return told.size > 0 && told.size < more.size && [...told].every((gram) => more.has(gram));
}

/** 增值税和个税合计9000元 is no figure of the 增值税: of two that a list adds up both are said. */
function isPartOf(one: Candidate, sum: Candidate, around: readonly string[]): boolean {
  if (one === sum || sum.called.length < 3) return false;
  const members = sum.called.slice(1).filter((member) => {
    const own = [...toldOf(member, around)];
    return (
      saidOf(member, around) >= SAID_OF_MEMBER &&
      own.some((gram) => sum.called.slice(1).every((other) => other === member || !other.pieces.has(gram)))
    );
  });
  if (members.length < 2) return false;
  const whole = toldOf(sum.called[0]!, around);
  const told = [...toldOf(one.called[0]!, around)];
  return told.length < whole.size && told.every((gram) => whole.has(gram));
}

const SAID_OF_MEMBER = 0.7;

/** 研发设备 was said, and of names that are said about as well one has 研发. Null where none says more than the others. */
const mostSaid = (close: readonly Candidate[], around: readonly string[]): Candidate | null =>
  close.find((one) => close.every((other) => other === one || saysMore(one.name, other.name, around))) ??
  null;

const saysMore = (one: Name, other: Name, around: readonly string[]): boolean =>
  saysTheSame(other, one, around) && !saysTheSame(one, other, around);

/** All that was said of the one stands in the other's name as well. */
function saysTheSame(one: Name, other: Name, around: readonly string[]): boolean {
  const told = toldOf(other, around);
  return [...toldOf(one, around)].every((gram) => told.has(gram));
}

/** 去年1200万件，前年900万件: of two years the later one is meant, and the earlier one only says how much it grew. */
export function isBesideLater(
  { amounts, parts, figures, today }: Scene,
  { sentence }: Part,
  amount: Measured,
): boolean {
  return amounts.some((other) => {
    const part = parts.find((one) => other.start >= one.start && other.start < one.end);
    if (other === amount || !isOfOneUnit(other, amount) || part?.sentence !== sentence) return false;
    const year = yearSaid(figures, part.start, other.start, today);
    return year === 'last-year' || year === 'this-year';
  });
}
