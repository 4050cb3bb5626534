/** Work in order within a lane (a chat), side by side across lanes. */
export interface Lanes {
  /** Runs the work after everything earlier in the same lane. Settles as the work does. */
  run<T>(lane: string, work: () => Promise<T>): Promise<T>;
  has(lane: string): boolean;
  /** How many lanes have work in them. */
  busy(): number;
  /** Resolves when no lane has work. */
  idle(): Promise<void>;
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(lane, work) {
      const before = tails.get(lane);
      const result = before ? before.then(work, work) : work();
      const tail = result.then(
        () => leave(),
        () => leave(),
      );
      function leave() {
        if (tails.get(lane) === tail) tails.delete(lane);
      }
      tails.set(lane, tail);
      return result;
    },
    has: (lane) => tails.has(lane),
    busy: () => tails.size,
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
