/** The figures of a message as facts measure them, with what the words around a number add to it. */
import type { Gram } from './grams.ts';
import { ranksIn } from './ranks.ts';
import type { Hearing, Scene } from './scene.ts';
import { inFull, type Measured, measured, withUnitBehind } from './units.ts';

/** `units`: those that some fact is measured in. */
export const amountsTold = (
  { text, figures }: Hearing,
  grams: readonly Gram[],
  units: ReadonlySet<string>,
): Measured[] =>
  [
    ...figures
      .flatMap((figure) => measured(figure) ?? [])
      .map((one) => inFull(paid(withUnitBehind(counted(one, text, units), text, units), grams), text)),
    ...ranksIn(text),
  ].sort((one, other) => one.start - other.start);

/** 发了260万件 says the 发件 of 年发件量: the verb and what it counts, with the number between. */
const MARKS: ReadonlySet<string> = new Set('了过着');
export function verbAndUnit({ start, end, unit }: Measured, text: string, names: Scene['names']): Gram[] {
  const behind = MARKS.has(text[start - 1] ?? '') ? start - 2 : start - 1;
  const verb = text[behind];
  const counted = /\p{Script=Han}+$/u.exec(text.slice(start, end))?.[0] ?? '';
  if (verb === undefined || unit === null || unit === 'yuan' || !counted.endsWith(unit)) return [];
  const gram = verb + unit[0]!;
  const isSaid = [...names.values()].some((called) => called.some(({ pieces }) => pieces.has(gram)));
  return isSaid ? [{ gram, start: behind, end: start }] : [];
}

/** 2万餐, 3万架次: a number of that size is money only where nothing that is counted stands behind it. */
function counted(amount: Measured, text: string, units: ReadonlySet<string>): Measured {
  if (amount.unit !== 'yuan' || !/[万亿千]$/u.test(text.slice(amount.start, amount.end))) return amount;
  const bare = withUnitBehind({ ...amount, unit: null }, text, units);
  return bare.unit === null || bare.unit === '年' ? amount : bare;
}

/** 实际付了9万, 投了300万: a bare number of that size behind a verb of paying is money. */
function paid(amount: Measured, grams: readonly Gram[]): Measured {
  const isSum = amount.unit === null && Number(amount.value.min ?? amount.value.max) >= SUM;
  return isSum && grams.some(({ gram, end }) => PAYS.has(gram) && end === amount.start)
    ? { ...amount, unit: 'yuan' }
    : amount;
}
const PAYS: ReadonlySet<string> = new Set(['费用', '投资']);
const SUM = 10_000;
