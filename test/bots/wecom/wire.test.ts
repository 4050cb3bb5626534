import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel, InboundMessage } from '../../../bots/channel.ts';
import { createLog } from '../../../bots/log.ts';
import { UserError } from '../../../src/contract/user-error.ts';
import { privateMessage, ROBOT, startWecomStub } from '../../support/wecom-stub.ts';
import { robotOn, tools } from './world.ts';

let stub: Awaited<ReturnType<typeof startWecomStub>>;
let robot: Channel;
let received: InboundMessage[];

beforeEach(async () => {
  stub = await startWecomStub();
  robot = robotOn(stub);
  received = [];
});
afterEach(async () => {
  await robot.stop();
  await robot.close?.();
  await stub.close();
});

const start = (channel = robot) =>
  channel.start(async (message) => {
    received.push(message);
    return 'stored';
  });
const send = (text: string, inReplyTo?: string) =>
  robot.send('zhangsan', { text, choices: [], ...(inReplyTo && { inReplyTo }) });
const state = () => robot.health().state;
async function hear(message: Record<string, unknown> = privateMessage('你好')): Promise<InboundMessage> {
  const before = received.length;
  stub.deliver(message);
  await expect.poll(() => received.length, { interval: 5 }).toBe(before + 1);
  return received.at(-1) as InboundMessage;
}

describe('signing in', () => {
  test('with the right secret: up', async () => {
    await start();
    expect(robot.health()).toMatchObject({ state: 'up', detail: '正在接收企业微信智能机器人的消息。' });
  });

  test('with a wrong secret: one sentence, and no further try', async () => {
    robot = robotOn(stub, 'wrong-secret');
    const failure = await start().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as Error).message).toMatch(/WECOM_BOT_SECRET.*。$/u);
    await wait(1_500);
    expect(stub.connections).toBe(1);
    expect(state()).toBe('down');
  });

  test('the platform is busy: it goes on trying', async () => {
    stub.nextSignIns.push(-1);
    await start();
    await expect.poll(state, { timeout: 5_000 }).toBe('up');
  });

  test('the platform is out of reach: the start goes on, and it is up by itself later', async () => {
    await stub.goAway();
    await start();
    expect(robot.health()).toMatchObject({ state: 'down', detail: expect.stringContaining('正在重试') });
    expect(await send('提醒')).toEqual({ kind: 'rejected', reason: 'not connected', permanent: false });
    await stub.comeBack();
    await expect.poll(state, { timeout: 8_000 }).toBe('up');
  });

  test('the wire is cut: down, and back without a restart', async () => {
    await start();
    await stub.goAway();
    await expect.poll(state).toBe('down');
    await stub.comeBack();
    await expect.poll(state, { timeout: 8_000 }).toBe('up');
    await hear();
  });

  test('another program takes the robot over: down, and no fight for it', async () => {
    await start();
    stub.deliver(
      { msgid: 'e', from: { userid: '' }, msgtype: 'event', event: { eventtype: 'disconnected_event' } },
      'aibot_event_callback',
    );
    await expect.poll(state).toBe('down');
    expect(robot.health().detail).toContain('别处连上了');
    await wait(1_300);
    expect(stub.connections).toBe(1);
  });
});

describe('sending', () => {
  test('an answer goes to its callback, a second part and a reminder are pushed', async () => {
    await start();
    const { eventId } = await hear();
    expect(await send('第一段', eventId)).toEqual({ kind: 'sent' });
    expect(await send('第二段', eventId)).toEqual({ kind: 'sent' });
    expect(await send('提醒')).toEqual({ kind: 'sent' });
    expect(stub.shown).toEqual([
      { by: 'reply', to: 'zhangsan', text: '第一段' },
      { by: 'push', to: 'zhangsan', text: '第二段' },
      { by: 'push', to: 'zhangsan', text: '提醒' },
    ]);
  });

  test('whoever opens the chat is welcomed', async () => {
    await start();
    stub.deliver(
      { msgid: 'e', from: { userid: 'zhangsan' }, msgtype: 'event', event: { eventtype: 'enter_chat' } },
      'aibot_event_callback',
    );
    await expect.poll(() => received.length).toBe(1);
    await send('您好，我是惠企助手。', received[0]?.eventId);
    expect(stub.shown[0]?.by).toBe('welcome');
  });

  test('a callback that is over for the platform: pushed', async () => {
    await start();
    const { eventId } = await hear();
    stub.nextAcks.push(846605);
    expect(await send('答案', eventId)).toEqual({ kind: 'sent' });
    expect(stub.shown).toEqual([{ by: 'push', to: 'zhangsan', text: '答案' }]);
  });

  test('no acknowledgement: not known, and not pushed a second time', { timeout: 15_000 }, async () => {
    await start();
    const { eventId } = await hear();
    stub.nextAcks.push('silence');
    expect(await send('答案', eventId)).toEqual({ kind: 'unknown', reason: 'no acknowledgement' });
    expect(stub.shown).toEqual([]);
  });

  test('the wire cut while waiting for it: not known', async () => {
    await start();
    stub.nextAcks.push('silence');
    const sending = send('提醒');
    await wait(50);
    stub.cut();
    expect(await sending).toEqual({ kind: 'unknown', reason: 'connection lost' });
  });

  test.each([
    [45009, { kind: 'rejected', permanent: false, retryAfterMs: 60_000 }],
    [40058, { kind: 'rejected', permanent: true, reason: 'errcode 40058' }],
  ])('refused with %i', async (errcode, expected) => {
    await start();
    stub.nextAcks.push(errcode);
    expect(await send('提醒')).toMatchObject(expected);
  });
});

