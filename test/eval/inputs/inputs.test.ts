/** No input of 0.1.0's tests gets lost, and what is expected of it changes only for a reason that is written down. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { hashOf, inputHash, readInputs } from './read-inputs.ts';

const beside = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const listed = beside('inputs-0.1.0.txt')
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [kind: string, input: string, expected: string]);

const changesSchema = z.array(
  z.strictObject({
    reason: z.string().min(10),
    inputs: z.array(z.strictObject({ kind: z.string(), input: z.string(), says: z.string() })).min(1),
  }),
);
const reasons = new Set(
  changesSchema
    .parse(parse(beside('changed-expectations.yaml')) ?? [])
    .flatMap(({ inputs }) => inputs.map(({ kind, input }) => `${kind} ${input}`)),
);

const present = new Map<string, { expected: Set<string>; says: string }>();
for (const one of readInputs()) {
  const key = `${one.kind} ${inputHash(one)}`;
  const known = present.get(key) ?? { expected: new Set(), says: JSON.stringify(one.input).slice(0, 80) };
  known.expected.add(hashOf(one.expected));
  present.set(key, known);
}

test('the list is the one of 0.1.0', () => {
  expect(listed.length).toBeGreaterThan(2000);
});

test('every input of 0.1.0 is still there', () => {
  const lost = listed.filter(([kind, input]) => !present.has(`${kind} ${input}`));
  expect(lost.map((line) => line.join(' '))).toEqual([]);
});

test('what is expected of it is as it was, or the reason is in changed-expectations.yaml', () => {
  const changed = listed.flatMap(([kind, input, expected]) => {
    const now = present.get(`${kind} ${input}`);
    const isSame = !now || now.expected.has(expected) || reasons.has(`${kind} ${input}`);
    return isSame ? [] : [`- { kind: ${kind}, input: ${input}, says: '${now.says}' }`];
  });
  expect(changed).toEqual([]);
});
