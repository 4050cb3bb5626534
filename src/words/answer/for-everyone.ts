/** What the shelf as a whole answers, as data. */
import type { Measure, Policy } from '../../policy/index.ts';

export interface ForEveryone {
  text: string;
  quotes: string[];
  /** Best first. */
  measures: Measure[];
  /** To choose from. */
  policies: Policy[];
  /** Of one document as a whole. */
  document: Policy | null;
  /** One measure, to be told as it is. */
  measure: Measure | null;
}
