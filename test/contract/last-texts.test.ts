import { expect, test, vi } from 'vitest';
import { forLastTexts } from '../../src/contract/last-texts.ts';

test('the last texts are answered once each, older ones anew', () => {
  const answer = vi.fn((text: string) => [...text]);
  const kept = forLastTexts(2, answer);
  expect(kept('租金')).toBe(kept('租金'));
  kept('补贴');
  kept('用电');
  expect(answer).toHaveBeenCalledTimes(3);
  expect(kept('租金')).toEqual(['租', '金']);
  expect(answer).toHaveBeenCalledTimes(4);
});

test('what is found of another text on the way is kept', () => {
  const answer = vi.fn((text: string, keep: (other: string, its: number) => void) => {
    keep('金', 1);
    return text.length;
  });
  const kept = forLastTexts(4, answer);
  expect([kept('租金'), kept('金')]).toEqual([2, 1]);
  expect(answer).toHaveBeenCalledTimes(1);
});
