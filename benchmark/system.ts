/** What is compared: a system does what it can; what it cannot do is left out of its column. */
import type { Figure } from '../src/figures/index.ts';
import type { World } from './world.ts';

export type Verdict = 'eligible' | 'ineligible' | 'unknown';

export interface System {
  name: string;
  /** Ids of measures, best first; none: it does not know. */
  find?(question: string): string[];
  /** Figures of a text. */
  figures?(text: string, ref: string | null): Figure[];
  /** What an enterprise that describes itself so gets of a measure. */
  match?(text: string, measure: string): { verdict: Verdict; amountYuan: number | null };
  /** What a measure pays, a row each: `yuan 50000 from 0.15`, `share 0.4 cap 500000`, `each 200 cap 600000 from 500`. */
  draft?(measure: string): string[];
}

export type CreateSystem = (world: World) => System;
