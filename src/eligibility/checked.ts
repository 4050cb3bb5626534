/** What a measure means for an enterprise: each of its benefits, and the one to speak of. */
import type { Subject } from '../policy/index.ts';
import type { Evaluation } from './evaluation.ts';

export interface Checked {
  subject: Subject & { measure: NonNullable<Subject['measure']> };
  evaluations: Evaluation[];
  /** The best for the enterprise: what the reply speaks of. */
  main: Evaluation;
  /** The benefit that was asked for, by name, where the measure has several and the words told which. */
  meant: string | null;
}

/** How many of its conditions what was said already meets. */
export function metCount({ conditions }: Evaluation): number {
  return conditions.filter(({ state, value }) => state === 'met' && value !== null).length;
}
