/** An evaluation in words: the verdict or the amount first, then why, until when, and the clause it rests on. */
import { type Day, daysBetween } from '../day.ts';
import {
  type Condition,
  type Evaluation,
  type Facts,
  type FactValue,
  formatDistance,
  formatFact,
  formatTest,
  type Note,
} from '../eligibility/index.ts';
import { formatDay, formatFullDay, formatYuan } from '../figures/index.ts';
import type { PayRow } from '../policy/benefit.ts';
import { validityFirst } from './answer/index.ts';
import { sourceWords } from './answer/parts.ts';
import type { Checked } from './check.ts';
import { verdictWords as words } from './words/verdict.ts';

/** What it brings: 可得5万元（一次性） · 按净增额的1‰，最高50万元 · 文件没有写明比例，最高200万元. */
export function sayAmount(evaluation: Evaluation, facts: Facts): string {
  const { potential, capYuan, benefit } = evaluation;
  const once = benefit.once ? words.once : '';
  if (potential?.minYuan != null && potential.minYuan === potential.maxYuan) {
    const amount = formatYuan(potential.minYuan);
    return words.can(`${potential.atLeast ? words.atLeast(amount) : amount}${once}`);
  }
  if (potential?.minYuan != null && potential.maxYuan != null) {
    const { minYuan, maxYuan } = potential;
    const fixed = benefit.pays.flatMap(({ pay }) => (pay.form === 'yuan' ? [pay.yuan.value] : []));
    const possible = [...new Set(fixed)]
      .filter((yuan) => yuan >= minYuan && yuan <= maxYuan)
      .sort((a, b) => a - b);
    const amounts =
      possible.length > 1
        ? possible.map(formatYuan).join(words.or)
        : `${formatYuan(minYuan)}至${formatYuan(maxYuan)}`;
    return words.can(`${amounts}${once}`);
  }
  const cap = capYuan === null ? null : words.upTo(formatYuan(capYuan));
  const parts = [...new Set(benefit.pays.map((row) => sayRate(row, facts)))];
  return [...parts, cap].filter((part) => part !== null).join('，');
}

/** How a row pays when no sum can be named. */
function sayRate({ pay, atLeast }: PayRow, facts: Facts): string {
  if (pay.form === 'share') {
    const share = pay.share.text.replace(/\s/gu, '');
    return words.share(labelOf(pay.of, facts), atLeast ? words.atLeast(share) : share);
  }
  if (pay.form === 'service') return words.granted(pay.words, words.noAmount);
  if (pay.form === 'unstated')
    return words.granted(pay.words, /比例/u.test(pay.words) ? words.noShare : words.noAmount);
  return words.noAmount;
}

/** 工业用电量同比增长8%，要10%以上，差2个百分点. */
function sayFailure(condition: Condition, { toYes }: Evaluation, facts: Facts): string {
  const [name = ''] = condition.facts;
  const test = sayTest(condition, facts) ?? (condition.kind === 'place' ? condition.quote : null);
  const far = toYes.find(({ fact }) => fact === name);
  return [sayFact(name, condition.value, facts), test && words.wants(test), far && formatDistance(far, facts)]
    .filter(Boolean)
    .join('，');
}

function labelOf(name: string, facts: Facts): string {
  return facts.get(name)?.label ?? name;
}

/** The fact with what was said of it; its label alone where nothing was. */
function sayFact(name: string, value: FactValue | null, facts: Facts): string {
  const fact = facts.get(name);
  return fact && value !== null ? formatFact(fact, value) : labelOf(name, facts);
}

/** What the condition asks of its figure: 10%以上; null for a plain yes or no. */
function sayTest({ need }: Condition, facts: Facts): string | null {
  const fact = need?.kind === 'test' ? facts.get(need.fact) : undefined;
  return fact && need?.kind === 'test' ? formatTest(fact, need.test) : null;
}

/** Conditions that what was said meets: 制造业 ✓、工业用电量同比增长12% ✓（要10%以上）. */
function sayMet({ conditions }: Evaluation, facts: Facts): string {
  return conditions
    .filter(({ state, value, kind }) => state === 'met' && value !== null && kind !== 'received')
    .map((condition) => {
      const test = sayTest(condition, facts);
      return `${sayFact(condition.facts[0] ?? '', condition.value, facts)} ${words.met}${test ? words.needs(test) : ''}`;
    })
    .join('、');
}

