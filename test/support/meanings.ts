/** The meanings that ship. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { meaningsSchema } from '../../src/facts/index.ts';

const FILE = new URL('../../knowledge/core/meanings.yaml', import.meta.url);

export const MEANINGS = meaningsSchema.parse(parse(readFileSync(FILE, 'utf8')));
