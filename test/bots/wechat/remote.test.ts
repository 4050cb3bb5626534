import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel, InboundMessage } from '../../../bots/channel.ts';
import { createLog } from '../../../bots/log.ts';
import { wechatSettings } from '../../../bots/wechat/settings.ts';
import { type WechatOptions, wechatChannel } from '../../../bots/wechat/wechat-channel.ts';
import { UserError } from '../../../src/contract/user-error.ts';
import { CONTACT, ROOM } from '../../support/wechaty-mock.ts';
import { type RemotePuppet, startRemotePuppet, TOKEN } from '../../support/wechaty-remote.ts';
import { tools } from './world.ts';

let far: RemotePuppet;
let channel: Channel;
let dataDir: string;
let received: InboundMessage[];
let written: string[];

beforeEach(async () => {
  far = await startRemotePuppet();
  dataDir = mkdtempSync(join(tmpdir(), 'huiqi-remote-'));
  received = [];
  written = [];
});
afterEach(async () => {
  await channel.stop();
  await channel.close?.();
  await far.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function open(options: WechatOptions = {}, token = TOKEN): Promise<void> {
  const settings = wechatSettings.parse({
    WECHATY_PUPPET: 'wechaty-puppet-service',
    WECHATY_PUPPET_SERVICE_TOKEN: token,
    WECHATY_PUPPET_SERVICE_ENDPOINT: far.endpoint,
    HUIQI_DATA_DIR: dataDir,
  });
  const log = createLog({ level: 'debug', to: { write: (line: string) => void written.push(line) } });
  channel = wechatChannel(settings, { ...tools, log }, { loginLimitMs: 10_000, show: () => {}, ...options });
  return channel.start(async (message) => {
    received.push(message);
    return 'stored';
  });
}
async function openLoggedIn(options: WechatOptions = {}): Promise<void> {
  far.account.puppet.once('start', () => far.account.login());
  await open(options);
}
const state = () => channel.health().state;
const hears = async (text: string) => {
  far.account.say(text);
  await expect.poll(() => received.at(-1)?.text, { timeout: 3_000 }).toBe(text);
};

test('texts and rooms go over the wire and back', async () => {
  await openLoggedIn();
  await hears('稳岗补贴');
  far.account.sayInRoom('稳岗补贴', true);
  await expect.poll(() => received.length).toBe(2);
  expect(received[1]).toMatchObject({ isGroup: true, addressedToBot: true, text: '稳岗补贴' });
  expect(await channel.send(CONTACT, { text: '您好', choices: [] })).toMatchObject({ kind: 'sent' });
  expect(await channel.send(ROOM, { text: '大家好', choices: [] })).toMatchObject({ kind: 'sent' });
  expect([far.account.seenBy(CONTACT), far.account.seenBy(ROOM)]).toEqual([['您好'], ['大家好']]);
});

describe('the wire', () => {
  test('cut: down at once, nothing is sent into the void, back without a restart', {
    timeout: 40_000,
  }, async () => {
    await openLoggedIn();
    far.cut();
    // By the product's own time limits.
    await expect.poll(state, { timeout: 25_000, interval: 20 }).toBe('down');
    expect(channel.health().detail).toBe('与 Puppet 服务的连接断了，正在重连。');
    expect(await channel.send(CONTACT, { text: '提醒', choices: [] })).toEqual({
      kind: 'rejected',
      reason: 'not logged in',
      permanent: false,
    });
    await wait(800);
    far.restore();
    await expect.poll(state, { timeout: 20_000 }).toBe('up');
    await hears('还在吗');
    expect(far.stops()).toBe(0);
  });

  test('open but dead: down after the silence, back when it lives', { timeout: 40_000 }, async () => {
    await openLoggedIn({ silenceMs: 3_000 });
    far.hold();
    const since = Date.now();
    await expect.poll(state, { timeout: 10_000, interval: 20 }).toBe('down');
    expect(Date.now() - since).toBeLessThan(6_000);
    far.restore();
    await expect.poll(state, { timeout: 25_000 }).toBe('up');
    await hears('还在吗');
    expect(far.stops()).toBe(0);
  });

  test('quiet but alive: nothing happens', { timeout: 20_000 }, async () => {
    await openLoggedIn({ silenceMs: 2_500 });
    const before = far.connections();
    await wait(5_500);
    expect(state()).toBe('up');
    expect(far.connections()).toBe(before);
    expect(far.stops()).toBe(0);
    await hears('还在吗');
  });
});

test('closed: the far account stays logged in, and the next start needs no QR code', async () => {
  await openLoggedIn();
  await channel.stop();
  await channel.close?.();
  expect(far.stops()).toBe(0);
  expect(far.account.puppet.isLoggedIn).toBe(true);
  await open();
  expect(state()).toBe('up');
  await hears('还在吗');
});

describe('the start', () => {
  test('a wrong token: one sentence, and the token is in no log', { timeout: 30_000 }, async () => {
    const wrong = 'insecure_00000000-aaaa-4bbb-8ccc-000000000000';
    const failure = await open({}, wrong).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as Error).message).toMatch(/WECHATY_PUPPET_SERVICE_TOKEN.*。$/u);
    expect(written.join('')).not.toContain('00000000-aaaa');
  });

  test('nobody there: down with one sentence, and up once somebody is', { timeout: 30_000 }, async () => {
    far.cut();
    await open({ openLimitMs: 300, loginLimitMs: 600 });
    await expect.poll(() => channel.health().detail).toContain('WECHATY_PUPPET_SERVICE_ENDPOINT');
    expect(state()).toBe('down');
    far.account.puppet.once('start', () => far.account.login());
    far.restore();
    await expect.poll(state, { timeout: 20_000 }).toBe('up');
  });
});
