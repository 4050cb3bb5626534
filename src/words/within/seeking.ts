/** What is sought within a measure, and what was found. */
import type { Day } from '../../contract/index.ts';
import type { Measure, Policy } from '../../policy/index.ts';
import type { Index } from '../../retrieval/index.ts';
import type { AspectName } from './aspects.ts';
import type { Passage } from './passages.ts';

export interface WithinAsk {
  question: string;
  /** What was asked when the talk came here: what a short question leaves unsaid. */
  context: string | null;
  today: Day;
  expirySaid: boolean;
  /** 公司注册才8个月: told rather than asked, and nothing that is kept as a fact. */
  told?: boolean;
  /** What is asked for, where that is known by other signs than the words. */
  aspect?: AspectName;
}

export interface Seeking {
  index: Index;
  policy: Policy;
  measure: Measure;
  ask: WithinAsk;
}

export interface Chosen {
  /** 不算, 是, 省级：20万元, before the words that say it. */
  opening: string | null;
  /** None where only their lack is said. */
  passages: Passage[];
}

/** A way of finding the sentence; null where it is none for this question. */
export type Way = (seeking: Seeking) => Chosen | null;
