import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clockOn, type InboundMessage, type SendOutcome } from '../../../src/contract/index.ts';
import { sendDue } from '../../../src/reminders/index.ts';
import {
  announceDocuments,
  announcer,
  closeTicket,
  createApp,
  createWebhookSender,
  reminderTeller,
  type Store,
  type WebhookEvent,
} from '../../../src/service/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { planOf } from '../../store/contract.ts';
import { shippedKnowledge } from '../../support/shipped.ts';
import { type Receiver, startReceiver } from './receiver.ts';

const SECRET = 'a secret of sixteen and more';
const silent = { warn() {}, error() {} };

let store: Store;
let receiver: Receiver;
beforeEach(async () => {
  store = await openStore({ memory: true });
  receiver = await startReceiver(SECRET);
});
afterEach(async () => {
  await receiver.close();
  await store.close();
});

const settings = (more: object = {}) => ({
  WEBHOOK_URLS: [receiver.url],
  WEBHOOK_SECRET: SECRET,
  WEBHOOK_EVENTS: [],
  WEBHOOK_ALLOW_PRIVATE: true,
  ...more,
});
const senderWith = (more: object = {}, at: Store = store) =>
  createWebhookSender({ store: at, settings: settings(more), log: silent, retryMs: [0] });
const ticket = (n: number): WebhookEvent => ({
  type: 'ticket.closed',
  data: { ticket: `T${n}`, about: null, note: null },
});
const announce = (event: WebhookEvent, more: object = {}) =>
  store.transaction((records) => announcer(settings(more))(records, event, store.now()));
const told = () => receiver.received.map(({ data }) => data.ticket);
const counts = () => store.transaction(({ outbox }) => outbox.counts());

test('events arrive in their order, signed, each once', async () => {
  for (let n = 1; n <= 5; n++) await announce(ticket(n));
  const sender = senderWith();
  await sender.tick();
  await sender.tick();
  expect(told()).toEqual(['T1', 'T2', 'T3', 'T4', 'T5']);
  expect(receiver.received.every(({ signed }) => signed)).toBe(true);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(5);
  expect(await counts()).toEqual({ sent: 5 });
});

test.each([
  ['an error of the receiver', 503],
  ['a redirect, which is not followed', 302],
  ['a line that is cut', 'hang up'],
] as const)(
  'after %s the same event comes again under the same id, before what follows it',
  async (_, answer) => {
    receiver.answers = [answer, answer, 200];
    await announce(ticket(1));
    await announce(ticket(2));
    const sender = senderWith();
    await sender.tick();
    expect(told()).toEqual(['T1', 'T1', 'T1', 'T2']);
    expect(receiver.received.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 1]);
    expect(new Set(receiver.received.slice(0, 3).map(({ id }) => id)).size).toBe(1);
    expect(await counts()).toEqual({ sent: 2 });
  },
);

test('one address that fails holds up no other', async () => {
  const other = await startReceiver(SECRET);
  receiver.answers = [500];
  const both = { WEBHOOK_URLS: [receiver.url, other.url] };
  await announce(ticket(1), both);
  await announce(ticket(2), both);
  const sender = createWebhookSender({ store, settings: settings(both), log: silent, retryMs: [3_600_000] });
  await sender.tick();
  expect(told()).toEqual(['T1']);
  expect(other.received.map(({ data }) => data.ticket)).toEqual(['T1', 'T2']);
  expect(await counts()).toEqual({ due: 2, sent: 2 });
  await other.close();
});

test('a process that dies while sending loses nothing: the next one sends it under the same id', async () => {
  await announce(ticket(1));
  // Claimed by a worker that is never heard of again.
  await store.transaction(({ outbox }) =>
    outbox.claim({ worker: 'dead', channels: ['webhook'], limit: 9, now: store.now(), leaseMs: 1_000 }),
  );
  const sender = senderWith();
  await sender.tick();
  expect(told()).toEqual([]);
  await store.transaction(({ outbox }) => outbox.recover(store.now() + 2_000));
  await sender.tick();
  expect(told()).toEqual(['T1']);
});

test('a receiver that says it is gone, and an address no longer set, are given up at once', async () => {
  receiver.answers = [410];
  await announce(ticket(1));
  await senderWith().tick();
  await announce(ticket(2));
  await senderWith({ WEBHOOK_URLS: ['https://elsewhere.example/'] }).tick();
  expect(told()).toEqual(['T1']);
  expect(await counts()).toEqual({ failed: 2 });
});

