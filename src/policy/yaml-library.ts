/**
 * The library that writes YAML and knows on which line each value stands. Loaded where that is wanted: it is 72 modules, and a question on
 * the command line, which starts a process, needs none of them.
 */
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

const load = createRequire(import.meta.url);

export const yamlLibrary = (): typeof Yaml => load('yaml') as typeof Yaml;
