import { expect, test } from 'vitest';
import { createRateLimit } from '../../bots/rate-limit.ts';

test('so many a minute, one refusal to tell, room again as time passes', () => {
  const limit = createRateLimit(2);
  const write = (now: number) => {
    const verdict = limit.check('陈', now);
    if (verdict === 'pass') limit.count('陈', now);
    return verdict;
  };
  expect([0, 0, 0, 0, 29_000].map(write)).toEqual(['pass', 'pass', 'refuse-once', 'refuse', 'refuse']);
  expect([30_000, 30_000, 30_000].map(write)).toEqual(['pass', 'refuse-once', 'refuse']);
});

test('one sender does not use up the room of another', () => {
  const limit = createRateLimit(1);
  limit.count('陈', 0);
  expect(limit.check('李', 0)).toBe('pass');
});

test('a message that was not new is not counted', () => {
  const limit = createRateLimit(1);
  for (let i = 0; i < 10; i++) expect(limit.check('陈', 0)).toBe('pass');
});
