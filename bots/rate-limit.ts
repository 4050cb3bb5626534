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

/** A bucket that was left alone for so long is full again: forgotten, it is the same. */
const FULL_AGAIN_MS = 60_000;
/** Of more senders than these within a minute, those who were quiet the longest are forgotten. */
const MOST_SENDERS = 100_000;

export function createRateLimit(perMinute: number): RateLimit {
  /** The one who was quiet the longest comes first, so that nobody else has to be looked at to forget. */
  const buckets = new Map<string, Bucket>();

  function bucketOf(sender: string, now: number): Bucket {
    const bucket = buckets.get(sender) ?? { room: perMinute, at: now, told: false };
    const refilled = bucket.room + (Math.max(0, now - bucket.at) * perMinute) / 60_000;
    bucket.room = Math.min(perMinute, refilled);
    bucket.at = now;
    buckets.delete(sender);
    buckets.set(sender, bucket);
    forgetTheQuiet(now);
    return bucket;
  }

  function forgetTheQuiet(now: number): void {
    for (const [sender, { at }] of buckets) {
      if (now - at <= FULL_AGAIN_MS && buckets.size <= MOST_SENDERS) return;
      buckets.delete(sender);
    }
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
