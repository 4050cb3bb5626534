/** The benchmark's own sets are sound: what they name is in the documents, and the documents come in without a hand on the drafts. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tableOf } from '../../benchmark/run.ts';
import { regexBot } from '../../benchmark/systems/regex-bot.ts';
import { readSet, unseenWorld } from '../../benchmark/world.ts';

const world = unseenWorld();
const measures = new Set(world.passages.map(({ id }) => id));
const documents = new Set(world.knowledge.policies.map(({ number }) => number));

test('every invented document is read and can be approved as it was drafted', () => {
  const files = readdirSync(new URL('../../benchmark/documents', import.meta.url));
  expect(world.knowledge.policies).toHaveLength(files.length);
});

describe('the sets', () => {
  test('what a question should find is there', () => {
    for (const { gold } of readSet<{ gold: string[] }>('questions.jsonl'))
      for (const id of gold) expect(id.includes('#') ? measures.has(id) : documents.has(id), id).toBe(true);
  });

  test.each(['drafting.jsonl', 'amounts.jsonl'])('%s names measures that are there', (set) => {
    for (const { measure } of readSet<{ measure: string }>(set)) expect(measures).toContain(measure);
  });

  test('an amount is told of who is eligible alone', () => {
    for (const { verdict, amountYuan } of readSet<{ verdict: string; amountYuan: number | null }>(
      'amounts.jsonl',
    ))
      expect(amountYuan !== null).toBe(verdict === 'eligible');
  });
});

test('a system that cannot do something has a dash in its column', () => {
  const table = tableOf({
    systems: ['a', 'b'],
    rows: [{ set: 's', figure: 'f', cases: 2, values: ['50.0%', null] }],
  });
  expect(table).toBe('| set | figure | cases | a | b |\n|---|---|---|---|---|\n| s | f | 2 | 50.0% | – |\n');
});

test('the regex bot is no straw man: it reads plain clauses', () => {
  const bot = regexBot({
    ...world,
    passages: [
      { id: 'x#1', title: '支持增产', text: '对产值1000万元以上的企业，给予10万元奖励。', aliases: [] },
    ],
  });
  expect(bot.match?.('产值1200万元', 'x#1')).toEqual({ verdict: 'eligible', amountYuan: 100_000 });
  expect(bot.match?.('产值900万元', 'x#1')).toEqual({ verdict: 'ineligible', amountYuan: null });
  expect(bot.draft?.('x#1')).toEqual(['yuan 100000']);
});
