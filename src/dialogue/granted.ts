/** What of a message speaks of the sum that is granted, and tells no figure of the enterprise. */
import { type Figure, readFigures } from '../figures/index.ts';
import { type Clause, onlyClauses, type Utterance } from '../language/index.ts';
import { type PayRow, subjectOf } from '../policy/index.ts';
import { checkMeasure } from './check.ts';
import { asks } from './fit-question.ts';
import type { Scene } from './scene.ts';

/** 那个10万 · 能拿500万 · 给过3万 · 那就是5万对吧 · 最多封顶50万: a sum that is granted, not a figure of the enterprise. */
const GRANT =
  /(?:那|这)(?:个|笔|份)\d[\d.]*[万亿]元?(?=能|可以|和|跟|与|一起|同时|呢|怎么|要|是|$)|(?:给|补|奖|领)(?:过|了|我们?|你们?)*[^，。；！？\d]{0,4}\d|(?:能|可以|才)(?:拿|领|得|给|补|奖)[^，。；！？\d]{0,4}\d|(?:拿|得|享受|发)过[^，。；！？\d]{0,6}\d|\d[\d.]*[万亿]?元?的?(?:补贴|补助|奖励|奖金)|最[多高][^，。；！？\d]{0,3}\d[\d.]*[万亿]|封顶|上限|每[家户]|每个企业|总额|(?:最[少低多高]|至少|起码)[^，。；！？]*(?:吧|吗|对不对|是不是)[?？]?$|(?:对吧|是吧|对不对|是不是|没错吧)[?？。]?$/u;

/** The clauses about the enterprise, and those about what is granted; null where there are none. `sums`: what the measure in hand pays. */
export function partOfGrants(
  said: Utterance,
  sums: ReadonlySet<number>,
): [own: Utterance, granted: Utterance | null] {
  const grants = new Set(
    said.clauses.filter((clause) => GRANT.test(inDigits(clause.text)) || asksOfASum(clause, sums)),
  );
  if (grants.size === 0) return [said, null];
  return [onlyClauses(said, (one) => !grants.has(one)), onlyClauses(said, (one) => grants.has(one))];
}

/** 最高两百万 → 最高200万: sums as the patterns spell them; without a digit where there is no sum. */
function inDigits(text: string): string {
  const sums = readFigures(text, {}).filter(({ text: said }) => !/\d/u.test(said));
  const written = sums.reduceRight(
    (rest, figure) =>
      yuanOf(figure) >= TEN_THOUSAND
        ? `${rest.slice(0, figure.start)}${yuanOf(figure) / TEN_THOUSAND}万${rest.slice(figure.end)}`
        : rest,
    text,
  );
  return /\d/u.test(written) ? written : '';
}
const TEN_THOUSAND = 10_000;

/** 200万稳了?: the very sum that is paid, asked about. */
const asksOfASum = ({ text, question }: Clause, sums: ReadonlySet<number>): boolean =>
  sums.size > 0 &&
  (question || asks(text)) &&
  readFigures(text, {}).some((figure) => sums.has(yuanOf(figure)));

/** 最高200万 is read as at most so much: the sum that it names. */
const yuanOf = (figure: Figure): number =>
  figure.kind === 'money' || figure.kind === 'number'
    ? (figure.value ?? figure.max ?? Number.NaN)
    : Number.NaN;

/** Sums and caps of a measure, in yuan. */
export function sumsOf({ mind }: Scene, measure: string | null): ReadonlySet<number> {
  const benefits = measure === null ? [] : (subjectOf(mind.knowledge, measure)?.measure?.benefits ?? []);
  return new Set(benefits.flatMap(({ pays }) => pays.flatMap(written)));
}

const written = ({ pay, cap, capYear, capEach, capAll }: PayRow): number[] =>
  [pay.form === 'yuan' ? pay.yuan : null, cap, capYear, capEach, capAll].flatMap((sum) =>
    sum === null ? [] : [sum.value],
  );

/** The same, and what they come to for this enterprise: 60%就是72万？ */
export function sumsInHand(scene: Scene, measure: string | null): ReadonlySet<number> {
  const checked = measure === null ? null : checkMeasure(scene, measure, scene.known.profile);
  const worked = (checked?.evaluations ?? []).flatMap(({ amountYuan, potential }) =>
    [amountYuan, potential?.minYuan, potential?.maxYuan].filter((sum) => typeof sum === 'number'),
  );
  return new Set([...sumsOf(scene, measure), ...worked]);
}
