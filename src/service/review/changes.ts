/** What an officer can change in a draft: each change is data, and gives the data of the next policy.yaml. Pure. */
import { isDay, UserError } from '../../contract/index.ts';
import { readFigures } from '../../figures/index.ts';
import { reviewWords as words } from '../../words/index.ts';
import { changeMeasure, type MeasureChange } from './measure-changes.ts';
import type { PolicyData, WrittenRelation } from './policy-text.ts';
import { distinct, flat, quoted, type Setting, withoutReview } from './said.ts';

/** The values at the head of a document, as `review` names them. */
export const HEAD_FIELDS = [
  'number',
  'title',
  'issuer',
  'place',
  'issued',
  'validFrom',
  'validUntil',
  'applicationDeadline',
  'explained',
] as const;
export type HeadField = (typeof HEAD_FIELDS)[number];

export type Change =
  /** An empty value is taken from the quote; both empty: the document does not say it. */
  | { kind: 'field'; field: HeadField; value: string; quote: string }
  /** 待核: looked at, and left out. */
  | { kind: 'reviewed'; field: string }
  | { kind: 'names'; names: string[] }
  | { kind: 'relations'; relations: WrittenRelation[] }
  | { kind: 'fact-question'; fact: string; question: string }
  /** The document's own fact is one that all documents share. */
  | { kind: 'fact-join'; fact: string; shared: string }
  | MeasureChange;

/** Throws UserError with what to do where it cannot be done. */
export function changed(data: PolicyData, change: Change, setting: Setting): PolicyData {
  switch (change.kind) {
    case 'field':
      return withoutReview(changeField(data, change, setting), change.field);
    case 'reviewed':
      return withoutReview(data, change.field);
    case 'names':
      return { ...data, names: distinct(change.names) };
    case 'relations':
      return { ...data, relations: change.relations.map((one) => relation(one, setting)) };
    case 'fact-question':
      return changeFact(data, change.fact, (fact) => ({ ...fact, question: change.question }));
    case 'fact-join':
      return joinFact(data, change.fact, change.shared);
    default:
      return changeMeasure(data, change, setting);
  }
}

function changeField(
  data: PolicyData,
  { field, value, quote }: Extract<Change, { kind: 'field' }>,
  setting: Setting,
): PolicyData {
  const isEmpty = value === '' && quote === '';
  switch (field) {
    case 'place': {
      // A place is presumed, not quoted. Several are parted by 、
      const places = distinct(value.split(/[、，,\s]+/u));
      const { places: _, ...rest } = data;
      return { ...rest, place: places[0] ?? null, ...(places.length > 1 && { places }) };
    }
    case 'number':
    case 'title':
    case 'issuer': {
      const key = field === 'number' ? 'document' : field;
      const stands = { ...data.stands };
      delete stands[key];
      if (isEmpty) return { ...data, [key]: null, stands };
      const said = flat(value || quote);
      const span = setting.find(quote || value);
      if (quote !== '' && !span) throw new UserError(words.quoteMissing(quote));
      return {
        ...data,
        [key]: said,
        stands: span && flat(quote || value) === said ? { ...stands, [key]: span } : stands,
      };
    }
    case 'explained':
      return { ...data, explained: isEmpty ? null : { by: flat(value), quote: quoted(quote, setting) } };
    case 'issued':
      return { ...data, issued: isEmpty ? null : { on: dayOf(value, quote), quote: quoted(quote, setting) } };
    case 'applicationDeadline':
      return { ...data, apply: isEmpty ? null : { by: dayOf(value, quote), quote: quoted(quote, setting) } };
    case 'validFrom':
    case 'validUntil':
      return { ...data, valid: validity(data, field, isEmpty ? null : { value, quote }, setting) };
  }
}

function validity(
  { valid, issued }: PolicyData,
  field: 'validFrom' | 'validUntil',
  said: { value: string; quote: string } | null,
  setting: Setting,
): NonNullable<PolicyData['valid']> | null {
  const before = { from: valid?.from ?? null, to: valid?.to ?? null };
  const key = field === 'validFrom' ? 'from' : 'to';
  if (said === null) {
    const left = { ...before, [key]: null };
    return valid && (left.from || left.to) ? { ...left, quote: valid.quote } : null;
  }
  const since = /印发|发布|公布|之日/u.test(said.quote) && said.value === '' && issued ? 'issued' : null;
  const day =
    key === 'from' && since ? since : dayOf(said.value, said.quote, key === 'to' ? 'last' : 'first');
  return { ...before, [key]: day, quote: quoted(said.quote, setting) };
}

/** The day that was typed, or else the one that the quote says. */
function dayOf(value: string, quote: string, which: 'first' | 'last' = 'last'): string {
  if (value !== '') {
    if (!isDay(value)) throw new UserError(words.wrongDay(value));
    return value;
  }
  const days = readFigures(flat(quote), {}).flatMap((figure) =>
    figure.kind === 'date'
      ? [figure.value]
      : figure.kind === 'daterange'
        ? [figure.from, figure.to].filter((day) => day !== undefined)
        : [],
  );
  const day = which === 'first' ? days[0] : days.at(-1);
  if (day === undefined) throw new UserError(words.dayMissing);
  return day;
}

const relation = ({ kind, document, title, quote }: WrittenRelation, setting: Setting): WrittenRelation => ({
  kind,
  ...(document && { document }),
  ...(title && { title }),
  quote: quoted(quote, setting),
});

function changeFact(
  data: PolicyData,
  name: string,
  to: (fact: Record<string, unknown>) => Record<string, unknown>,
): PolicyData {
  const fact = data.facts?.[name];
  if (!fact) throw new UserError(words.notHere);
  return { ...data, facts: { ...data.facts, [name]: to(fact) } };
}

/** Every rule that spoke of the own fact speaks of the shared one. */
function joinFact(data: PolicyData, name: string, shared: string): PolicyData {
  const { [name]: gone, ...facts } = data.facts ?? {};
  if (!gone) throw new UserError(words.notHere);
  const renamed = (value: unknown): unknown => {
    if (value === name) return shared;
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key === name ? shared : key, renamed(one)]),
    );
  };
  const measures = Object.fromEntries(
    Object.entries(data.measures ?? {}).map(([number, measure]) => [
      number,
      measure.benefits
        ? {
            ...measure,
            benefits: measure.benefits.map(({ benefit, quote, ...rule }) => ({
              benefit,
              quote,
              ...(renamed(rule) as object),
            })),
          }
        : measure,
    ]),
  );
  const { facts: _, ...rest } = data;
  return { ...rest, measures, ...(Object.keys(facts).length > 0 && { facts }) };
}
