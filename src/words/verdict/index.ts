/** An evaluation in words: the verdict or the amount first, then why, until when, and the clause it rests on. */

import type { Day, Profile } from '../../contract/index.ts';
import type { Checked, Evaluation } from '../../eligibility/index.ts';
import type { Facts } from '../../facts/index.ts';
import { formatFullDay, formatYuan } from '../../figures/index.ts';
import { validityFirst } from '../answer/index.ts';
import { successorName } from '../answer/validity.ts';
import { formatDistance } from '../explain.ts';
import { saidLoosely } from '../loosely.ts';
import { verdictWords as words } from '../verdict.ts';
import { sayAmount, sayBeside } from './amount.ts';
import { sayBasis, sayBasisAgain, sayNotes, sayPresumed, sayUntil } from './basis.ts';
import { sayFailure, sayKnown, sayMet, sayOpen, sayQuestions } from './conditions.ts';

export { isNotMadeOut, sayAmount } from './amount.ts';
export { sayBasis, sayNotes, sayUntil } from './basis.ts';
export { labelOf, sayQuestions } from './conditions.ts';

export interface VerdictContext {
  facts: Facts;
  today: Day;
  /** What the verdict was worked out from. */
  profile: Profile;
  /** The document's expiry was said already while the talk stays with it. */
  expirySaid: boolean;
  /** Facts asked for in this message, with their questions below the verdict. */
  asks: string[];
  /** Values of facts asked for that were heard and are not sure. */
  heard?: Profile;
  /** The evaluation as it would be with them. */
  supposed?: Evaluation | null;
  /** Supporting lines said before while measure and verdict stayed the same: they are not said again. */
  said: readonly string[];
}

export interface SaidVerdict {
  text: string;
  /** The supporting lines of this verdict, said now or before. */
  said: string[];
  /** The lines of the text that a card says in a form of its own. */
  covers: string[];
}

/** A line that supports the verdict is said once; `again` stands in its place afterwards. A remark is no part of a card. */
type Line = string | null | { once: string; again?: string } | { remark: string };

/** The whole reply about a checked measure. */
export function sayVerdict(checked: Checked, context: VerdictContext): SaidVerdict {
  const { subject, main } = checked;
  // 还没开始 says it already.
  const quiet = context.expirySaid || main.reason.kind === 'not-yet' || main.reason.kind === 'not-issued';
  const expiry = quiet ? null : validityFirst(subject.policy, context.today);
  const lines = [expiry, ...BY_VERDICT[main.verdict](checked, context)];
  const shown = lines.map((line) => {
    if (line === null || typeof line === 'string') return line;
    if ('remark' in line) return line.remark;
    return context.said.includes(line.once) ? (line.again ?? null) : line.once;
  });
  const supporting = lines.flatMap((line) =>
    typeof line === 'object' && line !== null && 'once' in line ? [line.once] : [],
  );
  const isRemark = (line: Line | undefined) => typeof line === 'object' && line !== null && 'remark' in line;
  return {
    text: shown.filter((line) => line !== null && line !== '').join('\n'),
    said: [...new Set([...context.said, ...supporting])],
    covers: shown.filter(
      (line, place) => line !== null && line !== '' && !isRemark(lines[place]),
    ) as string[],
  };
}

const once = (line: string | null): Line => (line === null ? null : { once: line });
const remark = (line: string | null): Line => (line === null ? null : { remark: line });
const basis = (checked: Checked): Line => ({ once: sayBasis(checked), again: sayBasisAgain(checked) });

