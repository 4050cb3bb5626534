/** The door of the room: words → facts, facts and rules → verdict, amount, what is missing and what to ask next. All pure. */

export { cellsOf } from './cells.ts';
export { type Checked, metCount } from './checked.ts';
export { type Context, factOfRole, type Unplaced } from './context.ts';
export { evaluate } from './evaluate.ts';
export { bestFirst, evaluateAll, type Result } from './evaluate-all.ts';
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
export { inOrder } from './missing.ts';
export { type NextTopic, type NextTopicOptions, nextTopic } from './next-topic.ts';

export { periodsOf } from './periods.ts';
export { isInPlace } from './place.ts';
export { isName, withoutNames } from './understanding/names.ts';
export { readFacts } from './understanding/read-facts.ts';
export type { ReadFactsOptions, Reading, Unsure } from './understanding/reading.ts';
export { type AskedPeriods, askedPeriods, placedIn } from './windows.ts';
