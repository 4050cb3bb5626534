import { expect, test } from 'vitest';
import { type Judged, kindOf } from '../../src/service/reply-kind.ts';

const plain: Judged = { reply: { options: [], asks: null, verdict: null }, effects: [] };
const two = [
  { id: 'a', label: '甲' },
  { id: 'b', label: '乙' },
];

test.each<[string, Partial<Judged>, string]>([
  ['a plain answer', {}, 'answered'],
  ['several to choose from', { reply: { options: two, asks: null, verdict: null } }, 'menu'],
  [
    'a question back with its answers',
    { reply: { options: two, asks: ['exports'], verdict: null } },
    'answered',
  ],
  [
    'a verdict with what can be done next',
    { reply: { options: two, asks: null, verdict: 'unknown' } },
    'answered',
  ],
  ['no document answers', { unanswered: true }, 'refused'],
])('%s', (_, judged, kind) => {
  expect(kindOf({ ...plain, ...judged })).toBe(kind);
});
