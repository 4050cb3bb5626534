/** 统计: what was asked, where, when, what about, and what became of it. Counts only. */
import { shanghaiDay } from '../../contract/index.ts';
import type { Exchange, Store } from '../../store/index.ts';

export interface Count {
  name: string;
  count: number;
}

export interface Figures {
  total: number;
  contacts: number;
  outcomes: Count[];
  feedback: { good: number; bad: number };
  measures: Count[];
  places: Count[];
  channels: Count[];
  /** By the Monday it begins on. */
  weeks: Count[];
  /** How many people came how far. */
  path: Count[];
}

const DAY_MS = 86_400_000;
const MOST_ROWS = 200_000;
const MOST_SHOWN = 15;

/** Of the last `days`. */
export const figuresOf = (store: Store, days: number): Promise<Figures> =>
  store.transaction(async ({ exchanges, reminders, tickets }) => {
    const rows = (await exchanges.since(store.now() - days * DAY_MS, { limit: MOST_ROWS })).filter(
      ({ by }) => by === null,
    );
    const ledger = await reminders.counts();
    const since = store.now() - days * DAY_MS;
    const opened = (await tickets.list()).filter(({ openedAt }) => openedAt >= since).length;
    const people = (some: readonly Exchange[]) =>
      new Set(some.map(({ channel, senderId, id }) => `${channel} ${senderId || id}`)).size;
    return {
      total: rows.length,
      contacts: people(rows),
      outcomes: counted(rows, ({ outcome }) => outcome),
      feedback: {
        good: rows.filter(({ feedback }) => feedback === 'good').length,
        bad: rows.filter(({ feedback }) => feedback === 'bad').length,
      },
      measures: counted(rows, ({ about }) => about).slice(0, MOST_SHOWN),
      places: counted(rows, ({ place }) => place).slice(0, MOST_SHOWN),
      channels: counted(rows, ({ channel }) => channel),
      weeks: counted(rows, ({ at }) => mondayOf(at)).sort((one, other) => one.name.localeCompare(other.name)),
      path: [
        { name: 'asked', count: people(rows) },
        { name: 'found', count: people(rows.filter(({ about }) => about !== null)) },
        { name: 'judged', count: people(rows.filter(({ verdict }) => verdict !== null)) },
        { name: 'eligible', count: people(rows.filter(({ verdict }) => verdict === 'eligible')) },
        { name: 'reminded', count: ledger.sent ?? 0 },
        { name: 'applied', count: await reminders.appliedContacts() },
        { name: 'tickets', count: opened },
      ],
    };
  });

function counted(rows: readonly Exchange[], nameOf: (row: Exchange) => string | null): Count[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name));
}

function mondayOf(at: number): string {
  const day = shanghaiDay(at);
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return shanghaiDay(at - weekday * DAY_MS);
}
