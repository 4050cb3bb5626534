/** The pages that are made from code say what the code does: run `npm run references` after changing a setting, a command or the schema. */

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { PAY_WORDS, policySchema } from '../../src/policy/index.ts';
import {
  FORM_WORDS,
  KEYS,
  keysOfSchema,
  LIMIT_WORDS,
  WORDS,
  wordsOfConditions,
} from '../support/policy-reference.ts';
import { allCommands, commandFiles, readReference, references } from '../support/references.ts';

const made = await references();

test.each(Object.keys(made))('%s is as npm run references makes it', (path) => {
  expect(readReference(path)).toBe(made[path]);
});

test('every key of policy.yaml is explained, and nothing that it has not', () => {
  expect(Object.keys(KEYS).sort()).toEqual([...keysOfSchema().keys()].sort());
  expect(Object.keys(WORDS).sort()).toEqual(wordsOfConditions().sort());
  expect(Object.keys(FORM_WORDS).sort()).toEqual(Object.keys(PAY_WORDS.forms).sort());
  expect(Object.keys(LIMIT_WORDS).sort()).toEqual([...PAY_WORDS.limits].sort());
});

test('the example of the reference is a policy.yaml', () => {
  const yaml =
    /```yaml\n(?<text>[\s\S]+?)```/u.exec(readReference('docs/policy-yaml.md'))?.groups?.text ?? '';
  expect(policySchema.safeParse(parse(yaml)).error?.issues ?? []).toEqual([]);
});

test('no command is left out', async () => {
  expect((await allCommands()).length).toBe(commandFiles().length);
});
