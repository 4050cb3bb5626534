/** Officers are told in their group what waits for them: once, without numbers of people, and again where the robot was away. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  announceOverdue,
  announcer,
  createRobotSender,
  type Store,
  type WebhookEvent,
  workOnTicket,
} from '../../../src/service/index.ts';
import { openStore } from '../../../src/store/index.ts';

const DAY_MS = 86_400_000;
const LIMITS = { acceptDays: 1, closeDays: 7 };

/** The group's robot on loopback: keeps what it was told, answers as the platform does. */
async function startRobot() {
  const told: string[] = [];
  const answers: object[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const { msgtype, text } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
      msgtype: string;
      text: { content: string };
    };
    const answer = answers.shift() ?? { errcode: 0, errmsg: 'ok' };
    if ('errcode' in answer && answer.errcode === 0) told.push(`${msgtype} ${text.content}`);
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/cgi-bin/webhook/send?key=k`,
    told,
    answers,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

let store: Store;
let robot: Awaited<ReturnType<typeof startRobot>>;
beforeEach(async () => {
  store = await openStore({ memory: true });
  robot = await startRobot();
});
afterEach(async () => {
  await robot.close();
  await store.close();
});

const silent = { warn() {}, error() {} };
const settings = () => ({
  WEBHOOK_URLS: [],
  WEBHOOK_EVENTS: [],
  WEBHOOK_ALLOW_PRIVATE: true,
  OFFICER_ROBOT_URL: robot.url,
  PUBLIC_URL: 'https://huiqi.example.cn/',
});
const happens = (event: WebhookEvent) =>
  store.transaction((records) => announcer(settings())(records, event, store.now()));
const send = (more: object = {}) =>
  createRobotSender({ store, settings: { ...settings(), ...more }, log: silent, retryMs: [0] }).tick();
const unanswered = (question: string): WebhookEvent => ({
  type: 'question.unanswered',
  data: { question, channel: 'web' },
});
const ticketOpenedAt = (openedAt: number) =>
  store.transaction(({ tickets }) =>
    tickets.open({
      channel: 'web',
      conversationId: 'li',
      senderId: 'li',
      question: '材料交到哪里，电话13812345678',
      about: null,
      department: null,
      known: '',
      openedAt,
    }),
  );

test('a new ticket is told with the way to it, and without the telephone of who asked', async () => {
  const data = { ticket: 'T0001', question: '电话13812345678，材料交到哪里', about: null, channel: 'web' };
  await happens({ type: 'ticket.opened', data: { ...data, department: '县工信局' } });
  await send();
  expect(robot.told).toEqual([
    'text 新诉求 T0001：电话（号码见工作台），材料交到哪里\n文件写明的单位：县工信局\nhttps://huiqi.example.cn/office/tickets/T0001',
  ]);
});

test('of many questions without an answer an hour is told once', async () => {
  for (const question of ['火星签证', '月球签证', '金星签证']) await happens(unanswered(question));
  await send();
  expect(robot.told.length).toBe(1);
  expect(robot.told[0]).toContain('火星签证');
});

test('a ticket that is late is told once for each limit, and not once it is taken up', async () => {
  const late = await ticketOpenedAt(store.now() - 2 * DAY_MS);
  await ticketOpenedAt(store.now());
  const look = () => announceOverdue(store, LIMITS, announcer(settings()));
  await look();
  await look();
  await send();
  expect(robot.told.map((text) => text.split('：')[0])).toEqual([`text 诉求 ${late} 还没有受理，已超过时限`]);
  const another = await ticketOpenedAt(store.now() - 2 * DAY_MS);
  await workOnTicket(store, { id: another, deed: { kind: 'accept' } }, { name: '王芳' });
  await look();
  await send();
  expect(robot.told.length).toBe(1);
});

test('a robot that is told too often is told again; a wrong key is not tried again', async () => {
  await happens(unanswered('火星签证'));
  robot.answers.push({ errcode: 45009, errmsg: 'api freq out of limit' });
  await send();
  expect(robot.answers).toEqual([]);
  expect(robot.told.length).toBe(1);

  await ticketOpenedAt(store.now() - 9 * DAY_MS);
  await announceOverdue(store, LIMITS, announcer(settings()));
  robot.answers.push({ errcode: 93000, errmsg: 'invalid webhook url' });
  await send();
  await send();
  expect(robot.answers).toEqual([]);
  expect(robot.told.length).toBe(1);
  expect(await store.transaction(({ outbox }) => outbox.counts())).toEqual({ sent: 1, failed: 1 });
});

test('nothing goes to an inner address unless the settings allow it, nor to a robot that was taken out of them', async () => {
  await happens(unanswered('火星签证'));
  await send({ WEBHOOK_ALLOW_PRIVATE: false });
  expect(robot.told).toEqual([]);
  await ticketOpenedAt(store.now() - 2 * DAY_MS);
  await announceOverdue(store, LIMITS, announcer(settings()));
  await send({ OFFICER_ROBOT_URL: 'http://127.0.0.1:9/' });
  expect(robot.told).toEqual([]);
  expect(await store.transaction(({ outbox }) => outbox.counts())).toEqual({ failed: 2 });
});
