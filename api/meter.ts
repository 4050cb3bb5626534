/** Requests a minute, by who asks: a bucket that fills evenly. */

export interface Meter {
  /** 0: counted, go on; else the seconds to wait. */
  count(who: string, perMinute: number, now: number): number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Beyond so many the fullest ones, which forget nothing, are dropped. */
const MOST_KEPT = 10_000;
const MINUTE_MS = 60_000;

export function createMeter(): Meter {
  const buckets = new Map<string, Bucket>();
  return {
    count(who, perMinute, now) {
      const kept = buckets.get(who);
      const filled = kept ? kept.left + ((now - kept.at) / MINUTE_MS) * perMinute : perMinute;
      const left = Math.min(perMinute, filled);
      // Set anew, so that the map stays in the order of last use.
      buckets.delete(who);
      buckets.set(who, { left: left >= 1 ? left - 1 : left, at: now });
      if (buckets.size > MOST_KEPT) buckets.delete(buckets.keys().next().value!);
      return left >= 1 ? 0 : Math.max(1, Math.ceil(((1 - left) / perMinute) * 60));
    },
  };
}
