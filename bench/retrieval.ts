/**
 * How fast a question is answered beside MiniSearch (bigrams) and fuse.js, on 81, 10,000 and 100,000 measures: p50 and p99 of a question,
 * build time and memory. Each engine runs in a process of its own, each question several times: of each the fastest counts, and beside it
 * stands the p99 of all rounds as they were (fuse.js once). The corpora are the real documents and seeded recombinations of them, each with a
 * place, a title and names of its own, head and tail, and as many aliases as real ones have; the questions are those of test/eval.
 * Ours runs the whole of find(): routing, places, other topics and sureness, not the ranking alone.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Knowledge, Measure, Policy } from '../src/policy/index.ts';
import { buildIndex, find, withoutDepartments } from '../src/retrieval/index.ts';
import { readKnowledge } from '../src/service/index.ts';

interface Result {
  buildMs: number;
  /** Resident memory of the process with the corpus, and what the index adds to it. */
  rssMiB: number;
  indexMiB: number;
  p50: number;
  p99: number;
  /** Of all rounds, whatever else the machine was doing. */
  rawP99: number;
  questions: number;
}

type Engine = (knowledge: Knowledge) => (question: string) => unknown;

const TODAY = '2022-06-20';

const ENGINES: Record<string, { run: Engine; questions: number; rounds: number; largest: number }> = {
  huiqi: {
    run: (knowledge) => {
      const index = buildIndex(knowledge);
      return (question) => find(index, question, { today: TODAY });
    },
    questions: 1000,
    rounds: 5,
    largest: 100_000,
  },
  'minisearch bigrams': { run: await lazily(miniSearch), questions: 150, rounds: 3, largest: 100_000 },
  // Seconds a question at 10,000: a few are enough, and 100,000 would take minutes.
  'fuse.js': { run: await lazily(fuse), questions: 20, rounds: 1, largest: 10_000 },
};

async function lazily(make: () => Promise<Engine>): Promise<Engine> {
  return process.argv.includes('--engine') ? make() : () => () => undefined;
}

async function miniSearch(): Promise<Engine> {
  const { default: MiniSearch } = await import('minisearch');
  const bigrams = (text: string) =>
    (text.match(/[\p{Script=Han}]+|[a-z0-9]+/giu) ?? []).flatMap((run) =>
      /^\p{Script=Han}/u.test(run) && run.length > 1
        ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
        : [run.toLowerCase()],
    );
  return (knowledge) => {
    const search = new MiniSearch({ fields: ['title', 'text'], tokenize: bigrams });
    search.addAll(documentsOf(knowledge));
    return (question) => search.search(question).slice(0, 10);
  };
}

async function fuse(): Promise<Engine> {
  const { default: Fuse } = await import('fuse.js');
  return (knowledge) => {
    const search = new Fuse(documentsOf(knowledge), { keys: ['title', 'text'], ignoreLocation: true });
    return (question) => search.search(question, { limit: 10 });
  };
}

function documentsOf(knowledge: Knowledge) {
  return knowledge.policies.flatMap((policy) =>
    policy.measures.map((measure) => ({
      id: measure.id,
      title: measure.title,
      text: withoutDepartments(measure.clause.text),
    })),
  );
}

/** A small seeded generator (mulberry32), so that every run has the same corpus. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The real documents first, then recombinations of their sentences, titles and aliases, with other figures, of other places. */
function corpus(real: Knowledge, size: number): Knowledge {
  const next = random(20_261_120);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const measures = real.policies.flatMap((policy) => policy.measures);
  const sentences = measures.flatMap(
    ({ clause }) => withoutDepartments(clause.text).match(/[^。]{10,}。/gu) ?? [],
  );
  const figures = (text: string) => text.replace(/\d+/gu, () => String(1 + Math.floor(next() * 900)));
  const cities = real.places.filter(({ name }) => name.endsWith('市')).map(({ name }) => name);
  const topics = real.elsewhere.map(({ topic }) => topic);
  const policies: Policy[] = [...real.policies];
  for (let made = measures.length, number = 1; made < size; number += 1) {
    const pattern = pick(real.policies);
    const place = pick(cities);
    const name = `试府办发〔${2010 + (number % 15)}〕${1000 + number}号`;
    const own: Measure[] = [];
    for (let item = 1; item <= 20 && made < size; item += 1, made += 1) {
      const text = figures(
        Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(sentences)).join(''),
      );
      const like = pick(measures);
      own.push({
        ...like,
        id: `${name}#${item}`,
        number: String(item),
        title: `${like.title.slice(0, 12)}${pick(topics)}`,
        clause: { start: 0, end: 0, text },
        aliases: like.aliases.map((alias) => figures(alias) + (next() < 0.5 ? pick(topics) : '')),
        benefits: [],
      });
    }
    policies.push({
      ...pattern,
      slug: `made-${number}`,
      number: name,
      title: `${place}关于支持${pick(topics)}和${pick(topics)}的若干措施`,
      place,
      places: [place],
      names: pattern.names.map((known) => `${place}${known}${number}`),
      measures: own,
    });
  }
  return { ...real, policies };
}

