/**
 * Figures that follow from two that are told: 研发费用占主营业务收入比重 from what was spent and what was earned, 研发费用较上年增长 and
 * 研发费用较上年增量 from what was spent in two years. The fact's name says of what.
 */
import Big from 'big.js';
import { yearsAgo } from '../year-said.ts';
import { isYear, nearby, tellsOfWhat } from './around.ts';
import { isCommon, isOfAnyMoney } from './common.ts';
import { type Derived, derivedFrom } from './derived-names.ts';
import { gramsOf } from './grams.ts';

import { asksOnly, inside, keep, mannerIn, overlaps, type Part, type Scene } from './scene.ts';
import { isOfOneUnit, type Measured } from './units.ts';

/** A sum said of a thing, of the year so many years ago; null where no year is said. */
interface Told {
  amount: Measured;
  part: Part;
  value: number;
  ago: number | null;
}

/** Gives a value to those facts of which nothing was told, and which follow from figures of this message. */
export function hearDerived(scene: Scene): void {
  for (const id of scene.names.keys()) {
    const fact = scene.facts.get(id)!;
    if (fact.type !== 'number' || id in scene.result.facts || scene.result.mentions.includes(id)) continue;
    const derived = derivedFrom(fact.label);
    const found = derived && reckon(derived, scene);
    if (!found) continue;
    const { told, value } = found;
    if (asksOnly(scene, told.part, told.amount.start)) continue;
    const manner = mannerIn(scene, id, told.part, told.amount.start, told.amount.start);
    keep(scene, id, value, told.part, manner, false);
  }
}

function reckon(derived: Derived, scene: Scene): { told: Told; value: number } | null {
  const told = toldOfThing(derived.of, scene);
  if (derived.kind === 'share') {
    const wholes = toldOfThing(derived.whole, scene);
    const pairs = told.flatMap((part) =>
      wholes
        .filter(
          ({ amount, ago }) => amount !== part.amount && ago === part.ago && isOfOneUnit(amount, part.amount),
        )
        .map((whole) => ({ told: part, whole })),
    );
    const [only] = pairs;
    if (pairs.length !== 1 || only!.whole.value <= 0) return null;
    return { told: only!.told, value: ratio(only!.told.value, only!.whole.value) };
  }
  const [later, earlier] = twoYears(told) ?? [];
  if (!later || !earlier || earlier.value <= 0) return null;
  const more = new Big(later.value).minus(earlier.value);
  return {
    told: later,
    value: derived.kind === 'growth' ? ratio(more.toNumber(), earlier.value) : more.toNumber(),
  };
}

const ratio = (part: number, whole: number): number => new Big(part).div(whole).round(6).toNumber();

/** The figures of a year and of the year before it, where just these two are told; one without a year beside 去年 is this year's. */
function twoYears(told: readonly Told[]): [Told, Told] | null {
  if (told.length !== 2) return null;
  const dated = told.map((one) => ({ ...one, ago: one.ago ?? 0 })).sort((a, b) => a.ago - b.ago);
  const [later, earlier] = dated as [Told & { ago: number }, Told & { ago: number }];
  const isNext = earlier.ago - later.ago === 1;
  return isNext && isOfOneUnit(later.amount, earlier.amount) ? [later, earlier] : null;
}

/** How much of the thing's name has to be said around a figure. */
const ENOUGH = 0.6;

/** Exact figures around which the thing is said, or before which it was said last in the sentence. */
function toldOfThing(thing: string, scene: Scene): Told[] {
  const wanted = new Set(gramsOf(thing, scene.language).map(({ gram }) => gram)).difference(OF_A_YEAR);
  // 研发1150万 is what was spent on it: of money it need not be said that it was spent.
  const own = [...wanted].filter((gram) => !isCommon(gram) && !isOfAnyMoney(gram));
  const telling = own.length > 0 ? own : [...wanted];
  const share = (grams: readonly string[]): number =>
    telling.filter((gram) => grams.includes(gram)).length / telling.length;
  const found: Told[] = [];
  let carried = { sentence: -1, says: false };
  for (const amount of scene.amounts) {
    const part = scene.parts.find((one) => amount.start >= one.start && amount.start < one.end);
    if (!part?.own || amount.unit === 'date') continue;
    const opening = scene.parts.find(({ sentence }) => sentence === part.sentence)!.start;
    const namesIn = (start: number, end: number) =>
      scene.grams
        .filter((gram) => inside(gram, { start, end }) && !overlaps(gram, amount))
        .map(({ gram }) => gram)
        .filter((gram) => !isYear(gram) && !isCommon(gram) && gram !== SAME_TIME);
    const { start, end } = nearby(amount, part, scene.amounts);
    const beside = namesIn(start, amount.end);
    const names = beside.some(tellsOfWhat) ? beside : namesIn(start, end);
    const isCarried = carried.sentence === part.sentence;
    // 跟本地厂采购零部件，前年4000万: what the sentence said before its first figure.
    const about = names.length > 0 || isCarried ? names : namesIn(opening, amount.start);
    // 跨境电商企业，去年出口420万美元: what is said beside it opens the thing, and the sentence before says the rest.
    const isOpened = share(about) > 0 && share([...about, ...namesIn(opening, start)]) >= ENOUGH;
    const says = share(about) >= ENOUGH || isOpened || (names.length === 0 && isCarried && carried.says);
    carried = { sentence: part.sentence, says };
    const { min, max } = amount.value;
    if (says && typeof min === 'number' && min === max)
      found.push({ amount, part, value: min, ago: agoOf(amount, part, scene) });
  }
  return found;
}
const OF_A_YEAR: ReadonlySet<string> = new Set(['年', '年度']);
/** 去年同期: of the same months a year ago. */
const SAME_TIME = '同期';

/** By the year said last before it in its sentence. */
const agoOf = ({ start }: Measured, { sentence }: Part, { figures, parts, today }: Scene): number | null =>
  yearsAgo(figures, parts.find((one) => one.sentence === sentence)!.start, start, today);
