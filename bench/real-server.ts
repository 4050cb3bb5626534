/** `huiqi serve` as it is started, in a folder of its own, for benches that ask it from outside. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface RealServer {
  address: string;
  /** Of the store, for those who open it beside the server. */
  environment: Record<string, string>;
  /** From the command to the first answer. */
  startMs: number;
  /** Another neighbour at each call: what is measured is not the limit of one address. */
  neighbour(): Record<string, string>;
  /** The longest stretch of processor time that the main thread took in one piece since it was asked last. */
  inOnePiece(): Promise<number>;
  /** What the process has in memory. */
  residentBytes(): number;
  stop(): Promise<void>;
}

const LONGEST_START_MS = 180_000;

/** `knowledge`: a folder of documents in place of the shipped ones. */
export async function startServer({
  port,
  knowledge,
}: {
  port: number;
  knowledge?: string;
}): Promise<RealServer> {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-bench-'));
  const address = `http://127.0.0.1:${port}`;
  const environment = {
    HUIQI_DATA_DIR: folder,
    HUIQI_TODAY: '2022-06-20',
    PORT: String(port),
    LOG_LEVEL: 'error',
    TRUSTED_PROXIES: '127.0.0.1',
    ...(knowledge && { HUIQI_KNOWLEDGE_DIR: knowledge }),
  };
  const watch = join(import.meta.dirname, 'watch-pieces.ts');
  const since = performance.now();
  const server = spawn(
    process.execPath,
    ['--max-semi-space-size=8', '--import', watch, 'bin/huiqi.mjs', 'serve'],
    {
      cwd: join(import.meta.dirname, '..'),
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  const answers = () =>
    fetch(`${address}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await answers())) {
    if (server.exitCode !== null || performance.now() - since > LONGEST_START_MS)
      throw new Error('the server did not start');
    await wait(50);
  }
  const startMs = performance.now() - since;
  let neighbours = 0;
  return {
    address,
    environment,
    startMs,
    neighbour() {
      neighbours += 1;
      return {
        'x-forwarded-for': `10.${(neighbours >> 16) & 255}.${(neighbours >> 8) & 255}.${neighbours & 255}`,
      };
    },
    async inOnePiece() {
      server.send('tell');
      const [longest] = (await once(server, 'message')) as [number];
      return longest;
    },
    residentBytes() {
      const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(?<kilobytes>\d+)/u.exec(status)?.groups?.kilobytes) * 1_024;
    },
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      process.off('exit', kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
