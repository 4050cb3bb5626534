/**
 * `node test/eval/inputs/replies.ts > replies.jsonl`: what the program answers to every input of the repository, a JSON line each, in an order
 * that stays. Run at two commits, the outputs are compared byte for byte. Goes through the doors, so that it knows nothing of the rooms.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { play } from '../../support/story.ts';
import { type Input, inputHash, readInputs } from './read-inputs.ts';

const CLI = join(import.meta.dirname, '../../../bin/huiqi.mjs');
/** For questions without a day of their own. */
const ASKED_ON = '2026-11-20';
/** For messages of which only the facts matter. */
const HEARD_ON = '2023-09-20';

interface Said {
  today?: string;
  say?: string;
  profile?: unknown;
  question?: string;
  text?: string;
  ref?: string;
  via?: string;
  profileText?: string;
}

const byHash = new Map(readInputs().map((one): [string, Input] => [inputHash(one), one]));
const inputs = [...byHash].sort(([a], [b]) => (a < b ? -1 : 1)).map(([hash, one]) => ({ hash, ...one }));
const of = (...kinds: Input['kind'][]) => inputs.filter(({ kind }) => kinds.includes(kind));

print(
  of('question'),
  await askDoor(
    ['ask', '--batch', '--json', '--today', ASKED_ON],
    of('question').map(({ input }) => input),
  ),
);
print(
  of('figures'),
  await askDoor(
    ['figures', '--batch', '--json'],
    of('figures').map(({ input }) => input),
  ),
);
for (const [today, some] of Map.groupBy(of('match', 'facts', 'eligibility'), dayOf)) {
  print(
    some,
    await askDoor(
      ['match', '--json', '--today', today],
      some.map(({ input }) => enterprise(input as Said)),
    ),
  );
}
const documents = of('document').filter(({ input }) => typeof input === 'string');
print(documents, await ingest(documents.map(({ input }) => input as string)));
for (const story of of('story', 'dialogue')) print([story], [await converse(story.input as StoryInput)]);

function print(some: { kind: string; hash: string; input: unknown }[], replies: unknown[]): void {
  if (some.length !== replies.length) throw new Error(`${some.length} inputs, ${replies.length} replies`);
  for (const [place, { kind, hash, input }] of some.entries())
    process.stdout.write(`${JSON.stringify({ kind, hash, input, reply: replies[place] })}\n`);
}

function enterprise({ say, profile, via, profileText }: Said): unknown {
  const text = say ?? (via === 'text' ? profileText : undefined);
  return text === undefined ? { profile: profile ?? {} } : { text };
}

function dayOf({ kind, input }: { kind: string; input: unknown }): string {
  return kind === 'facts' ? HEARD_ON : ((input as Said).today ?? ASKED_ON);
}

/** A batch door: a line in, a line out. */
function askDoor(words: string[], lines: unknown[]): Promise<unknown[]> {
  return run(words, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

async function ingest(sources: string[]): Promise<unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-replies-'));
  try {
    const files = sources.map((source, place) => {
      const name = `${place}.txt`;
      writeFileSync(join(folder, name), source);
      return name;
    });
    return await run(['ingest', '--json', ...files], '', folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(words: string[], given: string, cwd = process.cwd()): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...words], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part;
    });
    child.once('error', reject);
    child.once('exit', () =>
      resolve(
        out
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ),
    );
    child.stdin.end(given);
  });
}

interface StoryInput {
  today: string;
  turns: (string | { say?: string; press?: string; day?: string; who?: string })[];
}

async function converse({ today, turns }: StoryInput): Promise<unknown> {
  const replies: unknown[] = [];
  const spoken = turns.map((turn) => ({
    who: 'a',
    expect: {},
    ...(typeof turn === 'string' ? { say: turn } : turn),
  }));
  await play({ story: '', today, turns: spoken }, (_, { handled, facts }) => {
    // What is kept is a set: its order says nothing.
    const kept = Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
    // An exchange's id is made up anew each time.
    const { exchange: _id, ...said } = handled;
    replies.push({ ...said, facts: kept });
  });
  return replies;
}
