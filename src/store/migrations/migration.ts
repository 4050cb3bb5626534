/** One step of the format. */
import type { SchemaModule } from 'kysely';
import type { Engine } from '../engine/engine.ts';

export interface Migration {
  version: number;
  name: string;
  up(schema: SchemaModule, kind: Engine['kind']): Promise<void>;
}
