/** One thing about an enterprise, as declared in knowledge/core/facts.yaml: how it is asked, heard, echoed and derived. */
import { z } from 'zod';
import type { Period } from '../contract/index.ts';
import { factId as factName } from './fact-id.ts';
import type { Opposition } from './opposition.ts';

const words = z.string().min(1);
const list = z.array(words).default([]);

/**
 * Spoken forms are word patterns: plain characters, `(a|b)` for either, `…` for up to twelve characters of the same clause.
 * `端午…没停` hears 端午节那三天没停.
 */
const shape = {
  type: z.enum(['boolean', 'number', 'choice', 'date', 'place']),
  /** Of numbers: person, yuan, ratio (growth: signed), kWh, or the unit in the document's own word: 亩, 平方米, 件, 人次, 年, 美元 … */
  unit: words.optional(),
  /** What it is called when echoed: 每天在岗人数. */
  label: words,
  /** Facts of one topic are asked in one message. */
  topic: words,
  question: words,
  /** Hint behind the question: what counts. */
  hint: words.optional(),
  /** Numbers, dates: words a figure of this fact stands near. Booleans: words that state it. */
  words: list,
  /** Dates: what the day is of, where the words tell the deed. Such a word has its day right beside it: 7月的订单, but not 订单排到7月. */
  things: list,
  /** Booleans: words that deny it. */
  denied: list,
  /** Numbers: words that make a figure near them another thing (花名册 beside 在岗). Booleans: words around which nothing is heard. */
  other: list,
  /** Booleans: weaker hints (trades) that count only where nothing is said outright. */
  hints: list,
  deniedHints: list,
  /** The trades that make it true (knowledge/core/trades.yaml); every other trade makes it false. Choices: the trades it is a matter of. */
  trades: list,
  /** Booleans: facts from which it follows, where they are told of more than this one. */
  follows: z.array(factName).default([]),
  /** Booleans: trades that speak against it where a whole text is judged at once; a conversation stores nothing by them. */
  unlikely: list,
  /** Booleans: something applied for, listed or granted: while that is under way (还在申报, 没批) it is not there yet. */
  granted: z.boolean().default(false),
  /** Only when it was just asked. Booleans: short answers that say it, or deny it (没停, 买了). Numbers: words that name it (收入). */
  answers: z.strictObject({ yes: list, no: list }).default({ yes: [], no: [] }),
  /** Choices: value → spoken forms; label of a value for the echo is its first. A value `none` is what 没有 answers; `other` yields to any value named beside it. */
  values: z.record(z.string(), z.array(words).min(1)).optional(),
  /** Choices: words that leave several values possible (小微). */
  groups: z.array(z.strictObject({ oneOf: z.array(words).min(2), words: z.array(words).min(1) })).default([]),
  /** Choices: an enterprise can be several at once. */
  many: z.boolean().default(false),
  /** Numbers: values outside are not believed. `whole`: no fractions. */
  plausible: z
    .strictObject({ min: z.number(), max: z.number(), whole: z.boolean().default(false) })
    .optional(),
  /** Several figures of this fact in one message: the largest, the total if one is said, else doubt. */
  several: z.enum(['largest', 'total']).optional(),
  /** Its figures belong to no period: months said beside them are said of something else. */
  timeless: z.boolean().default(false),
  /** What follows when it is true; where that is false, so is this. */
  implies: z.record(factName, z.boolean()).default({}),
  /** Of a sum that is spent: the facts of what it is spent on. A sum said to be spent beside one of them is this one. */
  spentOn: z.array(factName).default([]),
  /** Of a growth: the facts it is computed from. */
  series: z.strictObject({ level: factName, previous: factName, increase: factName.optional() }).optional(),
  /** Taken for granted until the contact says otherwise; never asked. */
  presumed: z.union([z.boolean(), z.number()]).optional(),
  /** What a document's own rules speak of: where the enterprise is, what it got for the same item elsewhere, or for a lower step of this one. */
  role: z.enum(['place', 'same-item', 'lower-step']).optional(),
  /** What it is a fact of, beside the enterprise itself: an order, a project, a loan, a product. */
  entity: words.optional(),
  /** The thing that several facts are sides of (营业收入), and which side this one is (增速, 净增额). */
  attribute: words.optional(),
  facet: words.optional(),
  /** Of a part: the fact that holds the whole. */
  of: factName.optional(),
  /** Choices: the choice of which this is the value that was held before (原来是三级). */
  formerly: factName.optional(),
  /** Which period its figures belong to, read against the year of application. */
  period: z.enum(['last-year', 'this-year', 'window', 'none']).optional(),
};

const isNumberWithUnit = (fact: { type: string; unit?: string | undefined }): boolean =>
  (fact.type === 'number') === (fact.unit !== undefined);
const isChoiceWithValues = (fact: { type: string; values?: object | undefined }): boolean =>
  (fact.type === 'choice') === (fact.values !== undefined);
const UNIT_RULE = { error: 'number 要写 unit，其他类型不写' };
const VALUES_RULE = { error: 'choice 要写 values，其他类型不写' };

/** A shared fact, as knowledge/core/facts.yaml declares it. */
export const factSchema = z
  .strictObject(shape)
  .refine(isNumberWithUnit, UNIT_RULE)
  .refine(isChoiceWithValues, VALUES_RULE);
export type Fact = z.output<typeof factSchema> & {
  /** Of words that its name may have, those that oppose it. Set where the shelf is put together. */
  oppositions?: readonly Opposition[];
  /** Of a document's own figure and of a vague condition: what its benefit asks besides. Set where the document is read. */
  beside?: readonly string[];
  /** Of a document's own fact: for each benefit that asks for it, all that this benefit asks. Set where the shelf is put together. */
  together?: readonly (readonly string[])[];
  /** Of a document's own deed or title: the days in which it has to have come about. Set where the document is read. */
  within?: Period | null;
};

/** A document's own fact, in its policy.yaml: its name is its label, its topic the measure that first asks for it. */
export const ownFactSchema = z
  .strictObject({ ...shape, label: words.optional(), topic: words.optional() })
  .refine(isNumberWithUnit, UNIT_RULE)
  .refine(isChoiceWithValues, VALUES_RULE);
export type OwnFact = z.output<typeof ownFactSchema>;

/** It is true or false of an enterprise by its trade alone. */
export const followsFromTrade = (fact: Fact | undefined): boolean =>
  fact?.type === 'boolean' && fact.trades.length > 0;