/** What was said so far and counts: for 按…算. */
function sayKnown({ conditions }: Evaluation, facts: Facts): string {
  return conditions
    .filter(({ state, value }) => state === 'met' && value !== null)
    .map((condition) => sayFact(condition.facts[0] ?? '', condition.value, facts))
    .join('、');
}

/** The facts still open, each with what it must be: 工业用电量同比增长（要10%以上）. */
function sayOpen({ missing, conditions }: Evaluation, facts: Facts): string {
  return missing
    .map((name) => {
      const condition = conditions.find((one) => one.facts.includes(name));
      const test = condition ? sayTest(condition, facts) : null;
      return `${labelOf(name, facts)}${test ? words.needs(test) : ''}`;
    })
    .join('、');
}

export function sayUntil({ policy }: Checked['subject'], today: Day): string {
  const { applyBy, validUntil } = policy;
  if (applyBy) {
    const left = daysBetween(today, applyBy.day);
    const day = `${formatFullDay(applyBy.day)}（${formatDay(applyBy.day).slice(-2)}）`;
    return left > 0 ? words.applyBy(day, left) : left === 0 ? words.applyToday(day) : '';
  }
  if (validUntil) return validUntil.day >= today ? words.validUntil(formatFullDay(validUntil.day)) : '';
  return words.noEnd;
}

/** The part of the quote that pays: a long sentence with tiers is cut at ； and 。 to the parts with the row's figure. */
const LONG_QUOTE = 110;
export function sayBasis({ subject, main }: Checked): string {
  const { quote } = main.benefit;
  return words.basis(
    sourceWords(subject.policy, subject.measure),
    quote.length > LONG_QUOTE ? payingPart(main) : joined(quote),
  );
}

function payingPart({ benefit, potential }: Evaluation): string {
  const parts = joined(benefit.quote).split(/(?<=[；;。])/u);
  const rows = benefit.pays.filter(
    ({ pay }) =>
      pay.form === 'yuan' &&
      potential &&
      pay.yuan.value >= (potential.minYuan ?? 0) &&
      pay.yuan.value <= (potential.maxYuan ?? Infinity),
  );
  const literals = rows.flatMap(({ pay }) =>
    pay.form === 'yuan' ? [pay.yuan.text.replace(/\s/gu, '')] : [],
  );
  const paying = parts.filter((part) => literals.some((literal) => part.includes(literal)));
  return (paying.length > 0 ? paying : parts).join('').replace(/；$/u, '');
}

const joined = (quote: string): string => quote.replace(/\s/gu, '');

const NOTES: { [K in Note['kind']]: (note: Extract<Note, { kind: K }>, facts: Facts) => string | null } = {
  reading: (note) => words.reading(note.text),
  pool: (note) => words.pool(formatYuan(note.yuan)),
  presumed: () => null,
  vague: (note) => `${words.vague(note.words)}。`,
  'keep-higher': () => words.keepHigher,
  unstated: () => null,
  service: () => null,
  'at-least': () => null,
  once: () => null,
  'no-end': () => null,
};

/** A reading that was settled says of a total what it is: then the total itself is not said again. */
function sayNotes({ notes, benefit }: Evaluation, facts: Facts, kinds: readonly Note['kind'][]): string {
  return notes
    .filter(
      ({ kind }) =>
        kinds.includes(kind) && !(kind === 'pool' && kinds.includes('reading') && benefit.reading),
    )
    .map((note) => (NOTES[note.kind] as (n: Note, f: Facts) => string | null)(note, facts))
    .filter((text) => text !== null)
    .join('');
}

/** What was taken for granted, named: that the enterprise is where the document speaks. */
function sayPresumed({ main, subject }: Checked, facts: Facts): string | null {
  const names = main.notes.flatMap((note) => (note.kind === 'presumed' ? note.facts : []));
  const said = names.map((name) =>
    facts.get(name)?.type === 'place' ? words.inPlace(subject.policy.place ?? '') : labelOf(name, facts),
  );
  return said.length > 0 ? words.presumed(said.join('、')) : null;
}

