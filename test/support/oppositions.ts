/** The oppositions that ship. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { oppositionSchema } from '../../src/facts/index.ts';

const FILE = new URL('../../knowledge/core/oppositions.yaml', import.meta.url);

export const OPPOSITIONS = z.array(oppositionSchema).parse(parse(readFileSync(FILE, 'utf8')));
