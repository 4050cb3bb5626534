/** What several workers of one store share. */

export interface WorkerRecords {
  /** The value that all workers share under this name: the one proposed first. */
  sharedSecret(name: string, proposed: string): Promise<string>;
  /** True when this worker holds the seat for the lease from now: it was free, run out, or its own. */
  takeSeat(role: string, holder: string, lease: { now: number; leaseMs: number }): Promise<boolean>;
  leaveSeat(role: string, holder: string): Promise<void>;
  /** That this worker runs and answers from this knowledge, good until then; one whose time is over is taken off. */
  report(worker: { worker: string; version: string; until: number }): Promise<void>;
  /** The version of each worker that has said so and whose time is not over. */
  present(now: number): Promise<string[]>;
  /**
   * The next time at which something may leave under this name: no two closer than `everyMs`. It is taken where it is no further off than
   * `withinMs`: what will not wait for its slot must not hold up the others'.
   */
  takeSlot(name: string, pace: { now: number; everyMs: number; withinMs: number }): Promise<number>;
  /** Takes it only where it is now; false: nothing is taken. */
  takeSlotNow(name: string, pace: { now: number; everyMs: number }): Promise<boolean>;
}
