/** service is the only writer of what people told and are owed: profiles, conversations, tickets, reminders, documents, the audit. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withoutComments } from '../support/code.ts';
import { codeFiles } from './imports.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const INTERFACES = readdirSync(join(ROOT, 'src/store/interface'))
  .map((name) => read(`src/store/interface/${name}`))
  .join('\n');

/** interface ProfileRecords { … }: what it can do. */
function methodsOf(type: string): string[] {
  const body = new RegExp(`export interface ${type} \\{\\n(?<body>[\\s\\S]*?)\\n\\}`, 'u').exec(INTERFACES)!
    .groups!.body!;
  return [...body.matchAll(/^ {2}(?<method>\w+)[(?]/gmu)].map(({ groups }) => groups!.method!);
}

/** The handles of a transaction with what each can do, as the store's own interface has them. */
const HANDLES: ReadonlyMap<string, readonly string[]> = new Map(
  [...read('src/store/store.ts').matchAll(/^ {2}(?<handle>\w+): (?<type>\w+Records);/gmu)].map(
    ({ groups }) => [groups!.handle!, methodsOf(groups!.type!)],
  ),
);

/** Read at the edges as it stands; all else that a handle can do is writing. */
const READS: Readonly<Record<string, readonly string[]>> = {
  inbound: ['unanswered'],
  outbox: ['counts'],
  profiles: ['current'],
  reminders: ['counts', 'deliveries', 'list', 'reminders', 'subscriptions'],
  shelf: ['original'],
  shown: ['after'],
};

/** What is no knowledge of anybody, and whose it is: the queue that the gateway drains, what workers share, what the page has shown. */
const KEEPERS: Readonly<Record<string, readonly string[]>> = {
  inbound: ['bots/gateway/'],
  outbox: ['bots/gateway/'],
  workers: ['bots/gateway/', 'cli/running-bot.ts'],
  shown: ['bots/web/'],
};

const CALL = new RegExp(`\\b(?<handle>${[...HANDLES.keys()].join('|')})\\s*\\.(?<method>\\w+)\\(`, 'gu');
const FORGETS = /\brecords\.forget\(/u;

/** The writings in a file outside the service. A file that opens no transaction and is given no records has none. */
function writingsIn(file: string, code: string): string[] {
  const clean = withoutComments(code);
  if (!/\btransaction\(|\bRecords\b/u.test(clean)) return [];
  const calls = [...clean.matchAll(CALL)].map(({ groups }) => groups as Record<'handle' | 'method', string>);
  const writings = calls.filter(({ handle, method }) => {
    const isRead = READS[handle]?.includes(method) ?? false;
    const isKeeper = KEEPERS[handle]?.some((place) => file.startsWith(place)) ?? false;
    return HANDLES.get(handle)!.includes(method) && !isRead && !isKeeper;
  });
  return [
    ...writings.map(({ handle, method }) => `${file}: ${handle}.${method}`),
    ...(FORGETS.test(clean) ? [`${file}: forget`] : []),
  ];
}

const EDGES = codeFiles().filter((file) => !file.startsWith('src/'));

test('outside the service nobody writes to the store but what is its own to keep', () => {
  expect(HANDLES.size).toBeGreaterThan(15);
  for (const methods of HANDLES.values()) expect(methods).not.toEqual([]);
  for (const [handle, reads] of Object.entries(READS))
    expect(HANDLES.get(handle)).toEqual(expect.arrayContaining([...reads]));
  expect(EDGES.length).toBeGreaterThan(200);
  expect(EDGES.flatMap((file) => writingsIn(file, read(file)))).toEqual([]);
});

test.each([
  [
    'a page that writes a profile',
    'bots/web/x.ts',
    'store.transaction((records) => records.profiles.save(owner, told))',
  ],
  [
    'the console that closes a ticket',
    'office/x.ts',
    'store.transaction(({ tickets }) => tickets.close(id, at))',
  ],
  [
    'a command that plans reminders',
    'cli/x.ts',
    'store.transaction(({ reminders }) => reminders.subscribe(plans))',
  ],
  ['a caller that puts into the outbox', 'api/x.ts', 'async (records: Records) => records.outbox.add(item)'],
  [
    'a page that puts into the outbox',
    'bots/web/x.ts',
    'async (records: Records) => records.outbox.add(item)',
  ],
  ['a channel that forgets', 'bots/telegram/x.ts', 'store.transaction((records) => records.forget(contact))'],
])('%s, planted, is found', (_, file, code) => {
  expect(writingsIn(file, code)).toHaveLength(1);
});
