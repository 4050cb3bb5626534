import { expect, test } from 'vitest';
import { allImports } from './imports.ts';
import { behindDoor, circles, wrongArrow } from './rules.ts';

const imports = allImports();
const faults = (rule: (each: (typeof imports)[number]) => string | null): string[] =>
  imports.map(rule).filter((fault) => fault !== null);

test('arrows between rooms run one way', () => {
  expect(imports.length).toBeGreaterThan(800);
  expect(faults(wrongArrow)).toEqual([]);
});

test('a room is entered through its door only', () => {
  expect(faults(behindDoor)).toEqual([]);
});

test('no file reaches itself by way of others', () => {
  expect(circles(imports)).toEqual([]);
});

test.each([
  ['a pure room that reaches the store', 'src/figures/x.ts', 'src/store/index.ts'],
  ['a room of the same row', 'src/ingest/x.ts', 'src/drafting/index.ts'],
  ['an earlier room that reaches a later one', 'src/policy/x.ts', 'src/words/index.ts'],
  ['a channel that opens the store', 'bots/web/x.ts', 'src/store/index.ts'],
  ['a command that reaches reminders', 'cli/x.ts', 'src/reminders/index.ts'],
  ['a file that stands in no room', 'src/x.ts', 'src/policy/index.ts'],
])('a planted wrong arrow is found: %s', (_, from, to) => {
  expect(wrongArrow({ from, to })).not.toBeNull();
});

test('a planted import behind a door, and a planted circle, are found', () => {
  expect(behindDoor({ from: 'bots/x.ts', to: 'src/words/web.ts' })).not.toBeNull();
  const circle = [
    { from: 'src/a/x.ts', to: 'src/a/y.ts' },
    { from: 'src/a/y.ts', to: 'src/a/x.ts' },
  ];
  expect(circles(circle)).toEqual(['src/a/x.ts → src/a/y.ts → src/a/x.ts']);
});
