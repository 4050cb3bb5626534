/** One measure, told: validity, figure, the sentence that answers, department, source. */
import type { Day } from '../../contract/index.ts';
import type { Measure, Policy } from '../../policy/index.ts';
import { contentWords, type Focus, focusesOf, type Index, namesNoTopic } from '../../retrieval/index.ts';
import { measureWords, validityWords } from '../answers.ts';
import { askedFigure, asksForMoney, bringsMoney, hasFigure } from './asked-figure.ts';
import { mainFigure } from './main-figure.ts';
import { guideOf, missingLine } from './missing.ts';
import { fewDepartments, itemWords, lines, sourceWords, whomToAsk } from './parts.ts';
import { type Ask, closestGrant, type Quote, quoteFrom } from './quote.ts';
import { datesOf, daysLeft, expiredMark, saysDates, validityFirst, validityLast } from './validity.ts';

export interface Told {
  text: string;
  /** Verbatim stretches shown. */
  quotes: string[];
}

export interface TellOptions extends Ask {
  today: Day;
  /** What the contact's own facts come to, worked out elsewhere: shown before the quote. */
  amountLine?: string | undefined;
  /** The expiry was said already in this topic. */
  expirySaid?: boolean | undefined;
  /** Its nearest words and where they stand, without a heading. */
  bare?: boolean | undefined;
}

export function tellMeasure(index: Index, policy: Policy, measure: Measure, options: TellOptions): Told {
  const tell = options.bare ? onlyWords : (BY_FOCUS[options.focus ?? 'about'] ?? plain);
  const quote = quoteFrom(index, measure.clause.text, measure.title, options);
  const grant = wholeGrant(measure, closestGrant(index, quote.text, options.terms));
  const first = options.expirySaid ? null : validityFirst(policy, options.today);
  const text = tell(policy, measure, { ...quote, grant }, options);
  return { text: lines(first, text, alsoAsked(policy, measure, options, text)), quotes: quote.stretches };
}

/** The grant that a part of the clause belongs to, with all its tiers: a benefit's own words; the part where nobody declared one. */
function wholeGrant({ benefits }: Measure, part: string): string {
  const plain = part.replace(/\s/gu, '');
  const own = benefits.find(({ quote }) => {
    const words = quote.replace(/\s/gu, '');
    return words.includes(plain.slice(0, SAME_BEGINNING)) || plain.includes(words);
  });
  return own && plain.length >= SAME_BEGINNING ? own.quote : part;
}
const SAME_BEGINNING = 12;

/** 补多少，怎么申请，什么时候截止，找谁: what else was asked in one message, each in a line. */
function alsoAsked(policy: Policy, measure: Measure, options: TellOptions, told: string): string | null {
  const asked = focusesOf(options.question ?? '').filter((focus) => LINES[focus] !== undefined);
  if (options.bare || asked.length < 2) return null;
  const more = asked
    .filter((focus) => focus !== options.focus)
    .map((focus) => LINES[focus]!(policy, measure, options))
    .filter((line) => line !== null && !told.includes(line));
  return more.length > 0 ? more.join('\n') : null;
}

type Asking = Pick<TellOptions, 'question' | 'today' | 'expirySaid' | 'amountLine'>;

const LINES: Partial<Record<Focus, (policy: Policy, measure: Measure, options: Asking) => string | null>> = {
  amount: (_policy, measure) => {
    const figure = mainFigure(measure.clause.text);
    return figure === null ? `${measureWords.noAmount}。` : measureWords.titled(measure.title, figure);
  },
  deadline: (policy) => `${policy.applyBy ? '' : `${validityWords.noDeadline}，`}${datesOf(policy)}。`,
  department: (_policy, measure) =>
    measure.responsible.length > 0 ? measureWords.departments(measure.responsible.join('、')) : null,
  'how-to-apply': (policy, measure, { question }) =>
    missingLine(question, measure.clause.text, whomToAsk(policy, measure), guideOf(policy, measure)),
};

/** 能拿几万，归哪个局管: each thing asked of a measure in a line of its own, in the order asked. */
export function tellEach(
  policy: Policy,
  measure: Measure,
  focuses: readonly Focus[],
  options: Asking,
): string {
  const told = focuses.map((focus) =>
    focus === 'amount' && options.amountLine
      ? options.amountLine
      : (LINES[focus]?.(policy, measure, options) ?? (focus === 'department' ? nobodyNamed(policy) : null)),
  );
  // Beside a sum its clause is quoted, and with it where it stands.
  return lines(...new Set(told), options.amountLine ? null : sourceLine(policy, measure, options));
}

/** Those that have a line of their own. */
export const hasLine = (focus: Focus): boolean => LINES[focus] !== undefined;

const nobodyNamed = ({ explained }: Policy): string =>
  [measureWords.noDepartment, explained && measureWords.explainedBy(explained.by)].filter(Boolean).join('，');

/** `grant`: the part of the words shown that is nearest to what was asked. */
type Shown = Quote & { grant: string };

