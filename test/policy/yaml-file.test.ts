import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseYaml } from '../../src/policy/yaml-file.ts';
import { readKnowledgeFiles } from '../../src/service/read-knowledge.ts';

const files = readKnowledgeFiles().filter(({ path }) => path.endsWith('.yaml'));

test('there are knowledge files to read', () => {
  expect(files.length).toBeGreaterThan(9);
});

test.each(files)('$path is read as the library that knows the lines reads it', ({ path, text }) => {
  expect(parseYaml(path, text)).toMatchObject({ value: parse(text), problems: [] });
});

test.each([
  ['a: 1\na: 2', 2],
  ['a: [1', 1],
  ['a: b: c', 1],
])('%j is faulty, and the line is named', (text, line) => {
  const { value, problems } = parseYaml('x.yaml', text);
  expect(value).toBeNull();
  expect(problems[0]!.line).toBeGreaterThanOrEqual(line);
});
