/** Measures of a draft: added, joined, split, removed; their titles, units, aliases; the parts of their rules. */
import { UserError } from '../../contract/index.ts';
import { readResponsible } from '../../policy/index.ts';
import { reviewWords as words } from '../../words/index.ts';
import type { Pair, PolicyData, WrittenMeasure } from './policy-text.ts';
import { distinct, flat, quoted, type Setting, withoutReview } from './said.ts';
import { asClause, chapterAt, cutOutOfClauses, trimmed } from './stretches.ts';

export type MeasureChange =
  | { kind: 'measure'; number: string; title: string; responsible: string[] }
  | { kind: 'aliases'; number: string; aliases: string[] }
  | { kind: 'measure-add'; number: string; title: string; quote: string }
  /** What stands in no stretch yet, and is no measure. */
  | { kind: 'clause-add'; quote: string }
  /** With the one behind it. */
  | { kind: 'measure-join'; number: string }
  /** The second begins with these words. */
  | { kind: 'measure-split'; number: string; quote: string; second: string; title: string }
  | { kind: 'measure-remove'; number: string }
  | { kind: 'benefit-part'; number: string; index: number; path: string; value: string }
  | { kind: 'benefit-part-remove'; number: string; index: number; path: string }
  | {
      kind: 'benefit-need-add';
      number: string;
      index: number;
      fact: string;
      comparator: string;
      value: string;
    }
  | { kind: 'benefit-quote'; number: string; index: number; name: string; quote: string }
  | { kind: 'benefit-add'; number: string; name: string; quote: string; yuan: string }
  | { kind: 'benefit-remove'; number: string; index: number };

export function changeMeasure(data: PolicyData, change: MeasureChange, setting: Setting): PolicyData {
  if (change.kind === 'measure-add') return add(data, change, setting);
  if (change.kind === 'clause-add') return asClause(data, spanOf(change.quote, setting));
  const measure = data.measures?.[change.number];
  if (!measure) throw new UserError(words.noMeasure(change.number));
  const withMeasure = (next: WrittenMeasure): PolicyData => ({
    ...data,
    measures: { ...data.measures, [change.number]: next },
  });
  switch (change.kind) {
    case 'measure':
      return withoutReview(
        withMeasure({
          ...measure,
          ...titleOf(change.title),
          responsible: distinct(change.responsible),
        }),
        `measures.${change.number}.responsible`,
      );
    case 'aliases':
      return withMeasure({ ...measure, aliases: distinct(change.aliases) });
    case 'measure-join':
      return join(data, change.number, measure);
    case 'measure-split':
      return split(data, change, measure, setting);
    case 'measure-remove': {
      const { [change.number]: _, ...measures } = data.measures!;
      const left = { ...data, measures };
      return measure.span ? asClause(left, measure.span) : left;
    }
    case 'benefit-add':
      return withMeasure({
        ...measure,
        benefits: [
          ...(measure.benefits ?? []),
          {
            benefit: flat(change.name),
            quote: quoted(change.quote, setting),
            pays: [change.yuan === '' ? { unstated: quoted(change.quote, setting) } : { yuan: change.yuan }],
          },
        ],
      });
    case 'benefit-remove':
      return withMeasure(
        withBenefits(
          measure,
          (measure.benefits ?? []).filter((_, i) => i !== change.index),
        ),
      );
    default:
      return withMeasure(
        withBenefits(
          measure,
          (measure.benefits ?? []).map((benefit, i) =>
            i === change.index ? changeBenefit(benefit, change, setting) : benefit,
          ),
        ),
      );
  }
}

/** An empty title is left to the program. */
const titleOf = (title: string): Pick<WrittenMeasure, 'title'> =>
  title.trim() ? { title: flat(title) } : {};

function withBenefits(
  { benefits: _, ...measure }: WrittenMeasure,
  benefits: Record<string, unknown>[],
): WrittenMeasure {
  return benefits.length > 0 ? { ...measure, benefits } : measure;
}

const MEASURE_NUMBER = /^\d{1,3}(?:-\d{1,3})?$/u;

function freeNumber({ measures = {} }: PolicyData, number: string): string {
  if (!MEASURE_NUMBER.test(number)) throw new UserError(words.wrongNumber(number));
  if (measures[number]) throw new UserError(words.numberTaken(number));
  return number;
}

/** Throws UserError where the words stand nowhere. */
function spanOf(quote: string, { find, source }: Setting): Pair {
  if (quote === '') throw new UserError(words.quoteNeeded);
  const found = find(quote);
  if (!found) throw new UserError(words.quoteMissing(quote));
  return trimmed(source, found);
}

function add(
  data: PolicyData,
  { number, title, quote }: Extract<MeasureChange, { kind: 'measure-add' }>,
  setting: Setting,
): PolicyData {
  const { source } = setting;
  const span = spanOf(quote, setting);
  const cut = cutOutOfClauses(data, source, span);
  const measure: WrittenMeasure = {
    ...titleOf(title),
    chapter: chapterAt(data, span[0]),
    span,
    responsible: unitsIn(source, span),
    aliases: [],
  };
  return { ...cut, measures: { ...cut.measures, [freeNumber(data, number)]: measure } };
}

