/**
 * What our layers cost over a bare bot: the whole bot (webhook edge, gateway, durable store, dialogue, retrieval) against
 * an echo on telegraf and one on grammY, each in its own process, on loopback, in the same run. Pacing is lifted. The questions are all of
 * test/eval, and contacts come back, so that there are conversations to read and profiles to think of.
 *
 *   npm run bench channels
 *
 * Our bot writes each message down before it is confirmed, and each answer before it leaves: two durable commits. What
 * one costs on this disk is printed; with TMPDIR on a memory disk the rest is seen alone.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWire, type Wire } from './channels-wire.ts';

const KINDS = ['telegraf', 'grammy', 'huiqi, gateway and store', 'huiqi, whole'];
const REFERENCE = 'telegraf';
const EVAL = join(import.meta.dirname, '..', 'test', 'eval');
const QUESTIONS = readdirSync(EVAL)
  .filter((file) => /^questions\..+\.jsonl$/u.test(file))
  .flatMap((file) => readFileSync(join(EVAL, file), 'utf8').trim().split('\n'))
  .map((line) => (JSON.parse(line) as { question: string }).question);
/** More than are ever in flight: nobody has two messages under way, and nobody reaches the limit of thirty a minute. */
const CONTACTS = 500;
const ROUNDS = 3;
/** The bots run for weeks: what the compiler makes of them in their first seconds is not measured. */
const WARM_UP = 4_000;
const ONE_BY_ONE = 150;
const ABREAST = 40;
const TOGETHER = 400;

interface Figures {
  p50: number;
  p99: number;
  cpuMicroseconds: number;
  perSecond: number;
}

interface Bot {
  kind: string;
  url: string;
  process: ChildProcess;
  dataDir: string;
}

async function startBot(kind: string, wire: Wire): Promise<Bot> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiqi-bench-'));
  const script = join(import.meta.dirname, 'channels-bot.ts');
  const child = fork(script, [kind, wire.apiRoot, dataDir], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const failed = once(child, 'exit').then(() => {
    throw new Error(`the bot "${kind}" ended before it had started`);
  });
  const [{ url }] = (await Promise.race([once(child, 'message'), failed])) as [{ url: string }];
  failed.catch(() => undefined);
  return { kind, url, process: child, dataDir };
}

async function cpuOf({ process: child }: Bot): Promise<number> {
  child.send('cpu');
  const [{ cpu }] = (await once(child, 'message')) as [{ cpu: NodeJS.CpuUsage }];
  return cpu.user + cpu.system;
}

/** Milliseconds of a small write that is on the disk, the median of 50. */
function durableWrite(): number {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-bench-'));
  const file = openSync(join(folder, 'write'), 'w');
  const times = Array.from({ length: 50 }, () => {
    const since = performance.now();
    writeSync(file, 'x'.repeat(4_096));
    fdatasyncSync(file);
    return performance.now() - since;
  });
  closeSync(file);
  rmSync(folder, { recursive: true });
  return quantile(
    times.sort((a, b) => a - b),
    0.5,
  );
}

const quantile = (sorted: number[], q: number): number =>
  sorted[Math.floor(q * (sorted.length - 1))] ?? Number.NaN;

let asked = 0;

/** The next contact asks the next question. */
function askNext(bot: Bot, wire: Wire): Promise<number> {
  asked += 1;
  return wire.ask(bot.url, 1_000 + (asked % CONTACTS), QUESTIONS[asked % QUESTIONS.length] as string);
}

async function measure(bot: Bot, wire: Wire): Promise<Figures> {
  const times: number[] = [];
  const cpuBefore = await cpuOf(bot);
  for (let i = 0; i < ONE_BY_ONE; i++) times.push(await askNext(bot, wire));
  const cpu = (await cpuOf(bot)) - cpuBefore;
  const since = performance.now();
  let left = TOGETHER;
  await Promise.all(
    Array.from({ length: ABREAST }, async () => {
      while (left-- > 0) await askNext(bot, wire);
    }),
  );
  const perSecond = TOGETHER / ((performance.now() - since) / 1_000);
  times.sort((a, b) => a - b);
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    cpuMicroseconds: cpu / ONE_BY_ONE,
    perSecond,
  };
}

/** The median of each figure over the rounds. */
function median(rounds: Figures[]): Figures {
  const of = (name: keyof Figures) =>
    quantile(
      rounds.map((round) => round[name]).sort((a, b) => a - b),
      0.5,
    );
  return {
    p50: of('p50'),
    p99: of('p99'),
    cpuMicroseconds: of('cpuMicroseconds'),
    perSecond: of('perSecond'),
  };
}

async function run(): Promise<void> {
  const installed = existsSync(join(import.meta.dirname, 'node_modules', 'grammy'));
  const wire = await openWire();
  const bots: Bot[] = [];
  for (const kind of KINDS.filter((kind) => kind !== 'grammy' || installed))
    bots.push(await startBot(kind, wire));
  if (!installed) console.log('grammY is not installed here: npm --prefix bench ci');
  const results = new Map<string, Figures[]>(bots.map(({ kind }) => [kind, []]));
  try {
    for (const bot of bots) {
      for (let i = 0; i < WARM_UP; i++) await askNext(bot, wire);
    }
    // Rounds in turn, so that a busy machine is busy for all.
    for (let round = 0; round < ROUNDS; round++)
      for (const bot of bots) results.get(bot.kind)?.push(await measure(bot, wire));
  } finally {
    for (const bot of bots) {
      bot.process.kill('SIGKILL');
      rmSync(bot.dataDir, { recursive: true, force: true });
    }
    wire.close();
  }
  print(new Map([...results].map(([kind, rounds]) => [kind, median(rounds)])));
}

function print(figures: Map<string, Figures>): void {
  const reference = figures.get(REFERENCE) as Figures;
  console.log(`a durable write on this disk: ${durableWrite().toFixed(2)} ms`);
  console.log('one reply a message; one in flight for p50, p99 and CPU; 40 in flight for messages a second');
  console.log(`${'bot'.padEnd(26)}  p50 ms     ×   p99 ms  CPU µs     ×    msg/s`);
  for (const [kind, one] of figures) {
    const columns = [
      one.p50.toFixed(2).padStart(6),
      (one.p50 / reference.p50).toFixed(1).padStart(5),
      one.p99.toFixed(1).padStart(8),
      one.cpuMicroseconds.toFixed(0).padStart(7),
      (one.cpuMicroseconds / reference.cpuMicroseconds).toFixed(1).padStart(5),
      one.perSecond.toFixed(0).padStart(8),
    ];
    console.log(`${kind.padEnd(26)}  ${columns.join(' ')}`);
  }
  const whole = figures.get('huiqi, whole');
  const layer = figures.get('huiqi, gateway and store');
  if (!whole || !layer) return;
  const share = (part: number) => `${((100 * part) / whole.cpuMicroseconds).toFixed(0)} %`;
  console.log(
    `CPU of the whole bot: wire ${share(reference.cpuMicroseconds)}, gateway and store ` +
      `${share(layer.cpuMicroseconds - reference.cpuMicroseconds)}, dialogue and retrieval ` +
      `${share(whole.cpuMicroseconds - layer.cpuMicroseconds)}`,
  );
}

await run();
