/** How much the gateway takes, and how long it waits. */
export interface Limits {
  /** Time for one answer. */
  answerMs: number;
  /** Time to finish what is at hand when stopping. */
  drainMs: number;
  perSenderPerMinute: number;
  /** Code points of one message. */
  textLength: number;
  /** How long an event is known as a duplicate. */
  dedupeMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  answerMs: 20_000,
  drainMs: 10_000,
  perSenderPerMinute: 30,
  textLength: 2_000,
  dedupeMs: 24 * 3_600_000,
};
