/** What `ingest FILE --json` and `draft FILE --json` promise to whoever reads them: docs/developers.md has the same in words. */
import { z } from 'zod';
import { card } from '../../api/schemas/card.ts';
import { statement } from '../../api/schemas/shared.ts';

const span = z.strictObject({ start: z.number().int(), end: z.number().int() });
const text = z.string().min(1);
const day = z.iso.date();
const figure = z.looseObject({ kind: z.string(), start: z.number(), end: z.number(), text });

const ingestedMeasure = z.strictObject({
  id: z.string().regex(/.#\d/u),
  chapter: text.nullable(),
  title: z.string(),
  span,
  text,
  responsible: z.array(text),
  figures: z.array(figure),
  periods: z.array(
    z.strictObject({ from: day.nullable(), to: day.nullable(), start: z.number(), end: z.number() }),
  ),
});

export const ingestDoor = z.strictObject({
  number: text.nullable(),
  title: text.nullable(),
  issuer: text.nullable(),
  place: text.nullable(),
  places: z.array(text),
  issued: day.nullable(),
  validFrom: day.nullable(),
  validUntil: day.nullable(),
  applicationDeadline: day.nullable(),
  chapters: z.array(z.strictObject({ number: text, title: z.string(), span })),
  measures: z.array(ingestedMeasure),
  clauses: z.array(z.strictObject({ name: z.enum(['head', 'body', 'tail', 'annex']), span })),
  spans: z.strictObject({
    number: span.nullable(),
    title: span.nullable(),
    issuer: span.nullable(),
    issued: span.nullable(),
    validFrom: span.nullable(),
    validUntil: span.nullable(),
    applicationDeadline: span.nullable(),
  }),
  guide: z.array(z.looseObject({ part: text, span })),
  relations: z.array(z.looseObject({ kind: text, span })),
  annexes: z.array(z.strictObject({ title: text.nullable(), span })),
  tables: z.array(
    z.looseObject({ measure: text.nullable(), annex: z.number().nullable(), labels: z.number(), span }),
  ),
  furniture: z.array(span),
  review: z.array(
    z.strictObject({ field: text, value: z.string().nullable(), reason: text, span: span.nullable() }),
  ),
  notes: z.array(text),
});

const condition = z.strictObject({
  words: text,
  fact: text.nullable(),
  comparator: z.enum(['atLeast', 'over', 'atMost', 'under', 'between', 'is']),
  figure: text.nullable(),
  span,
});

const value = z.union([z.number(), z.strictObject({ min: z.number(), max: z.number() })]).nullable();

const pay = z.strictObject({
  when: z.array(condition).min(1).nullable(),
  form: z.enum(['yuan', 'share', 'each', 'range', 'sum', 'step', 'interest', 'unstated']),
  value,
  of: text.nullable(),
  per: text.nullable(),
  plus: z.number().optional(),
  months: text.nullable().optional(),
  parts: z.array(z.looseObject({ form: text, value })).optional(),
  cap: z.number().nullable(),
  capPer: z.enum(['enterprise', 'project', 'enterprise-year', 'unit']).nullable(),
  floor: z.number().nullable(),
  atMost: z.boolean(),
});

const draftedBenefit = z.strictObject({
  benefit: text,
  quote: text,
  span,
  who: text.nullable(),
  conditions: z.array(condition),
  pays: z.array(pay),
  once: z.boolean(),
  discretionary: text.nullable(),
  pool: text.nullable(),
  grade: z.enum(['A', 'B', 'C']),
  reasons: z.array(text),
  cases: z.array(text),
  inherits: z.array(
    z.strictObject({
      clause: text,
      kind: z.enum([
        'definition',
        'overlap',
        'exclusion',
        'pool',
        'cap',
        'period',
        'case-by-case',
        'general',
      ]),
      span,
    }),
  ),
  figures: z.array(
    z.strictObject({
      text,
      span,
      role: z.enum([
        'amount',
        'rate',
        'base',
        'cap',
        'floor',
        'threshold',
        'tier',
        'piece',
        'most',
        'lot',
        'step',
        'pool',
        'part',
        'kept',
        'loan',
        'count',
        'date',
        'period',
        'standing',
        'unknown',
      ]),
    }),
  ),
});

const proposedFact = z.strictObject({
  fact: text,
  type: z.enum(['boolean', 'number', 'choice']),
  unit: text.optional(),
  question: text,
  granted: z.literal(true).optional(),
  timeless: z.literal(true).optional(),
  presumed: z.union([z.boolean(), z.number()]).optional(),
  entity: text.optional(),
  period: z.enum(['last-year', 'this-year']).optional(),
  values: z.record(z.string(), z.array(z.string())).optional(),
  many: z.literal(true).optional(),
  implies: z.record(z.string(), z.boolean()).optional(),
  spentOn: z.array(z.string()).optional(),
  words: z.array(z.string()).optional(),
});

export const draftDoor = z.strictObject({
  measures: z.array(z.strictObject({ id: z.string().regex(/.#\d/u), benefits: z.array(draftedBenefit) })),
  facts: z.array(proposedFact),
});

/** The tables of docs/developers.md, each by the heading it stands under. */
export const DOOR_TABLES: Readonly<Record<string, z.ZodObject>> = {
  'The card': card,
  'A statement': statement,
  'ingest FILE --json': ingestDoor,
  'A measure of ingest': ingestedMeasure,
  'A benefit of draft FILE --json': draftedBenefit,
  'A condition': condition,
  'A row of `pays`': pay,
  'A fact that is proposed': proposedFact,
};
