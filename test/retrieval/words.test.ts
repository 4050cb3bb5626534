import { expect, test } from 'vitest';
import { buildLexicon } from '../../src/retrieval/lexicon.ts';
import { objectWords } from '../../src/retrieval/words.ts';

test.each([
  ['鱼塘清淤补多少', ['鱼塘清淤']],
  ['茶室一张床补几块', ['茶室']],
  ['窑炉奖不奖', ['窑炉']],
])('%s names no more than its objects: what asks is no part of a word', (question, objects) => {
  expect(objectWords(question)).toEqual(objects);
});

const lexicon = buildLexicon([
  { say: ['报年', '年报'], means: ['年度报告'] },
  { say: ['窑炉', '炉子'], means: ['窑炉设备'] },
  { say: ['最晚', '最后一天'], means: ['截止'] },
]);

test.each([
  ['31年报废的窑炉', ['窑炉']],
  ['年报和炉子', ['年报', '窑炉']],
  ['窑炉最晚哪天报', ['窑炉']],
])('%s: no thing across the border of two words, and none of words that ask', (question, things) => {
  expect(lexicon.thingsIn(question).map((words) => words.find((word) => things.includes(word)))).toEqual(
    things,
  );
});
