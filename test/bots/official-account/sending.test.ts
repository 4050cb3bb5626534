import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel } from '../../../bots/channel.ts';
import { createLog } from '../../../bots/log.ts';
import { UserError } from '../../../src/contract/user-error.ts';
import {
  ACCOUNT,
  callback,
  startWeChatApiStub,
  textMessage,
  type WeChatApiStub,
} from '../../support/official-account-stub.ts';
import { type SimulatedTiming, simulatedTiming } from '../../support/simulated-timing.ts';
import { channelOn, handleOf, OPEN_ID, settingsFor, tools } from './world.ts';

let stub: WeChatApiStub;
let timing: SimulatedTiming;
let channel: Channel;

beforeEach(async () => {
  stub = await startWeChatApiStub();
  timing = simulatedTiming(Date.now());
  channel = channelOn(stub, settingsFor(), { ...tools, timing });
  await channel.start(async () => 'refused');
});
afterEach(() => stub.close());

const send = (text = '提醒：明天截止。') => channel.send(OPEN_ID, { text, choices: [] });
const windowOpen = () => channel.windowOpen?.(OPEN_ID, timing.now());
const write = () => {
  const timestamp = Math.floor(timing.now() / 1_000);
  return handleOf(channel)(callback(textMessage('你好'), { timestamp }));
};

test('a message leaves in readable UTF-8, not as escapes that the contact would be shown', async () => {
  expect(await send('“稳岗”𠀀')).toEqual({ kind: 'sent' });
  expect(stub.bodies[0]).toContain('“稳岗”𠀀');
});

describe('the key', () => {
  test('is fetched once for many', async () => {
    await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(stub.sent).toHaveLength(20);
    expect(stub.tokenCalls).toHaveLength(1);
  });
  test('is fetched anew before it ends', async () => {
    await timing.advance((7_200 - 299) * 1_000);
    await send();
    expect(stub.tokenCalls).toHaveLength(2);
  });
  test.each([40001, 40014, 42001])(
    'refused with %i: another is fetched, the message leaves once',
    async (errcode) => {
      stub.spoilToken(errcode);
      expect(await send()).toEqual({ kind: 'sent' });
      expect(stub.sent).toHaveLength(1);
      expect(stub.tokenCalls).toEqual([{ force: false }, { force: false }]);
    },
  );
  test('is forced only when the refused one is handed out again', async () => {
    stub.spoilToken(40001, { renew: false });
    expect(await send()).toEqual({ kind: 'sent' });
    expect(stub.tokenCalls).toEqual([{ force: false }, { force: false }, { force: true }]);
  });
  test('cannot be fetched: the message waits', async () => {
    await timing.advance(7_200_000);
    stub.nextTokens.push(45009);
    expect(await send()).toMatchObject({ kind: 'rejected', permanent: false });
  });
});

describe('what the platform says', () => {
  test.each([
    [45015, { kind: 'rejected', permanent: false, reason: 'errcode 45015 window closed' }],
    [45002, { kind: 'rejected', permanent: true, reason: 'errcode 45002 text too long' }],
    [48001, { kind: 'rejected', permanent: true }],
    [99999, { kind: 'rejected', permanent: true, reason: 'errcode 99999' }],
    [-1, { kind: 'rejected', permanent: false, retryAfterMs: 5_000 }],
    [45011, { kind: 'rejected', permanent: false, retryAfterMs: 60_000 }],
    ['silence', { kind: 'unknown' }],
    ['html', { kind: 'unknown' }],
  ] as const)('%s', async (said, expected) => {
    stub.nextSends.push(said);
    expect(await send()).toMatchObject(expected);
    expect(stub.sent).toEqual([]);
  });

  test('45015 for an answer: refused for good, it would come too late', async () => {
    stub.nextSends.push(45015);
    const answer = { text: '答案', choices: [], inReplyTo: 'm1' };
    expect(await channel.send(OPEN_ID, answer)).toMatchObject({ kind: 'rejected', permanent: true });
  });

  test('2,048 bytes pass, 2,049 are too long', async () => {
    expect(await send(`${'长'.repeat(682)}ab`)).toEqual({ kind: 'sent' });
    expect(await send(`${'长'.repeat(683)}`)).toMatchObject({ kind: 'rejected', permanent: true });
  });

  test('nobody there: nothing has been done, so it may be tried again', async () => {
    await stub.close();
    expect(await send()).toMatchObject({ kind: 'rejected', permanent: false });
    stub = await startWeChatApiStub();
  });
});

describe('the window of 48 hours', () => {
  test('is open after a message and closed after 48 hours', async () => {
    await write();
    await timing.advance(48 * 3_600_000 - 1);
    expect(windowOpen()).toBe(true);
    await timing.advance(1);
    expect(windowOpen()).toBe(false);
  });
  test.each([45015, 45047])('%i closes it until the contact writes again', async (errcode) => {
    await write();
    stub.nextSends.push(errcode);
    await send();
    expect(windowOpen()).toBe(false);
    await write();
    expect(windowOpen()).toBe(true);
  });
  test('of a contact not heard since the start only the platform knows', async () => {
    expect(windowOpen()).toBe(true);
    stub.nextSends.push(45015);
    await send();
    expect(windowOpen()).toBe(false);
  });
});

describe('the start', () => {
  test.each([
    ['WECHAT_OA_APPID', { WECHAT_OA_APPID: 'wx0000000000000000' }],
    ['WECHAT_OA_SECRET', { WECHAT_OA_SECRET: 'f'.repeat(32) }],
  ])('%s that the platform does not know: one sentence', async (name, settings) => {
    const wrong = channelOn(stub, settingsFor(settings));
    const failure = await wrong.start(async () => 'stored').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as Error).message).toMatch(new RegExp(`${name}.*。$`, 'u'));
    await wrong.stop();
  });

  test('the platform out of reach: down, and up by itself', async () => {
    stub.nextTokens.push(-1);
    channel = channelOn(stub, settingsFor(), { ...tools, timing });
    await channel.start(async () => 'stored');
    expect(channel.health().state).toBe('down');
    const retried = expect.poll(() => channel.health().state, { timeout: 5_000 });
    await timing.advance(60_000);
    await retried.toBe('up');
    await channel.stop();
  });

  test('an address missing from the list: the sentence says so, answers in time still leave', async () => {
    stub.nextTokens.push(40164);
    channel = channelOn(stub, settingsFor(), { ...tools, timing });
    await channel.start(async () => 'stored');
    expect(channel.health()).toMatchObject({ state: 'down', detail: expect.stringContaining('白名单') });
    await channel.stop();
  });
});

test('no key, secret, openid or text in the log', async () => {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', to: { write: (line: string) => void lines.push(line) } });
  channel = channelOn(stub, settingsFor(), { timing, log });
  await channel.start(() => Promise.reject(new Error('disk full')));
  await write();
  stub.nextSends.push(45015);
  await send('机密内容');
  await channel.stop();
  expect(lines.length).toBeGreaterThan(0);
  for (const secret of ['KEY_', ACCOUNT.secret, ACCOUNT.token, OPEN_ID, '机密内容', '你好'])
    expect(lines.join('')).not.toContain(secret);
});