export interface VerdictContext {
  facts: Facts;
  today: Day;
  /** The document's expiry was said already while the talk stays with it. */
  expirySaid: boolean;
  /** Facts asked for in this message, with their questions below the verdict. */
  asks: string[];
}

/** The whole reply about a checked measure. */
export function sayVerdict(checked: Checked, context: VerdictContext): string {
  const { main, subject } = checked;
  const lines = BY_VERDICT[main.verdict](checked, context);
  const expiry = context.expirySaid ? null : validityFirst(subject.policy, context.today);
  return [expiry, ...lines].filter((line) => line !== null && line !== '').join('\n');
}

const BY_VERDICT: Record<
  Evaluation['verdict'],
  (checked: Checked, context: VerdictContext) => (string | null)[]
> = {
  eligible: (checked, { facts, today, asks }) => {
    const { main } = checked;
    const amount = sayAmount(main, facts);
    const next =
      main.toNext && main.toNext.lack > 0 && main.toNext.amountYuan !== null
        ? words.next(
            formatDistance(main.toNext, facts).replace(/^差/u, ''),
            formatYuan(main.toNext.amountYuan),
          )
        : null;
    return [
      main.amountYuan === null && main.capYuan === null ? words.yesNoAmount(amount) : words.yes(amount),
      sayMet(main, facts),
      asks.length > 0 ? `${words.forAmount}${sayQuestions(asks, facts)}` : null,
      next,
      `${sayUntil(checked.subject, today)}${checked.subject.policy.applyBy ? words.offerReminder : ''}`,
      sayBasis(checked),
      sayNotes(main, facts, ['reading', 'pool', 'keep-higher']),
      sayPresumed(checked, facts),
    ];
  },
  unknown: (checked, context) => {
    const { main, subject } = checked;
    const { facts, asks, today } = context;
    const amount = sayAmount(main, facts);
    const until = sayUntil(subject, today);
    if (asks.length === 0)
      return [stillOpen(main, facts), words.ifHolds(amount), sayMet(main, facts), until, sayBasis(checked)];
    const known = sayKnown(main, facts);
    const first = known
      ? words.ifOpen(words.by(known), amount, asks.length)
      : words.toCheck(subject.measure.title, amount, asks.length);
    return [
      first,
      sayQuestions(asks, facts),
      until,
      sayBasis(checked),
      sayNotes(main, facts, ['vague', 'pool']),
    ];
  },
  ineligible: (checked, { facts }) => {
    const { main } = checked;
    const met = sayMet(main, facts);
    const onlyThat = main.onlyThat && main.reason.kind === 'fails';
    return [
      sayNo(main, facts),
      onlyThat ? words.onlyThat : met ? words.othersMet(met) : null,
      sayBasis(checked),
    ];
  },
};

function stillOpen(main: Evaluation, facts: Facts): string {
  if (main.reason.kind === 'open-list') return `${words.openList(main.reason.words)}。`;
  if (main.reason.kind === 'discretionary') return `${words.discretionary(main.reason.words)}。`;
  return main.missing.length > 0 ? words.stillOpen(sayOpen(main, facts)) : sayNotes(main, facts, ['vague']);
}

function sayNo(main: Evaluation, facts: Facts): string {
  const { reason } = main;
  switch (reason.kind) {
    case 'closed': {
      const what =
        reason.by === 'applyBy'
          ? `申报已于${formatFullDay(reason.day)}截止`
          : `有效期已于${formatFullDay(reason.day)}结束`;
      return `${words.closed(what)}${main.onFacts === 'eligible' ? words.wouldFit : ''}`;
    }
    case 'not-yet':
      return words.notYet(formatFullDay(reason.day));
    case 'received':
      return words.no(words.received(formatYuan(reason.receivedYuan)));
    case 'fails':
      return words.no(reason.conditions.map((condition) => sayFailure(condition, main, facts)).join('；'));
    default:
      return words.no(words.noTier);
  }
}

export function sayQuestions(asks: string[], facts: Facts): string {
  if (asks.length === 1) return questionOf(asks[0]!, facts);
  return asks.map((name, place) => words.question(place, questionOf(name, facts))).join('');
}

function questionOf(name: string, facts: Facts): string {
  const fact = facts.get(name);
  return fact ? `${fact.question}${fact.hint ? `（${fact.hint}）` : ''}` : '';
}
