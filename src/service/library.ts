/** What is known at one moment: the documents in force, their index, and the version that every answer given from them bears. */
import { createHash } from 'node:crypto';
import type { Mind } from '../dialogue/index.ts';

export interface Library extends Mind {
  /** The same for the same knowledge, on every machine; another one as soon as anything that can be answered differs. */
  version: string;
}

const VERSION_LENGTH = 16;

export const libraryOf = (mind: Mind): Library => ({ ...mind, version: versionOf(mind.knowledge) });

/** Maps are written as their entries. */
const plain = (_key: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);

export const versionOf = (knowledge: object): string =>
  createHash('sha256').update(JSON.stringify(knowledge, plain)).digest('hex').slice(0, VERSION_LENGTH);
