/** One measure, told: validity, figure, the sentence that answers, department, source. */
import type { Day } from '../../contract/index.ts';
import type { Measure, Policy } from '../../policy/index.ts';
import { contentWords, type Focus, type Index, namesNoTopic } from '../../retrieval/index.ts';
import { measureWords, validityWords } from '../answers.ts';
import { mainFigure } from './main-figure.ts';
import { guideOf, missingLine } from './missing.ts';
import { fewDepartments, itemWords, lines, sourceWords, whomToAsk } from './parts.ts';
import { type Ask, type Quote, quoteFrom } from './quote.ts';
import { datesOf, daysLeft, saysDates, validityFirst, validityLast } from './validity.ts';

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
}

export function tellMeasure(index: Index, policy: Policy, measure: Measure, options: TellOptions): Told {
  const tell = BY_FOCUS[options.focus ?? 'about'] ?? plain;
  const quote = quoteFrom(index, measure.clause.text, measure.title, options);
  const first = options.expirySaid ? null : validityFirst(policy, options.today);
  return { text: lines(first, tell(policy, measure, quote, options)), quotes: quote.stretches };
}

type Tell = (policy: Policy, measure: Measure, quote: Quote, options: TellOptions) => string;

const plain: Tell = (policy, measure, quote, options) =>
  lines(
    options.amountLine ?? measureWords.titled(measure.title, mainFigure(measure.clause.text)),
    measureWords.quote(quote.text),
    readingLine(measure, options.question),
    departmentLine(policy, measure),
    closing(policy, measure, options.today),
  );

const amount: Tell = (policy, measure, quote, options) =>
  lines(
    options.amountLine ?? measureWords.titled(measure.title, mainFigure(measure.clause.text)),
    options.amountLine || hasFigure(measure) ? null : `${measureWords.noAmount}。`,
    measureWords.quote(quote.text),
    readingLine(measure, options.question),
    departmentLine(policy, measure),
    closing(policy, measure, options.today),
  );

const department: Tell = (policy, measure, quote, options) =>
  lines(
    measure.responsible.length
      ? measureWords.departments(measure.responsible.join('、'))
      : [measureWords.noDepartment, policy.explained && measureWords.explainedBy(policy.explained.by)]
          .filter(Boolean)
          .join('，'),
    measureWords.titled(measure.title, null),
    measureWords.quote(quote.text),
    closing(policy, measure, options.today),
  );

const deadline: Tell = (policy, measure, quote, options) =>
  lines(
    saysDates(policy, options.today) ? null : `${datesOf(policy)}。`,
    lastDays(policy, options.today),
    policy.applyBy ? null : `${validityWords.noDeadline}。`,
    measureWords.titled(measure.title, mainFigure(measure.clause.text)),
    measureWords.quote(quote.text),
    sourceWords(policy, measure),
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
    closing(policy, measure, options.today),
  );

const original: Tell = (policy, measure, _quote, options) =>
  lines(measure.clause.text, closing(policy, measure, options.today));

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

function hasFigure(measure: Measure): boolean {
  return /\d[\d.]*\s*(?:(?:万|亿)?\s*元|%|‰)/u.test(measure.clause.text);
}

function departmentLine(policy: Policy, measure: Measure): string | null {
  const few = fewDepartments(measure);
  if (few) return measureWords.departments(few);
  return policy.explained ? measureWords.explainedBy(policy.explained.by) : null;
}

function closing(policy: Policy, measure: Measure, today: Day): string {
  const last = validityLast(policy, today);
  return sourceWords(policy, measure) + (last ? `，${last}` : '');
}

export { itemWords };
