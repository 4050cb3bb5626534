/** For whoever runs the bot: is it well, and what does it do. */
import type { Hono } from 'hono';
import { storeTakes } from '../../../src/service/index.ts';
import { sameSecret } from '../../http-body.ts';
import { metric, type Sample } from '../../meters.ts';
import type { Site } from '../site.ts';

export function stateRoutes(hono: Hono, site: Site): void {
  const { app, streams, metricsToken, meters } = site;

  /** However often it is asked, one write a second. */
  let tried: { at: number; store: Promise<boolean> } | null = null;
  function lately(): Promise<boolean> {
    const at = Date.now();
    if (tried === null || at - tried.at > TRY_AGAIN_MS)
      tried = { at, store: storeTakes(app.store, app.clock.now()) };
    return tried.store;
  }

  /** 503 when a channel is down or the store takes nothing. */
  hono.get('/healthz', async (c) => {
    const channels = site.health();
    const store = await lately();
    const well = store && Object.values(channels).every(({ state }) => state !== 'down');
    const { version, faults, warnings } = app.library();
    c.header('cache-control', 'no-store');
    return c.json(
      { ok: well, store: store ? 'up' : 'down', shelf: { version, faults, warnings }, channels },
      well ? 200 : 503,
    );
  });

  /** Prometheus text, for who shows the token: a proxy in front makes everybody look like this machine. */
  hono.get('/metrics', async (c) => {
    const given = /^Bearer (?<token>.+)$/u.exec(c.req.header('authorization') ?? '')?.groups?.token;
    if (!metricsToken || given === undefined || !sameSecret(given, metricsToken)) return c.notFound();
    const [outbox, reminders] = await app.store.transaction(async (records) => [
      await records.outbox.counts(),
      await records.reminders.counts(),
    ]);
    const { knowledge, faults, version } = app.library();
    const up = Object.entries(site.health()).map(
      ([channel, { state }]): Sample => [{ channel }, state === 'up' ? 1 : 0],
    );
    const text = [
      metric('huiqi_channel_up', 'gauge', 'Whether a channel is connected.', up),
      metric('huiqi_outbox_items', 'gauge', 'Outgoing messages by status.', byStatus(outbox)),
      metric('huiqi_reminders', 'gauge', 'Reminders by status.', byStatus(reminders)),
      metric('huiqi_web_streams', 'gauge', 'Open event streams.', [[{}, streams.count()]]),
      metric('huiqi_policies', 'gauge', 'Approved documents.', [[{}, knowledge.policies.length]]),
      metric('huiqi_shelf_faults', 'gauge', 'Documents that should answer and do not.', [
        [{}, faults.length],
      ]),
      metric('huiqi_shelf_info', 'gauge', 'Version of what answers.', [[{ version }, 1]]),
      meters.text(),
      metric('process_resident_memory_bytes', 'gauge', 'Resident memory.', [[{}, process.memoryUsage.rss()]]),
      metric('process_uptime_seconds', 'counter', 'Time since the start.', [[{}, process.uptime()]]),
    ].join('');
    return c.text(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}

const TRY_AGAIN_MS = 1_000;

const byStatus = (counts: Record<string, number>): Sample[] =>
  Object.entries(counts).map(([status, value]) => [{ status }, value]);
