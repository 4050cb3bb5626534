/** Runs the same tests with the process in three time zones: days and due times are Shanghai's in all of them. */
import { afterAll, beforeAll, describe, expect } from 'vitest';

/** Minutes behind UTC on a day in July. */
const ZONES = { UTC: 0, 'Asia/Shanghai': -480, 'America/New_York': 240 };

export function inEveryTimeZone(tests: () => void): void {
  describe.each(Object.entries(ZONES))('under TZ=%s', (zone, offset) => {
    const before = process.env.TZ;
    beforeAll(() => {
      process.env.TZ = zone;
      expect(new Date(2022, 6, 1).getTimezoneOffset()).toBe(offset);
    });
    afterAll(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });
    tests();
  });
}
