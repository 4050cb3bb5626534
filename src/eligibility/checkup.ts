/** What is worth telling an enterprise of everything there is: what fits, what may fit, what just misses, and what may be of the past. */
import type { Day, Profile } from '../contract/index.ts';
import type { Knowledge, Policy } from '../policy/index.ts';
import type { Unplaced } from './context.ts';
import { bestFirst, evaluateAll, type Result } from './evaluate-all.ts';
import type { Evaluation } from './evaluation.ts';

/** Best first, one result a measure in each list. */
export interface Checkup {
  fits: Result[];
  might: Result[];
  /** Only a figure is missing. */
  misses: Result[];
  /** Of documents of earlier years that state no end: neither over nor surely alive. */
  undated: Result[];
}

/**
 * Of what is open on the day. Where something was told, only what that speaks for is listed, and what is there for everybody
 * that the document is for: a restaurant is not told of mask lines because nobody asked whether it has one.
 */
export function checkup(
  knowledge: Knowledge,
  profile: Profile,
  { today, unplaced = 'taken' }: { today: Day; unplaced?: Unplaced },
): Checkup {
  const isTold = Object.keys(profile).length > 0;
  const open = evaluateAll(knowledge, profile, { today, unplaced }).filter((one) => isOpen(one, today));
  const best = moneyFirst(bestFirst(open));
  const [past, present] = [true, false].map((isPast) =>
    best.filter((one) => isUndated(one.policy, one.benefit.until, today) === isPast),
  ) as [Result[], Result[]];
  const concerns = (one: Result) => !isTold || isSpokenFor(one) || isForAll(one);
  const possible = (one: Result) => one.verdict !== 'ineligible';
  const fits = present.filter((one) => one.verdict === 'eligible' && concerns(one));
  const might = present.filter((one) => one.verdict === 'unknown' && concerns(one));
  // To who has told nothing old documents are shown only where there is nothing else.
  const isOldWorthTelling = (one: Result) => (isTold ? isSpokenFor(one) : fits.length + might.length === 0);
  return {
    fits: fits.filter(firstOfMeasure()),
    might: might.filter(firstOfMeasure()),
    misses: present.filter((one) => one.verdict === 'ineligible' && one.onlyThat).filter(firstOfMeasure()),
    undated: past.filter((one) => possible(one) && isOldWorthTelling(one)).filter(firstOfMeasure()),
  };
}

/** The knowledge without documents that are over or may be of the past: what is worth asking about. */
export function presentAt(knowledge: Knowledge, today: Day): Knowledge {
  const policies = knowledge.policies.filter(
    (policy) => !isUndated(policy, null, today) && !isOver(policy, today),
  );
  return { ...knowledge, policies };
}

const isOver = ({ applyBy, validUntil }: Policy, today: Day): boolean => {
  const last = applyBy ?? validUntil;
  return last !== null && last.day < today;
};

const CLOSED: ReadonlySet<string> = new Set(['closed', 'replaced', 'not-yet', 'not-issued']);

const isOpen = ({ reason, benefit }: Result, today: Day): boolean =>
  !CLOSED.has(reason.kind) && !(benefit.during && benefit.during.from > today);

/** A document of an earlier year that says nowhere when it ends. */
const isUndated = ({ validUntil, applyBy, issued }: Policy, until: Day | null, today: Day): boolean =>
  validUntil === null &&
  applyBy === null &&
  until === null &&
  (issued?.day ?? today) < `${today.slice(0, 4)}-01-01`;

/** Something that was said meets a condition of the benefit's own. */
export const isSpokenFor = ({ conditions }: Evaluation): boolean =>
  conditions.some(
    ({ kind, state, value }) => (kind === 'need' || kind === 'vague') && state === 'met' && value !== null,
  );

/** It asks nothing of its own. */
const isForAll = ({ benefit }: Result): boolean => benefit.needs.length === 0 && benefit.vague.length === 0;

/** What was spoken of before what was not; then named sums before grants without one, and those before services. */
function moneyFirst(results: Result[]): Result[] {
  const worth = (result: Result): number => {
    if (result.potential?.maxYuan != null || result.capYuan !== null) return 0;
    return result.benefit.pays.every(({ pay }) => pay.form === 'service') ? 2 : 1;
  };
  return [...results].sort((a, b) => Number(isSpokenFor(b)) - Number(isSpokenFor(a)) || worth(a) - worth(b));
}

function firstOfMeasure(): (result: Result) => boolean {
  const seen = new Set<string>();
  return ({ measure }) => !seen.has(measure.id) && seen.add(measure.id) !== undefined;
}
