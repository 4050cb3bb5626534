import { expect, test, vi } from 'vitest';
import { createRateLimit } from '../../bots/rate-limit.ts';

test('a message looks at no more senders the more there are, and the quiet are forgotten', () => {
  const steps = (senders: number): number => {
    const rate = createRateLimit(30);
    for (let n = 0; n < senders; n++) rate.check(`s${n}`, 1_000);
    let looked = 0;
    const original = Map.prototype[Symbol.iterator];
    const spy = vi.spyOn(Map.prototype, Symbol.iterator).mockImplementation(function (
      this: Map<unknown, unknown>,
    ) {
      const all = original.call(this);
      const next = all.next.bind(all);
      all.next = () => {
        looked += 1;
        return next();
      };
      return all;
    });
    for (let n = 0; n < 10; n++) rate.check(`again${n}`, 2_000);
    spy.mockRestore();
    return looked;
  };
  expect(steps(40_000)).toBeLessThanOrEqual(20);
  expect(steps(40_000)).toBe(steps(10));
});
