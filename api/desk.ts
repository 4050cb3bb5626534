/** What the routes and tools work with: what is known now, and the day. */
import type { Day } from '../src/contract/index.ts';
import type { Library } from '../src/service/index.ts';

export interface Desk {
  /** The knowledge in force at this moment. */
  library(): Library;
  today(): Day;
  /** A question that no document answers: told to whoever listens for it. */
  unanswered(question: string): Promise<void>;
}
