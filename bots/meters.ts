/** Counts and times of one process since its start, as Prometheus reads them. */
import type { Watch } from './watch.ts';

export type Sample = [labels: Record<string, string>, value: number];

export interface Meters extends Watch {
  /** Metrics in Prometheus' text form, each ended by a new line. */
  text(): string;
}

/** Seconds. An answer takes milliseconds, a platform up to a minute. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function createMeters(): Meters {
  const replies = createCounter();
  const endings = createCounter();
  const sends = createCounter();
  const answering = createHistogram();
  const sending = createHistogram();
  return {
    replied: ({ channel, kind }) => replies.add({ channel, kind }),
    answered({ channel, ending, milliseconds }) {
      endings.add({ channel, ending });
      answering.add(milliseconds / 1_000);
    },
    sent({ channel, outcome, milliseconds }) {
      sends.add({ channel, outcome });
      sending.add(milliseconds / 1_000);
    },
    text: () =>
      [
        metric(
          'huiqi_replies_total',
          'counter',
          'Replies by kind: answered, menu, refused, handed-over.',
          replies.samples(),
        ),
        metric(
          'huiqi_messages_total',
          'counter',
          'Messages by how they ended: done, too-slow, failed.',
          endings.samples(),
        ),
        metric('huiqi_sends_total', 'counter', 'Replies given to platforms by outcome.', sends.samples()),
        histogram('huiqi_answer_seconds', 'Time from taking a message up to its stored reply.', answering),
        histogram('huiqi_send_seconds', 'Time of a platform to take a reply.', sending),
      ].join(''),
  };
}

function createCounter() {
  const counts = new Map<string, Sample>();
  return {
    add(labels: Record<string, string>) {
      const key = JSON.stringify(labels);
      const sample = counts.get(key) ?? [labels, 0];
      sample[1] += 1;
      counts.set(key, sample);
    },
    samples: (): Sample[] => [...counts.values()],
  };
}

function createHistogram() {
  const within = BOUNDS.map(() => 0);
  let count = 0;
  let sum = 0;
  return {
    add(seconds: number) {
      count += 1;
      sum += seconds;
      for (const [i, bound] of BOUNDS.entries()) if (seconds <= bound) within[i]! += 1;
    },
    state: () => ({ within, count, sum }),
  };
}

function histogram(name: string, help: string, { state }: ReturnType<typeof createHistogram>): string {
  const { within, count, sum } = state();
  const buckets = BOUNDS.map((bound, i) => `${name}_bucket{le="${bound}"} ${within[i]}\n`).join('');
  return `# HELP ${name} ${help}\n# TYPE ${name} histogram\n${buckets}${name}_bucket{le="+Inf"} ${count}\n${name}_sum ${sum}\n${name}_count ${count}\n`;
}

/** Labels are names of channels and states of ours: nothing in them needs escaping but what JSON escapes too. */
export function metric(name: string, type: 'gauge' | 'counter', help: string, samples: Sample[]): string {
  const lines = samples.map(([labels, value]) => {
    const inside = Object.entries(labels).map(([key, label]) => `${key}=${JSON.stringify(label)}`);
    return `${name}${inside.length > 0 ? `{${inside.join(',')}}` : ''} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}
