/** What a verdict rests on: the clause quoted, the last day, the readings and what was taken for granted. */

import { type Day, daysBetween } from '../../contract/index.ts';
import type { Checked, Evaluation, Note } from '../../eligibility/index.ts';
import type { Facts } from '../../facts/index.ts';
import { formatDay, formatFullDay, formatYuan } from '../../figures/index.ts';
import { sourceWords } from '../answer/parts.ts';
import { verdictWords as words } from '../verdict.ts';
import { labelOf, sayTest } from './conditions.ts';

export function sayUntil({ policy }: Pick<Checked['subject'], 'policy'>, today: Day): string {
  const { applyBy, validUntil } = policy;
  if (applyBy) {
    const left = daysBetween(today, applyBy.day);
    const day = `${formatFullDay(applyBy.day)}（${formatDay(applyBy.day).slice(-2)}）`;
    return left > 0 ? words.applyBy(day, left) : left === 0 ? words.applyToday(day) : '';
  }
  if (validUntil) return validUntil.day >= today ? words.validUntil(formatFullDay(validUntil.day)) : '';
  return words.noEnd;
}

/** A quote longer than this is cut at ； and 。 to the parts that matter to this verdict. */
const LONG_QUOTE = 70;

export function sayBasis(checked: Checked): string {
  const quote = joined(checked.main.benefit.quote);
  return words.basis(sourceOf(checked), quote.length > LONG_QUOTE ? mattering(checked.main, quote) : quote);
}

/** Where it stands, without the words that were quoted before. */
export function sayBasisAgain(checked: Checked): string {
  return words.basisAgain(sourceOf(checked));
}

const sourceOf = ({ subject }: Checked): string => sourceWords(subject.policy, subject.measure);

/** The parts of the quote with the figures that decided: the row that pays, or the bound that was missed. */
function mattering(main: Evaluation, quote: string): string {
  const parts = quote.split(/(?<=[；;。])/u);
  const figures = main.verdict === 'ineligible' ? failedFigures(main) : payingFigures(main);
  const chosen = parts.filter((part) => figures.some((figure) => part.includes(figure)));
  return (chosen.length > 0 ? chosen : parts).join('').replace(/[；;]$/u, '');
}

function payingFigures({ benefit, potential }: Evaluation): string[] {
  return benefit.pays.flatMap(({ pay }) =>
    pay.form === 'yuan' &&
    potential &&
    pay.yuan.value >= (potential.minYuan ?? 0) &&
    pay.yuan.value <= (potential.maxYuan ?? Infinity)
      ? [joined(pay.yuan.text)]
      : [],
  );
}

function failedFigures({ reason }: Evaluation): string[] {
  if (reason.kind !== 'fails') return [];
  return reason.conditions.flatMap(({ need }) =>
    need?.kind === 'test' && 'bound' in need.test ? [joined(need.test.bound.text)] : [],
  );
}

const joined = (quote: string): string => quote.replace(/\s/gu, '');

const NOTES: { [K in Note['kind']]?: (note: Extract<Note, { kind: K }>) => string } = {
  reading: (note) => words.reading(note.text),
  pool: (note) => words.pool(formatYuan(note.yuan)),
  vague: (note) => `${words.vague(note.words)}。`,
  'keep-higher': () => words.keepHigher,
  'at-most': () => words.atMost,
  saved: () => words.saved,
  'paid-out': (note) => words.paidOut(note.words),
  persons: () => words.persons,
  drafted: (note) => (note.grade === 'C' ? words.notMadeOut : words.drafted),
};

/** A reading that was settled says of a total what it is: then the total itself is not said again. */
export function sayNotes({ notes, benefit }: Evaluation, kinds: readonly Note['kind'][]): string[] {
  return notes
    .filter(
      ({ kind }) =>
        kinds.includes(kind) &&
        !(kind === 'pool' && kinds.includes('reading') && benefit.readings.length > 0),
    )
    .flatMap((note) => {
      const say = NOTES[note.kind] as ((note: Note) => string) | undefined;
      return say ? [say(note)] : [];
    });
}

/** What was taken for granted, named: that the enterprise is where the document speaks, that nothing was received elsewhere. */
export function sayPresumed({ main, subject }: Checked, facts: Facts): string | null {
  const names = main.notes.flatMap((note) => (note.kind === 'presumed' ? note.facts : []));
  const said = names.map((name) => {
    const fact = facts.get(name);
    if (fact?.type === 'place') return words.inPlace(subject.policy.place ?? '');
    if (fact?.presumed === false || (fact?.presumed === 0 && fact.label.startsWith('已')))
      return words.without(fact.label);
    const condition = main.conditions.find((one) => one.facts.includes(name));
    const test = condition ? sayTest(condition, facts) : null;
    return test ? words.is(labelOf(name, facts), test) : labelOf(name, facts);
  });
  return said.length > 0 ? words.presumed(said.join('、')) : null;
}