test('what the store does not take at first is offered again, in order', async () => {
  let refusals = 2;
  await robot.start(async (message) => {
    if (refusals-- > 0) throw new Error('disk full');
    received.push(message);
    return 'stored';
  });
  stub.deliver(privateMessage('一'));
  stub.deliver(privateMessage('二'));
  await expect.poll(() => received.map(({ text }) => text), { timeout: 5_000 }).toEqual(['一', '二']);
});

test('stopped, it takes nothing in and still sends; closed, the wire is gone', async () => {
  await start();
  const { eventId } = await hear();
  await robot.stop();
  stub.deliver(privateMessage('太晚'));
  expect(await send('答案', eventId)).toEqual({ kind: 'sent' });
  expect(received).toHaveLength(1);
  await robot.close?.();
  await expect.poll(stub.signedIn).toBe(false);
});

test('1,000 random frames: it lives, and reads the next message', { timeout: 30_000 }, async () => {
  await start();
  const body = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        msgid: fc.oneof(fc.string(), fc.integer()),
        chattype: fc.constantFrom('single', 'group', '', null),
        chatid: fc.oneof(fc.string(), fc.constant(null)),
        from: fc.oneof(fc.record({ userid: fc.string() }), fc.constant(null)),
        msgtype: fc.constantFrom('text', 'voice', 'mixed', 'event', 'constructor', '__proto__'),
        text: fc.oneof(fc.record({ content: fc.string({ unit: 'binary' }) }), fc.constant(null)),
        mixed: fc.oneof(
          fc.record({ msg_item: fc.array(fc.jsonValue(), { maxLength: 3 }) }),
          fc.constant('x'),
        ),
        event: fc.oneof(fc.record({ eventtype: fc.string() }), fc.constant(null)),
      },
      { requiredKeys: [] },
    ),
  );
  const frame = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .tuple(fc.constantFrom('aibot_msg_callback', 'aibot_event_callback', 'ping', ''), body, fc.string())
      .map(([cmd, inside, req_id]) => JSON.stringify({ cmd, headers: { req_id }, body: inside })),
    fc.constantFrom('null', '{}', '{"headers":null}', '{"cmd":"aibot_msg_callback"}'),
  );
  for (const raw of fc.sample(frame, 1_000)) stub.deliverRaw(raw);
  stub.deliver(privateMessage('还在吗'));
  await expect.poll(() => received.some(({ text }) => text === '还在吗'), { timeout: 10_000 }).toBe(true);
  expect(state()).toBe('up');
});

test('no secret, name or text in the log', async () => {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', to: { write: (line: string) => void lines.push(line) } });
  robot = robotOn(stub, ROBOT.secret, { ...tools, log });
  let stores = 0;
  await robot.start(async (message) => {
    if (stores++ === 0) throw new Error(`disk full at ${message.text}`);
    return 'stored';
  });
  stub.deliver(privateMessage('机密内容'));
  stub.deliver({ msgid: 1 });
  stub.nextAcks.push(45009);
  await send('机密答案');
  await wait(50);
  stub.cut();
  await expect.poll(() => lines.length).toBeGreaterThan(1);
  for (const secret of [ROBOT.secret, 'zhangsan', '机密内容', '机密答案'])
    expect(lines.join('')).not.toContain(secret);
});
