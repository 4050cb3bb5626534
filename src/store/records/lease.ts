/** A lease that reaches further than this was written before the clock was set back: it is over. */
export const LONGEST_LEASE_MS = 600_000;