/** Who answers for it, as the text says. */
const unitsIn = (source: string, [start, end]: Pair): string[] =>
  readResponsible(flat(source.slice(start, end))).units;

/** The numbers in the order of the text. */
const inOrder = ({ measures = {} }: PolicyData): string[] =>
  Object.keys(measures).sort(
    (one, other) => (measures[one]!.span?.[0] ?? 0) - (measures[other]!.span?.[0] ?? 0),
  );

function join(data: PolicyData, number: string, measure: WrittenMeasure): PolicyData {
  const order = inOrder(data);
  const behind = order[order.indexOf(number) + 1];
  const second = behind === undefined ? undefined : data.measures?.[behind];
  if (behind === undefined || !second?.span || !measure.span) throw new UserError(words.nothingBehind);
  const { [behind]: _, ...measures } = data.measures!;
  const span: Pair = [measure.span[0], second.span[1]];
  const benefits = [...(measure.benefits ?? []), ...(second.benefits ?? [])];
  const joined = {
    ...measure,
    span,
    responsible: distinct([...(measure.responsible ?? []), ...(second.responsible ?? [])]),
    aliases: distinct([...(measure.aliases ?? []), ...(second.aliases ?? [])]),
    ...(benefits.length > 0 && { benefits }),
  };
  // A clause or a heading that stood between them is within the whole now.
  const within = ({ span: [from, to] }: { span: Pair }) => from >= span[0] && to <= span[1];
  return {
    ...data,
    clauses: (data.clauses ?? []).filter((clause) => !within(clause)),
    measures: { ...measures, [number]: joined },
  };
}

function split(
  data: PolicyData,
  { number, quote, second, title }: Extract<MeasureChange, { kind: 'measure-split' }>,
  measure: WrittenMeasure,
  { find, source }: Setting,
): PolicyData {
  const at = quote === '' ? null : find(quote);
  const span = measure.span;
  if (!at || !span || at[0] <= span[0] || at[0] >= span[1]) throw new UserError(words.splitInside);
  const own = freeNumber(data, second);
  const first = trimmed(source, [span[0], at[0]]);
  const rest = trimmed(source, [at[0], span[1]]);
  const belongs = (benefit: Record<string, unknown>) => (find(String(benefit.quote))?.[0] ?? 0) >= at[0];
  const benefits = measure.benefits ?? [];
  return {
    ...data,
    measures: {
      ...data.measures,
      [number]: withBenefits(
        { ...measure, span: first, responsible: unitsIn(source, first) },
        benefits.filter((benefit) => !belongs(benefit)),
      ),
      [own]: withBenefits(
        {
          ...titleOf(title),
          chapter: chapterAt(data, rest[0]),
          span: rest,
          responsible: unitsIn(source, rest),
          aliases: [],
        },
        benefits.filter(belongs),
      ),
    },
  };
}

type BenefitChange = Extract<
  MeasureChange,
  { kind: 'benefit-part' | 'benefit-part-remove' | 'benefit-need-add' | 'benefit-quote' }
>;

/** A person has decided: what the program was unsure of is no longer its own reading. */
function changeBenefit(
  benefit: Record<string, unknown>,
  change: BenefitChange,
  setting: Setting,
): Record<string, unknown> {
  const { drafted: _, ...own } = benefit;
  switch (change.kind) {
    case 'benefit-quote':
      return { ...own, benefit: flat(change.name), quote: quoted(change.quote, setting) };
    case 'benefit-need-add': {
      const needs = (own.needs as unknown[] | undefined) ?? [];
      const need =
        change.comparator === 'is' && change.value === ''
          ? change.fact
          : { [change.fact]: { [change.comparator]: change.value } };
      const { benefit: name, quote, ...rest } = own;
      return { benefit: name, quote, ...rest, needs: [...needs, need] };
    }
    case 'benefit-part':
      return replaced(own, change.path.split('.'), change.value) as Record<string, unknown>;
    case 'benefit-part-remove':
      return replaced(own, change.path.split('.'), undefined) as Record<string, unknown>;
  }
}

/** The value at a path; undefined takes it out. A path that is not there is refused: somebody else has changed it. */
function replaced(node: unknown, [key, ...rest]: string[], value: string | undefined): unknown {
  if (key === undefined) return typeof node === 'boolean' && value !== undefined ? value === 'true' : value;
  if (Array.isArray(node)) {
    const index = Number(key);
    if (!(index in node)) throw new UserError(words.notHere);
    const next = replaced(node[index], rest, value);
    return next === undefined
      ? node.filter((_, i) => i !== index)
      : node.map((one, i) => (i === index ? next : one));
  }
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key))
    throw new UserError(words.notHere);
  const entries = Object.entries(node).flatMap(([name, one]) => {
    if (name !== key) return [[name, one] as const];
    const next = replaced(one, rest, value);
    return next === undefined ? [] : [[name, next] as const];
  });
  return Object.fromEntries(entries);
}
