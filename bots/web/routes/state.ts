/** For whoever runs the bot: is it well, and what does it do. */
import type { Hono } from 'hono';
import { isLocal } from '../guards.ts';
import type { Site } from '../site.ts';

export function stateRoutes(hono: Hono, site: Site): void {
  const { app, streams } = site;

  /** 503 when a channel is down or the store does not answer. */
  hono.get('/healthz', async (c) => {
    const channels = site.health();
    const store = await storeAnswers(site);
    const well = store && Object.values(channels).every(({ state }) => state !== 'down');
    const { version, faults, warnings } = app.library();
    c.header('cache-control', 'no-store');
    return c.json(
      { ok: well, store: store ? 'up' : 'down', shelf: { version, faults, warnings }, channels },
      well ? 200 : 503,
    );
  });

  /** Prometheus text; for this machine only. */
  hono.get('/metrics', async (c) => {
    if (!isLocal(c)) return c.notFound();
    const [outbox, reminders] = await app.store.transaction(async (records) => [
      await records.outbox.counts(),
      await records.reminders.counts(),
    ]);
    const up = Object.entries(site.health()).map(
      ([channel, { state }]): Sample => [{ channel }, state === 'up' ? 1 : 0],
    );
    const text = [
      metric('huiqi_channel_up', 'gauge', 'Whether a channel is connected.', up),
      metric('huiqi_outbox_items', 'gauge', 'Outgoing messages by status.', byStatus(outbox)),
      metric('huiqi_reminders', 'gauge', 'Reminders by status.', byStatus(reminders)),
      metric('huiqi_web_streams', 'gauge', 'Open event streams.', [[{}, streams.count()]]),
      metric('huiqi_policies', 'gauge', 'Approved documents.', [[{}, app.mind.knowledge.policies.length]]),
      metric('process_resident_memory_bytes', 'gauge', 'Resident memory.', [[{}, process.memoryUsage.rss()]]),
      metric('process_uptime_seconds', 'counter', 'Time since the start.', [[{}, process.uptime()]]),
    ].join('');
    return c.text(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}

async function storeAnswers({ app }: Site): Promise<boolean> {
  try {
    await app.store.transaction((records) => records.outbox.nextDueAt([]));
    return true;
  } catch {
    return false;
  }
}

type Sample = [labels: Record<string, string>, value: number];

const byStatus = (counts: Record<string, number>): Sample[] =>
  Object.entries(counts).map(([status, value]) => [{ status }, value]);

/** Labels are names of channels and states of ours: nothing in them needs escaping but what JSON escapes too. */
function metric(name: string, type: string, help: string, samples: Sample[]): string {
  const lines = samples.map(([labels, value]) => {
    const inside = Object.entries(labels).map(([key, label]) => `${key}=${JSON.stringify(label)}`);
    return `${name}${inside.length > 0 ? `{${inside.join(',')}}` : ''} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}
