import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readKnowledge } from '../../src/service/read-knowledge.ts';
import { withoutComments } from '../support/code.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const { policies, facts } = shippedKnowledge();
const INVENTED = join(import.meta.dirname, 'invented');

const CODE = ['src', 'bots', 'office', 'api', 'cli', 'cli.ts'].flatMap((name) => {
  const path = join(ROOT, name);
  if (!existsSync(path)) return [];
  if (name.endsWith('.ts')) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|js|html|sql)$/u.test(file))
    .map((file) => join(path, file));
});

/** '洪府办发〔2022〕58号': any document's number, known or not. */
const DOCUMENT_NUMBER = /\p{Script=Han}{2,12}〔(?:19|20)\d{2}〕\s?\d{1,4}\s?号/u;

/** Comments may name documents as examples; code may not. */
const LINES = CODE.flatMap((path) =>
  withoutComments(readFileSync(path, 'utf8'))
    .split('\n')
    .map((text, i) => ({ place: `${path.slice(ROOT.length + 1)}:${i + 1}`, text })),
);

const linesWith = (pattern: RegExp): string[] =>
  LINES.filter(({ text }) => pattern.test(text)).map(({ place, text }) => `${place} ${text.trim()}`);

const anyOf = (words: readonly string[]): string =>
  words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|');

test('no document number stands in the code', () => {
  expect(CODE.length).toBeGreaterThan(50);
  expect(linesWith(DOCUMENT_NUMBER)).toEqual([]);
});

test('no title of a document or a measure stands in the code', () => {
  const titles = policies.flatMap(({ title, names, measures }) => [
    title,
    ...names.filter((name) => name.length > 4),
    ...measures.map((measure) => measure.title).filter((name) => name.length > 4),
  ]);
  expect(titles.length).toBeGreaterThan(80);
  expect(linesWith(new RegExp(anyOf(titles), 'u'))).toEqual([]);
});

test('no fact is named in the code', () => {
  const names = [...facts.keys()];
  expect(names.length).toBeGreaterThan(40);
  expect(linesWith(new RegExp(`\\b(?:${anyOf(names)})\\b`, 'u'))).toEqual([]);
});

/** A fact that a document declares is named in Chinese: as a whole string literal, or as a name itself, it may not stand in the code. */
const literalOf = (names: readonly string[]): RegExp =>
  new RegExp(`(['"\`])(?:${anyOf(names)})\\1|(?:[{,]\\s*|^\\s*|\\.)(?:${anyOf(names)})\\s*[:.,)}?\\]]`, 'u');

test('no fact of a document stands in the code as a string of its own', () => {
  const own = [...facts.keys()].filter((name) => /\p{Script=Han}/u.test(name));
  const invented = readKnowledge(INVENTED).policies.flatMap((policy) => [...policy.facts.keys()]);
  expect(own.length).toBeGreaterThan(20);
  expect(invented.length).toBeGreaterThan(2);
  expect(linesWith(literalOf([...own, ...invented]))).toEqual([]);
  expect("value('农技人员')").toMatch(literalOf(['农技人员']));
  expect('const { 农技人员: told } = profile').toMatch(literalOf(['农技人员']));
  expect('profile.农技人员 ?? null').toMatch(literalOf(['农技人员']));
  expect('profile.农技人员 ?? null').not.toMatch(literalOf(['农技']));
  expect('// 农技人员').not.toMatch(literalOf(['农技人员']));
});
