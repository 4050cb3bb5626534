/** What of a message speaks of the sum that is granted, and tells no figure of the enterprise. */
import { type Figure, readFigures } from '../figures/index.ts';
import { type Clause, onlyClauses, type Utterance } from '../language/index.ts';
import { type PayRow, subjectOf } from '../policy/index.ts';
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
    said.clauses.filter(
      (clause) => /\d/u.test(clause.text) && (GRANT.test(clause.text) || asksOfASum(clause, sums)),
    ),
  );
  if (grants.size === 0) return [said, null];
  return [onlyClauses(said, (one) => !grants.has(one)), onlyClauses(said, (one) => grants.has(one))];
}

/** 200万稳了?: the very sum that is paid, asked about. */
const asksOfASum = ({ text, question }: Clause, sums: ReadonlySet<number>): boolean =>
  sums.size > 0 &&
  (question || asks(text)) &&
  readFigures(text, {}).some((figure) => sums.has(yuanOf(figure)));

const yuanOf = (figure: Figure): number =>
  (figure.kind === 'money' || figure.kind === 'number') && figure.value !== undefined
    ? figure.value
    : Number.NaN;

/** Sums and caps of a measure, in yuan. */
export function sumsOf({ mind }: Scene, measure: string | null): ReadonlySet<number> {
  const benefits = measure === null ? [] : (subjectOf(mind.knowledge, measure)?.measure?.benefits ?? []);
  return new Set(benefits.flatMap(({ pays }) => pays.flatMap(written)));
}

const written = ({ pay, cap, capYear }: PayRow): number[] =>
  [pay.form === 'yuan' ? pay.yuan : null, cap, capYear].flatMap((sum) => (sum === null ? [] : [sum.value]));
