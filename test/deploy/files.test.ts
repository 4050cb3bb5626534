/** What the files in deploy/ name has to exist: settings, metrics, paths, ports. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { createMeters } from '../../bots/meters.ts';
import { settingGroups } from '../../bots/setting-list.ts';

const read = (name: string) => readFileSync(new URL(`../../deploy/${name}`, import.meta.url), 'utf8');
const settings = new Set(settingGroups().flatMap(({ settings }) => settings.map(({ name }) => name)));
const systems = ['NODE_ENV', 'XDG_CACHE_HOME'];

describe('settings', () => {
  const compose = ['compose.yaml', 'compose.postgres.yaml'].map(
    (name) =>
      [
        name,
        Object.keys(
          (load(read(name)) as { services: { huiqi: { environment: object } } }).services.huiqi.environment,
        ),
      ] as const,
  );
  const unit = [...read('huiqi.service').matchAll(/^Environment=(?<all>.+)$/gmu)].flatMap(({ groups }) =>
    groups!.all!.split(' ').map((pair) => pair.split('=')[0]!),
  );
  const docker = [...read('Dockerfile').matchAll(/^ENV (?<all>.+)$/gmu)].flatMap(({ groups }) =>
    groups!.all!.split(' ').map((pair) => pair.split('=')[0]!),
  );
  test.each([...compose, ['huiqi.service', unit] as const, ['Dockerfile', docker] as const])(
    '%s sets only what there is',
    (_, names) => {
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) expect([...settings, ...systems]).toContain(name);
    },
  );
});

describe('metrics', () => {
  const state = readFileSync(new URL('../../bots/web/routes/state.ts', import.meta.url), 'utf8');
  const known = new Set(
    [...`${state}${createMeters().text()}`.matchAll(/\b(?:huiqi|process)_[a-z_]+/gu)].map(([name]) => name),
  );
  test.each(['alerts.yml', 'grafana-dashboard.json'])('%s asks only for what /metrics has', (name) => {
    const asked = [...read(name).matchAll(/\b(?:huiqi|process)_[a-z_]+/gu)].map(([found]) => found);
    expect(asked.length).toBeGreaterThan(5);
    for (const one of asked) expect(known).toContain(one);
  });

  test('every alert says in Chinese what to do', () => {
    const { groups } = load(read('alerts.yml')) as {
      groups: { rules: { alert: string; annotations: { summary: string; description: string } }[] }[];
    };
    for (const { alert, annotations } of groups.flatMap(({ rules }) => rules))
      expect(`${annotations.summary}${annotations.description}`, alert).toMatch(/\p{Script=Han}/u);
  });

  test('the dashboard has panels that do not overlap', () => {
    const { panels } = JSON.parse(read('grafana-dashboard.json')) as {
      panels: { title: string; gridPos: { x: number; y: number; w: number; h: number } }[];
    };
    for (const [i, { gridPos: a }] of panels.entries())
      for (const { gridPos: b, title } of panels.slice(i + 1)) {
        const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
        expect(apart, title).toBe(true);
      }
  });
});

test('both proxies let events through at once and trust no visitor about his address', () => {
  const { nginx, caddy } = { nginx: read('nginx.conf'), caddy: read('Caddyfile') };
  expect(nginx).toMatch(/^\s*proxy_buffering off;/mu);
  expect(nginx).toMatch(/^\s*proxy_set_header X-Forwarded-For \$remote_addr;/mu);
  expect(nginx).not.toMatch(/^[^#]*\$proxy_add_x_forwarded_for/mu);
  expect(caddy).toMatch(/flush_interval -1/u);
  expect(caddy).toMatch(/header_up X-Forwarded-For \{remote_host\}/u);
});
