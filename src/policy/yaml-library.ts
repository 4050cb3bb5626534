/**
 * The library that writes YAML and knows on which line each value stands. Loaded where that is wanted: it is 72 modules, and a question on
 * the command line, which starts a process, needs none of them.
 */
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

const load = createRequire(import.meta.url);

let loaded: typeof Yaml | null = null;

/** Kept here: where it stands would be looked up on the disk each time, for every node of a document. */
export function yamlLibrary(): typeof Yaml {
  loaded ??= load('yaml') as typeof Yaml;
  return loaded;
}