test('what fails for three days is given up, by name', async () => {
  receiver.answers = [500];
  await announce(ticket(1));
  const later: Store = { ...store, now: () => Date.now() + 4 * 86_400_000 };
  await senderWith({}, later).tick();
  expect(await counts()).toEqual({ failed: 1 });
});

test.each([
  'http://127.0.0.1:1/',
  'http://localhost:1/',
  'http://[::1]:1/',
  'http://[::ffff:127.0.0.1]:1/',
  'http://10.1.2.3/',
  'http://169.254.169.254/latest/meta-data/',
  'http://192.168.0.1/',
  'http://0x7f.1/',
  'http://2130706433/',
  'http://[fd00::1]/',
  'http://0.0.0.0/',
])('an inner address is refused without the setting: %s', async (url) => {
  const inner = { WEBHOOK_URLS: [url], WEBHOOK_ALLOW_PRIVATE: false };
  await announce(ticket(1), inner);
  await senderWith(inner).tick();
  expect(await counts()).toEqual({ failed: 1 });
});

test('only the kinds that are wanted are told', async () => {
  await announce(ticket(1), { WEBHOOK_EVENTS: ['ticket.opened'] });
  expect(await counts()).toEqual({});
});

describe('what is told', () => {
  const clock = clockOn('2022-06-20');
  const message = (text: string, n: number): InboundMessage => ({
    channel: 'test',
    conversationId: 'c1',
    senderId: 'li',
    isGroup: false,
    addressedToBot: true,
    text,
    eventId: `e${n}`,
    receivedAt: 0,
  });

  test('a ticket that is opened and closed, and a question that nothing answers', async () => {
    const app = createApp({ knowledge: shippedKnowledge(), store, clock, announce: announcer(settings()) });
    await app.answer(message('怎么给猫办身份证', 1));
    const { effects } = await app.answer(message('转人工', 2));
    expect(effects.map(({ kind }) => kind)).toContain('ticket-opened');
    await closeTicket(store, 'T0001', '已电话答复', announcer(settings()));
    await senderWith().tick();
    expect(receiver.received.map(({ type }) => type)).toEqual([
      'question.unanswered',
      'ticket.opened',
      'ticket.closed',
    ]);
    expect(receiver.received[1]?.data).toMatchObject({ ticket: 'T0001', channel: 'test' });
    expect(receiver.received[2]?.data).toEqual({
      ticket: 'T0001',
      about: expect.toBeOneOf([null, expect.any(String)]),
      note: '已电话答复',
    });
    expect(JSON.stringify(receiver.received)).not.toContain('"li"');
  });

  test('what came of a reminder, each once, and of none that is tried again', async () => {
    const outcomes: SendOutcome[] = [
      { kind: 'sent' },
      { kind: 'rejected', reason: 'blocked', permanent: true },
      { kind: 'unknown', reason: 'timed out' },
      { kind: 'rejected', reason: 'busy', permanent: false },
    ];
    await store.transaction(({ reminders }) =>
      reminders.subscribe(outcomes.map((_, n) => planOf(`s${n}`, [n + 1]))),
    );
    let n = 0;
    await sendDue({
      store,
      clock: { now: () => 10 },
      sender: { canPush: () => true, send: async () => outcomes[n++] ?? { kind: 'sent' } },
      name: 'w',
      channels: ['test'],
      stopping: new AbortController().signal,
      ended: reminderTeller(announcer(settings()), store),
    });
    await senderWith().tick();
    expect(receiver.received.map(({ type, data }) => [type, data.reason])).toEqual([
      ['reminder.sent', null],
      ['reminder.failed', 'blocked'],
      ['reminder.unsure', 'timed out'],
      // The last notice before a deadline goes again, once, when it is unsure whether it arrived.
      ['reminder.sent', null],
    ]);
  });

  test('documents that come, change and go, but not those that were there at first', async () => {
    const { policies } = shippedKnowledge();
    const [first, second, ...rest] = policies;
    const tell = (all: typeof policies) => announceDocuments(store, { policies: all }, announcer(settings()));
    await tell([first!, ...rest]);
    await tell([{ ...first!, title: '改过的标题' }, second!, ...rest.slice(1)]);
    await tell([{ ...first!, title: '改过的标题' }, second!, ...rest.slice(1)]);
    await senderWith().tick();
    expect(receiver.received.map(({ type, data }) => [type, data.number])).toEqual([
      ['document.replaced', first!.number],
      ['document.in-force', second!.number],
      ['document.withdrawn', rest[0]!.number],
    ]);
  });
});
