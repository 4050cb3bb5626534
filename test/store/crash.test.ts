import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/store/engine/node-sqlite-dialect.ts';
import { openStore } from '../../src/store/index.ts';

const WRITER = join(import.meta.dirname, 'writer-process.ts');
const CLI = join(import.meta.dirname, '../../cli.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiqi-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Writer {
  process: ChildProcess;
  lines: string[];
  line(place: number): Promise<unknown>;
}

function write(dataDir: string, first: number): Writer {
  const child = spawn(process.execPath, [WRITER, dataDir, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const line = async (place: number) => {
    while (lines.length <= place && child.exitCode === null) await sleep(1);
  };
  return { process: child, lines, line };
}

async function kill(writer: Writer): Promise<string[]> {
  const closed = once(writer.process, 'close');
  writer.process.kill('SIGKILL');
  await closed;
  return writer.lines.filter((line) => line.startsWith('e'));
}

describe('a process killed at random', { timeout: 90_000 }, () => {
  it('30 times, also while opening, loses nothing that it had acknowledged', async () => {
    const acknowledged: string[] = [];
    const lanes = ['a', 'b'];
    const kills = { opening: 0, writing: 0 };
    await Promise.all(
      lanes.map(async (lane) => {
        for (let round = 0; round < 15; round += 1) {
          const writer = write(join(folder, lane), round * 100_000);
          const whileOpening = round % 3 === 0;
          await writer.line(whileOpening ? 0 : 1 + Math.floor(Math.random() * 60));
          await sleep(Math.random() * 12);
          const ids = await kill(writer);
          kills[ids.length === 0 ? 'opening' : 'writing'] += 1;
          acknowledged.push(...ids.map((id) => `${lane} ${id}`));
        }
      }),
    );
    let rows = 0;
    for (const lane of lanes) {
      const store = await openStore({ dataDir: join(folder, lane) });
      const stored = await store.transaction(({ inbound }) => inbound.unanswered());
      const sent = await store.transaction(({ outbox }) => outbox.counts());
      await store.close();
      rows += stored.length;
      expect(sent).toEqual({ due: stored.length });
      const bodies = new Map(stored.map((each) => [each.eventId, each.body]));
      for (const id of acknowledged.filter((each) => each.startsWith(lane)).map((each) => each.slice(2))) {
        expect(bodies.get(id)?.slice(0, 32)).toBe(createHash('md5').update(id).digest('hex'));
      }
      const raw = connect(join(folder, lane, 'huiqi.sqlite'), { readOnly: true, busyTimeoutMs: 0 });
      expect(raw.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
      raw.close();
    }
    console.log(
      `30 kills (${kills.opening} while opening): ${acknowledged.length} acknowledged, ${rows} stored, 0 lost`,
    );
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(kills.opening).toBeGreaterThan(0);
  });
});

describe('a second process on the same folder', { timeout: 30_000 }, () => {
  it('is refused within a second, with the file and the owner named, and the first goes on', async () => {
    const first = write(folder, 0);
    await first.line(1);
    const since = performance.now();
    const attempt = await openStore({ dataDir: folder }).catch((error: Error) => error.message);
    const milliseconds = performance.now() - since;
    expect(attempt).toContain(join(folder, 'huiqi.sqlite'));
    expect(attempt).toContain(String(first.process.pid));
    expect(milliseconds).toBeLessThan(1000);

    const door = spawn(process.execPath, [CLI, 'restore', 'nothing'], {
      env: { ...process.env, HUIQI_DATA_DIR: folder, DATABASE_URL: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    door.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [code] = await once(door, 'close');
    expect([code, said.trim().split('\n')]).toEqual([1, [attempt]]);

    const before = first.lines.length;
    await first.line(before + 5);
    console.log(`refused in ${milliseconds.toFixed(1)} ms: ${attempt}`);
    await kill(first);
    await (await openStore({ dataDir: folder })).close();
  });

  it('may read, back up and answer a ticket beside the first', async () => {
    const first = write(folder, 0);
    await first.line(1);
    const reader = await openStore({ dataDir: folder, access: 'read' });
    await reader.backup(join(folder, 'copy'));
    await expect(reader.transaction(({ outbox }) => outbox.prune(1))).rejects.toThrow('只读');
    await reader.close();
    const officer = await openStore({ dataDir: folder, access: 'beside' });
    for (let number = 0; number < 20; number += 1) {
      await officer.transaction(({ outbox }) =>
        outbox.add({
          id: `reply ${number}`,
          channel: 'officer',
          conversationId: 'c',
          isGroup: false,
          body: '',
          createdAt: 0,
        }),
      );
    }
    expect(await officer.transaction(({ outbox }) => outbox.nextDueAt(['officer']))).toBe(0);
    await officer.close();
    const before = first.lines.length;
    await first.line(before + 5);
    expect(first.process.exitCode).toBeNull();
    await kill(first);
  });
});
