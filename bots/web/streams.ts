/** Pages that are open: each reads on in its visitor's mailbox when told that something is new there. */
import { atMost, realTiming } from '../timing.ts';
import type { Entry, Mailbox } from './mailbox.ts';

export interface Listener {
  /** Called in order; never twice with the same entry. */
  show(entries: Entry[]): Promise<void>;
  /** Keeps the connection from being cut for silence. */
  beat(): Promise<void>;
  end(): void;
}

export interface Streams {
  /**
   * Null: too many are open already, of this visitor, of this address or in all. `from`: the last entry that the page has. The
   * function returned closes it.
   */
  open(reader: Reader, from: number, listener: Listener): (() => void) | null;
  /** There may be something new for this visitor. */
  wake(visitor: string): void;
  /** Shows reminders that have become due to those who are here. */
  showDue(): Promise<void>;
  beat(): void;
  count(): number;
  visitors(): string[];
  /** What is there to be read is shown first, to those who read it within a moment. */
  closeAll(): Promise<void>;
}

export interface Reader {
  visitor: string;
  address: string;
}

export interface StreamLimits {
  perVisitor: number;
  /** Of one network address: a whole office may stand behind it, but not all of the visitors there are. */
  perAddress: number;
  overall: number;
}

interface Open {
  listener: Listener;
  last: number;
  reading: Promise<void> | null;
  again: boolean;
}

/** Somebody who does not read holds up no end. */
const LAST_READING_MS = 1_000;

export function createStreams(mailbox: Mailbox, limits: StreamLimits): Streams {
  const byVisitor = new Map<string, Set<Open>>();
  const byAddress = new Map<string, number>();
  let open = 0;

  function count(address: string, change: 1 | -1): void {
    open += change;
    const now = (byAddress.get(address) ?? 0) + change;
    if (now > 0) byAddress.set(address, now);
    else byAddress.delete(address);
  }

  function read(visitor: string, stream: Open): void {
    stream.again = true;
    stream.reading ??= readOn(visitor, stream).finally(() => {
      stream.reading = null;
    });
  }

  async function readOn(visitor: string, stream: Open): Promise<void> {
    try {
      while (stream.again) {
        stream.again = false;
        const entries = await mailbox.after(visitor, stream.last);
        const newest = entries.at(-1);
        if (!newest) continue;
        stream.last = newest.sequence;
        await stream.listener.show(entries);
      }
    } catch {
      // The browser comes back by itself and reads on from the last entry it has.
      stream.listener.end();
    }
  }

  const wake = (visitor: string): void => {
    for (const stream of byVisitor.get(visitor) ?? []) read(visitor, stream);
  };

  return {
    open({ visitor, address }, from, listener) {
      const own = byVisitor.get(visitor) ?? new Set();
      if (own.size >= limits.perVisitor || open >= limits.overall) return null;
      if ((byAddress.get(address) ?? 0) >= limits.perAddress) return null;
      const stream: Open = { listener, last: from, reading: null, again: false };
      byVisitor.set(visitor, own.add(stream));
      count(address, 1);
      read(visitor, stream);
      return () => {
        if (!own.delete(stream)) return;
        count(address, -1);
        if (own.size === 0) byVisitor.delete(visitor);
      };
    },
    wake,
    async showDue() {
      for (const visitor of byVisitor.keys()) if (await mailbox.showDue(visitor)) wake(visitor);
    },
    beat() {
      for (const streams of byVisitor.values())
        for (const { listener } of streams) listener.beat().catch(() => listener.end());
    },
    count: () => open,
    visitors: () => [...byVisitor.keys()],
    async closeAll() {
      const all = [...byVisitor.values()].flatMap((streams) => [...streams]);
      await atMost(realTiming(), LAST_READING_MS, Promise.all(all.map(({ reading }) => reading)));
      for (const { listener } of all) listener.end();
    },
  };
}
