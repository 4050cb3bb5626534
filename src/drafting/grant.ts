/** A grant as the drafter reads it out of a limb, before it becomes a benefit. */
import type { Conditions } from './condition.ts';
import type { Limb } from './cut.ts';
import type { DraftRow } from './draft.ts';
import type { Composed, Payment } from './payment.ts';
import type { Marked } from './role.ts';

/** A grant as it stands in one limb: its payments share the conditions. */
export interface Grant {
  limb: Limb;
  conditions: Conditions;
  payments: Payment[];
  marks: Marked[];
  composed: Composed;
  reasons: string[];
  /** Whose share is higher by some points. */
  raise: Grant | null;
  /** What some of those who get it get on top of it. */
  onTop: Grant | null;
  /** Who rises to a better sum gets what it is more than the one before. */
  difference: boolean;
  /** A sum for all that stands behind it. */
  pool: string | null;
  /** What another clause pays for by itself, so that this one does not: taken as not so until said. */
  except: string[];
  /** Its rows stand in a table, each with conditions of its own. */
  table: DraftRow[] | null;
  /** Measure offsets. */
  from: number;
  to: number;
}