function questions(): string[] {
  return ['dev', 'own', 'blind', 'blind2', 'blind3', 'blind4', 'blind5'].flatMap((set) => {
    const file = new URL(`../test/eval/questions.${set}.jsonl`, import.meta.url);
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { question: string }).question);
  });
}

function measure(engine: string, size: number): Result {
  const { run, questions: most, rounds } = ENGINES[engine]!;
  const knowledge = corpus(readKnowledge(), size);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const ask = run(knowledge);
  const buildMs = performance.now() - started;
  globalThis.gc?.();
  const rss = process.memoryUsage().rss;
  const list = questions().slice(0, most);
  const count = list.length;
  for (const question of list.slice(0, Math.min(20, count / 5))) ask(question);
  const { times, raw } = timed(rounds, list, ask);
  const mebibytes = (bytes: number) => bytes / 2 ** 20;
  return {
    buildMs,
    rssMiB: mebibytes(rss),
    indexMiB: mebibytes(rss - before),
    p50: times[Math.floor(count * 0.5)]!,
    p99: times[Math.min(count - 1, Math.floor(count * 0.99))]!,
    rawP99: raw[Math.min(raw.length - 1, Math.floor(raw.length * 0.99))]!,
    questions: count,
  };
}

/**
 * Of each question the fastest of some rounds, sorted: what it costs, not what else the machine was doing; and every single time, sorted.
 * The rounds go over all questions, because find() remembers the last few.
 */
function timed(
  rounds: number,
  questions: readonly string[],
  ask: (question: string) => unknown,
): { times: number[]; raw: number[] } {
  const best = questions.map(() => Number.POSITIVE_INFINITY);
  const raw: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    questions.forEach((question, at) => {
      const begun = performance.now();
      ask(question);
      const took = performance.now() - begun;
      raw.push(took);
      best[at] = Math.min(best[at]!, took);
    });
  }
  const upwards = (a: number, b: number) => a - b;
  return { times: best.sort(upwards), raw: raw.sort(upwards) };
}

const SIZES = [81, 10_000, 100_000];

function inOwnProcess(engine: string, size: number): Result {
  const child = spawnSync(
    process.execPath,
    ['--expose-gc', fileURLToPath(import.meta.url), '--engine', engine, '--size', String(size)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(child.stdout) as Result;
}

function coldStart(): void {
  const milliseconds = (argv: string[]) => {
    const times = Array.from({ length: 5 }, () => {
      const begun = performance.now();
      spawnSync(process.execPath, argv, { stdio: 'ignore' });
      return performance.now() - begun;
    });
    return times.sort((a, b) => a - b)[2]!.toFixed(0);
  };
  const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
  console.log(
    `cold start of one question: ${milliseconds([cli, 'ask', '房租能减免吗'])} ms; an empty Node process: ${milliseconds(['-e', '0'])} ms`,
  );
}

const { values } = parseArgs({
  options: { engine: { type: 'string' }, size: { type: 'string' } },
  strict: false,
});
if (typeof values.engine === 'string') {
  process.stdout.write(JSON.stringify(measure(values.engine, Number(values.size))));
} else {
  console.log(
    'engine               measures   build s   index MiB   RSS MiB   p50 ms   p99 ms  raw p99   questions',
  );
  for (const size of SIZES) {
    for (const [engine, { largest }] of Object.entries(ENGINES)) {
      if (size > largest) continue;
      const { buildMs, rssMiB, indexMiB, p50, p99, rawP99, questions: asked } = inOwnProcess(engine, size);
      const cells = [
        (buildMs / 1000).toFixed(2),
        indexMiB.toFixed(0),
        rssMiB.toFixed(0),
        p50.toFixed(2),
        p99.toFixed(2),
        rawP99.toFixed(2),
        String(asked),
      ];
      console.log(
        `${engine.padEnd(20)} ${String(size).padStart(8)} ${cells.map((cell) => cell.padStart(9)).join(' ')}`,
      );
    }
  }
  coldStart();
}
