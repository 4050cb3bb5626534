/**
 * What one message costs once the bot is warm: app.answer on a store in memory, over the questions and conversations of test/eval,
 * and in which room the time goes (a sampling profile; library code counts for the room that calls it).
 *
 *   npm run bench turn
 */
import { readFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { clockOn, type InboundMessage } from '../src/contract/index.ts';
import { createApp, readKnowledge } from '../src/service/index.ts';
import { openStore } from '../src/store/index.ts';

const MESSAGES = 500;
const ROUNDS = 5;
/** So many contacts take turns with the single questions. */
const CONTACTS = 10;
const EVAL = join(import.meta.dirname, '..', 'test', 'eval');

interface Line {
  question?: string;
  turns?: { user: string }[];
}

const linesOf = (name: string): Line[] =>
  readFileSync(join(EVAL, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line));

/** Every conversation whole, then the single questions, each of a contact's after another. */
function mixedMessages(): { contact: string; text: string }[] {
  const conversations = linesOf('dialogues.dev').flatMap(({ turns = [] }, at) =>
    turns.map(({ user }) => ({ contact: `conversation ${at}`, text: user })),
  );
  const questions = [...linesOf('questions.dev'), ...linesOf('questions.own')].flatMap(({ question }, at) =>
    question === undefined ? [] : { contact: `contact ${at % CONTACTS}`, text: question },
  );
  const all = [...conversations, ...questions];
  return Array.from({ length: MESSAGES }, (_, at) => all[at % all.length]!);
}

const ROOMS: readonly (readonly [name: string, file: RegExp])[] = [
  ['retrieval', /\/src\/retrieval\//u],
  ['understanding', /\/src\/(?:language|figures)\//u],
  ['evaluation', /\/src\/(?:eligibility|policy)\//u],
  ['dialogue', /\/src\/dialogue\//u],
  ['store', /\/src\/store\/|\/node_modules\/kysely\/|node:sqlite/u],
  ['reminders', /\/src\/reminders\//u],
];

/** Microseconds by room: each sample counts for the innermost frame that lies in one. */
function shares({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const room = new Map<number, string>();
  const children = new Set(nodes.flatMap(({ children = [] }) => children));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const walk = (id: number, around: string): void => {
    const { callFrame, children = [] } = byId.get(id)!;
    const own = ROOMS.find(([, file]) => file.test(callFrame.url))?.[0] ?? around;
    room.set(id, own);
    for (const child of children) walk(child, own);
  };
  for (const { id } of nodes) if (!children.has(id)) walk(id, 'the rest');
  const sums = new Map<string, number>();
  samples.forEach((id, at) => {
    const name = room.get(id) ?? 'the rest';
    sums.set(name, (sums.get(name) ?? 0) + (timeDeltas[at] ?? 0));
  });
  return sums;
}

const store = await openStore({ memory: true });
const app = createApp({ knowledge: readKnowledge(), store, clock: clockOn('2022-06-10') });
const messages = mixedMessages();
let sent = 0;

/** Contacts are new in each round, so that no conversation grows from round to round. */
async function once(round: number): Promise<void> {
  for (const { contact, text } of messages) {
    const message: InboundMessage = {
      channel: 'bench',
      eventId: String(sent++),
      conversationId: `${contact} ${round}`,
      senderId: `${contact} ${round}`,
      isGroup: false,
      addressedToBot: true,
      text,
      receivedAt: 0,
    };
    await app.answer(message);
  }
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

for (let round = 0; round < 2; round++) await once(round);
const wall: number[] = [];
const cpu: number[] = [];
for (let round = 2; round < 2 + ROUNDS; round++) {
  const since = performance.now();
  const before = process.cpuUsage();
  await once(round);
  const { user, system } = process.cpuUsage(before);
  wall.push((performance.now() - since) / MESSAGES);
  cpu.push((user + system) / 1_000 / MESSAGES);
}
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 200 });
await session.post('Profiler.start');
await once(2 + ROUNDS);
const { profile } = await session.post('Profiler.stop');
await store.close();

console.log(`${MESSAGES} messages, median of ${ROUNDS} rounds`);
console.log(`${median(wall).toFixed(2)} ms and ${median(cpu).toFixed(2)} ms CPU a message`);
const byRoom = shares(profile);
const whole = [...byRoom.values()].reduce((sum, one) => sum + one, 0);
for (const [name, sum] of [...byRoom].sort((a, b) => b[1] - a[1]))
  console.log(`${name.padEnd(14)} ${((100 * sum) / whole).toFixed(0).padStart(3)} %`);
