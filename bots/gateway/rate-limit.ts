/** How often one sender may write: a bucket that refills steadily. Time is an argument. */
export interface RateLimit {
  /** 'refuse-once' the first time in a row, then 'refuse', until the sender has room again. */
  check(sender: string, now: number): 'pass' | 'refuse-once' | 'refuse';
  /** Counts a message that was taken. */
  count(sender: string, now: number): void;
}

interface Bucket {
  room: number;
  at: number;
  told: boolean;
}

export function createRateLimit(perMinute: number): RateLimit {
  const buckets = new Map<string, Bucket>();

  function bucketOf(sender: string, now: number): Bucket {
    const bucket = buckets.get(sender) ?? { room: perMinute, at: now, told: false };
    const refilled = bucket.room + (Math.max(0, now - bucket.at) * perMinute) / 60_000;
    bucket.room = Math.min(perMinute, refilled);
    bucket.at = now;
    buckets.set(sender, bucket);
    if (buckets.size > 10_000) forgetTheQuiet(now);
    return bucket;
  }

  function forgetTheQuiet(now: number): void {
    for (const [sender, bucket] of buckets) if (now - bucket.at > 60_000) buckets.delete(sender);
  }

  return {
    check(sender, now) {
      const bucket = bucketOf(sender, now);
      if (bucket.room >= 1) return 'pass';
      if (bucket.told) return 'refuse';
      bucket.told = true;
      return 'refuse-once';
    },
    count(sender, now) {
      const bucket = bucketOf(sender, now);
      bucket.room -= 1;
      bucket.told = false;
    },
  };
}
