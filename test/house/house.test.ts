import { expect, test } from 'vitest';
import { allImports, importsIn } from './imports.ts';
import { behindDoor, circles, wrongArrow, wrongNeighbour } from './rules.ts';

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

test('channels and the gateway do not reach each other', () => {
  expect(faults(wrongNeighbour)).toEqual([]);
});

test('no file reaches itself by way of others', () => {
  expect(circles(imports)).toEqual([]);
});

test.each([
  ['a pure room that reaches the store', 'src/figures/x.ts', 'src/store/index.ts'],
  ['a room of the same row', 'src/ingest/x.ts', 'src/drafting/index.ts'],
  ['an earlier room that reaches a later one', 'src/policy/x.ts', 'src/words/index.ts'],
  ['a room of src that reaches who talks', 'src/service/x.ts', 'bots/index.ts'],
  ['a channel that opens the store', 'bots/web/x.ts', 'src/store/index.ts'],
  ['a channel that reaches the console', 'bots/web/x.ts', 'office/index.ts'],
  ['the console that reaches those who call', 'office/x.ts', 'api/index.ts'],
  ['those who call that reach a channel', 'api/x.ts', 'bots/web/index.ts'],
  ['a page that reaches a command', 'office/x.ts', 'cli/command.ts'],
  ['a command that reaches reminders', 'cli/x.ts', 'src/reminders/index.ts'],
  ['a file that stands in no room', 'src/x.ts', 'src/policy/index.ts'],
  ['code that reaches a test', 'src/policy/x.ts', 'test/support/x.ts'],
])('a planted wrong arrow is found: %s', (_, from, to) => {
  expect(wrongArrow({ from, to })).not.toBeNull();
});

test.each([
  ['a room of src', 'bots/x.ts', 'src/words/web.ts'],
  ['the door of asking, from who is no command', 'bots/x.ts', 'src/service/asking.ts'],
  ['the house of the channels', 'cli/x.ts', 'bots/log.ts'],
  ['a channel, from outside', 'cli/x.ts', 'bots/web/site.ts'],
  ['a channel, from what channels share', 'bots/x.ts', 'bots/telegram/settings.ts'],
  ['the gateway', 'cli/x.ts', 'bots/gateway/outbox.ts'],
  ['the console', 'cli/x.ts', 'office/pages/layout.ts'],
  ['those who call', 'cli/x.ts', 'api/schemas/answers.ts'],
])('a planted import behind a door is found: %s', (_, from, to) => {
  expect(behindDoor({ from, to })).not.toBeNull();
});

test.each([
  ['a channel that reaches another', 'bots/web/x.ts', 'bots/telegram/index.ts'],
  ['a channel that reaches the gateway', 'bots/web/x.ts', 'bots/gateway/index.ts'],
])('a planted neighbour is found: %s', (_, from, to) => {
  expect(wrongNeighbour({ from, to })).not.toBeNull();
});

test('a planted circle is found', () => {
  const circle = [
    { from: 'src/a/x.ts', to: 'src/a/y.ts' },
    { from: 'src/a/y.ts', to: 'src/a/x.ts' },
  ];
  expect(circles(circle)).toEqual(['src/a/x.ts → src/a/y.ts → src/a/x.ts']);
});

test('imports of every form are read, planted in a text', () => {
  const text = `import { a } from './a.ts';
export * from '../b.ts';
const c = await import('./c.ts');
import './d.ts';
import type { E } from '../../e.ts';`;
  expect(importsIn('bots/web/x.ts', text).map(({ to }) => to)).toEqual([
    'bots/web/a.ts',
    'bots/b.ts',
    'bots/web/c.ts',
    'bots/web/d.ts',
    'e.ts',
  ]);
});
