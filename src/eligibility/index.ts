/** The door of the room: facts and rules → verdict, amount, what is missing and what to ask next. All pure. */

export { cellsOf } from './cells.ts';
export { type Checked, metCount } from './checked.ts';
export { type Checkup, checkup, isSpokenFor, presentAt } from './checkup.ts';
export { isElsewhere, placeState } from './conditions.ts';
export { ANYWHERE, type Context, factOfRole, type Unplaced } from './context.ts';
export { evaluate } from './evaluate.ts';
export { bestFirst, evaluateAll, evaluateBeforehand, type Result } from './evaluate-all.ts';
export type {
  Amount,
  Condition,
  Distance,
  Evaluation,
  Note,
  OpenRow,
  Reason,
  Verdict,
} from './evaluation.ts';
export { closedBy } from './judge.ts';
export { type NextTopic, type NextTopicOptions, nextTopic } from './next-topic.ts';
export { periodsOf } from './periods.ts';
export { isInPlace } from './place.ts';
export { type Standing, standingIn, standingOf } from './standing.ts';
export { type AskedPeriods, askedPeriods, placedIn } from './windows.ts';