type Tell = (policy: Policy, measure: Measure, quote: Shown, options: TellOptions) => string;

const plain: Tell = (policy, measure, quote, options) =>
  lines(
    firstLine(measure, quote, options),
    noMoney(measure, options) ?? notWritten(quote, options),
    measureWords.quote(quote.text),
    readingLine(measure, options.question),
    departmentLine(policy, measure),
    closing(policy, measure, options),
  );

const onlyWords: Tell = (policy, measure, quote, options) =>
  lines(measureWords.quote(quote.text), closing(policy, measure, options));

const amount: Tell = (policy, measure, quote, options) =>
  lines(
    firstLine(measure, quote, options),
    noMoney(measure, options) ??
      notWritten(quote, options) ??
      (options.amountLine || FIGURE.test(quote.grant) ? null : `${measureWords.noAmount}。`),
    measureWords.quote(quote.text),
    readingLine(measure, options.question),
    departmentLine(policy, measure),
    closing(policy, measure, options),
  );

/** The title with the figure of the words shown: what another benefit of the measure pays does not head them. */
const firstLine = (measure: Measure, quote: Shown, { amountLine }: TellOptions): string =>
  amountLine ?? measureWords.titled(measure.title, mainFigure(quote.grant));

/** 有没有补贴, of a clause that brings none. */
const noMoney = ({ clause }: Measure, { question = '' }: TellOptions): string | null =>
  asksForMoney(question) && !bringsMoney(clause.text) ? measureWords.noMoney : null;

/** 具体比例，文件没有写: what is asked for is no figure of the words shown. */
function notWritten(quote: Shown, { question = '', amountLine }: TellOptions): string | null {
  const asked = askedFigure(question);
  if (asked === null || hasFigure(quote.grant, asked)) return null;
  return amountLine?.includes(measureWords.saysNone) ? null : `${measureWords.noFigure[asked]}。`;
}

const department: Tell = (policy, measure, quote, options) =>
  lines(
    measure.responsible.length
      ? measureWords.departments(measure.responsible.join('、'))
      : [measureWords.noDepartment, policy.explained && measureWords.explainedBy(policy.explained.by)]
          .filter(Boolean)
          .join('，'),
    measureWords.titled(measure.title, null),
    measureWords.quote(quote.text),
    closing(policy, measure, options),
  );

const deadline: Tell = (policy, measure, quote, options) =>
  lines(
    saysDates(policy, options.today) ? null : `${datesOf(policy)}。`,
    lastDays(policy, options.today),
    policy.applyBy ? null : `${validityWords.noDeadline}。`,
    measureWords.titled(measure.title, mainFigure(measure.clause.text)),
    measureWords.quote(quote.text),
    sourceLine(policy, measure, options),
  );

/** So few days are left that they are counted. */
const FEW_DAYS = 7;
function lastDays(policy: Policy, today: Day): string | null {
  const left = daysLeft(policy, today);
  return left === null || left > FEW_DAYS ? null : validityWords.daysLeft(left);
}

const howToApply: Tell = (policy, measure, quote, options) =>
  lines(
    measureWords.titled(measure.title, mainFigure(measure.clause.text)),
    measureWords.quote(quote.text),
    missingLine(options.question, measure.clause.text, whomToAsk(policy, measure), guideOf(policy, measure)),
    closing(policy, measure, options),
  );

const original: Tell = (policy, measure, _quote, options) =>
  lines(measure.clause.text, closing(policy, measure, options));

const BY_FOCUS: Partial<Record<Focus, Tell>> = {
  amount,
  department,
  deadline,
  'how-to-apply': howToApply,
  original,
};

/** How the sentence asked about is read: the first reading that speaks of what the question does. */
function readingLine({ benefits, title }: Measure, question: string | undefined): string | null {
  if (!question) return null;
  const asked = contentWords(question).filter(
    (word) => word.length > 1 && !namesNoTopic(word) && !title.includes(word),
  );
  const reading = benefits
    .flatMap(({ readings }) => readings)
    .find((one) => asked.some((word) => one.includes(word)));
  return reading ? measureWords.reading(reading) : null;
}

/** A figure of what is given. */
const FIGURE = /\d[\d.]*\s*(?:(?:万|亿)?\s*元|%|‰)/u;

function departmentLine(policy: Policy, measure: Measure): string | null {
  const few = fewDepartments(measure);
  if (few) return measureWords.departments(few);
  return policy.explained ? measureWords.explainedBy(policy.explained.by) : null;
}

function closing(policy: Policy, measure: Measure, options: TellOptions): string {
  const last = validityLast(policy, options.today);
  return sourceLine(policy, measure, options) + (last ? `，${last}` : '');
}

/** Where it stands; of an expired document with a mark, where that was not said first. */
const sourceLine = (policy: Policy, measure: Measure, { today, expirySaid }: Asking): string =>
  sourceWords(policy, measure) + (expirySaid ? expiredMark(policy, today) : '');

export { itemWords };
