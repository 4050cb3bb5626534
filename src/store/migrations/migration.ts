import type { Engine } from '../engine/engine.ts';
import type { OpenTransaction } from '../schema.ts';

/** One step of the format. A step that was published is never changed: a new one is added. */
export interface Migration {
  version: number;
  name: string;
  up(transaction: OpenTransaction, kind: Engine['kind']): Promise<void>;
}