const BY_VERDICT: Record<Evaluation['verdict'], (checked: Checked, context: VerdictContext) => Line[]> = {
  eligible: (checked, { facts, today, asks, profile, heard = {} }) => {
    const { main } = checked;
    const amount = sayAmount(main, facts);
    const offer = checked.subject.policy.applyBy ? words.offerReminder : '';
    return [
      main.amountYuan === null && main.capYuan === null ? words.yesNoAmount(amount) : words.yes(amount),
      sayMet(main, facts),
      asks.length > 0 ? `${words.forAmount}${sayQuestions(asks, facts, { profile, main, heard })}` : null,
      remark(sayNextRow(main, facts)),
      remark(sayBeside(main, facts)),
      remark(sayOthers(checked, facts)),
      once(`${sayUntil(checked.subject, today)}${offer}`),
      basis(checked),
      ...sayNotes(main, ['reading', 'at-most', 'saved', 'paid-out', 'persons', 'pool', 'keep-higher']).map(
        once,
      ),
      ...sayNotes(main, ['drafted']),
      once(sayPresumed(checked, facts)),
    ];
  },
  unknown: (checked, context) => {
    const { main, subject } = checked;
    const { facts, asks, today, profile, heard = {} } = context;
    const likely = context.supposed && context.supposed.verdict !== 'ineligible' ? context.supposed : null;
    const amount = sayAmount(likely ?? main, facts);
    const until = once(sayUntil(subject, today));
    if (asks.length === 0)
      return [
        remark(stillOpen(main, facts)),
        words.ifHolds(amount),
        sayMet(main, facts),
        until,
        basis(checked),
      ];
    const known = likely ? sayKnown(likely, { ...profile, ...heard }, facts) : sayKnown(main, profile, facts);
    const first = known
      ? words.ifOpen(words.by(known), amount, asks.length, asksAll(main, asks))
      : words.toCheck(subject.measure.title, amount, asks.length);
    return [
      first,
      sayQuestions(asks, facts, { profile, main, heard }),
      remark(sayOthers(checked, facts)),
      until,
      basis(checked),
      ...sayNotes(main, ['vague', 'at-most', 'saved', 'paid-out', 'persons', 'pool']).map(once),
      ...sayNotes(main, ['drafted']),
    ];
  },
  ineligible: (checked, { facts }) => {
    const { main } = checked;
    const met = sayMet(main, facts);
    const onlyThat = main.onlyThat && main.reason.kind === 'fails';
    return [
      main.reason.kind === 'fails' ? sayNo(main, facts) : remark(sayNo(main, facts)),
      onlyThat ? words.onlyThat : met ? words.othersMet(met) : null,
      remark(sayOthers(checked, facts)),
      basis(checked),
    ];
  },
};

/** Whether what is asked is all that is open. */
const asksAll = ({ conditions }: Evaluation, asks: readonly string[]): boolean =>
  conditions.every(({ state, facts }) => state !== 'unknown' || facts.some((name) => asks.includes(name)));

/** 再多1人就是10万元. */
function sayNextRow({ toNext, conditions }: Evaluation, facts: Facts): string | null {
  if (!toNext || toNext.lack <= 0 || toNext.amountYuan === null) return null;
  // 约420人: so many more would be as exact as nobody knows.
  const value = conditions.find((one) => one.facts.includes(toNext.fact))?.value ?? null;
  const far = saidLoosely(value) ? null : formatDistance(toNext, facts);
  return far && words.next(far.replace(/^差/u, ''), formatYuan(toNext.amountYuan));
}

/** The other benefits of the measure that fit as well. */
function sayOthers({ evaluations, main }: Checked, facts: Facts): string | null {
  const others = evaluations.filter((one) => one !== main && one.verdict === 'eligible');
  if (others.length === 0) return null;
  return words.alsoFits(others.map((one) => words.otherBenefit(one.benefit.benefit, sayAmount(one, facts))));
}

function stillOpen(main: Evaluation, facts: Facts): string {
  if (main.reason.kind === 'open-list') return `${words.openList(main.reason.words)}。`;
  if (main.reason.kind === 'two-readings')
    return main.benefit.readings.length > 0 ? sayNotes(main, ['reading']).join('') : `${words.twoReadings}。`;
  if (main.reason.kind === 'discretionary') return `${words.discretionary(main.reason.words)}。`;
  return main.missing.length > 0 ? words.stillOpen(sayOpen(main, facts)) : sayNotes(main, ['vague']).join('');
}

function sayNo(main: Evaluation, facts: Facts): string {
  const { reason } = main;
  switch (reason.kind) {
    case 'closed': {
      const day = formatFullDay(reason.day);
      const what = reason.by === 'applyBy' ? words.applyClosed(day) : words.validityOver(day);
      return `${words.closed(what)}${main.onFacts === 'eligible' ? words.wouldFit : ''}`;
    }
    case 'replaced':
      return words.replaced(successorName(reason.by), reason.by.kind);
    case 'not-yet':
      return words.notYet(formatFullDay(reason.day));
    case 'not-issued':
      return words.notIssued(reason.day && formatFullDay(reason.day));
    case 'received':
      return words.no(words.received(formatYuan(reason.receivedYuan)));
    case 'fails':
      return words.no(reason.conditions.map((condition) => sayFailure(condition, main, facts)).join('；'));
    default:
      return words.no(words.noTier);
  }
}
