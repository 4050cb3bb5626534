/** How often one address may try in a minute. */
const MINUTE = 60_000;
const MOST_ADDRESSES = 10_000;

export type Tries = ReturnType<typeof createTries>;

export function createTries({ perMinute }: { perMinute: number }) {
  const begun = new Map<string, { since: number; count: number }>();
  return {
    /** Counts the try. */
    pass(address: string, now: number): boolean {
      const last = begun.get(address);
      const current = last && now - last.since < MINUTE ? last : { since: now, count: 0 };
      current.count += 1;
      begun.delete(address);
      begun.set(address, current);
      if (begun.size > MOST_ADDRESSES) begun.delete(begun.keys().next().value!);
      return current.count <= perMinute;
    },
  };
}
