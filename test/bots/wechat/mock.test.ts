import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel, InboundMessage } from '../../../bots/channel.ts';
import { createLog } from '../../../bots/log.ts';
import { loadWechaty } from '../../../bots/wechat/bot.ts';
import { prepareMemoryCard } from '../../../bots/wechat/memory-card.ts';
import { wechatSettings } from '../../../bots/wechat/settings.ts';
import {
  BOT_NAME,
  CONTACT,
  ROOM,
  TYPE,
  type WechatAccount,
  wechatAccount,
} from '../../support/wechaty-mock.ts';
import { type ChannelWishes, channelOn, tools } from './world.ts';

let account: WechatAccount;
let channel: Channel;
let lines: string[];
let received: InboundMessage[];
const cleanups: (() => unknown)[] = [];

beforeEach(() => {
  account = wechatAccount();
  received = [];
});
afterEach(async () => {
  await channel?.stop();
  await channel?.close?.();
  for (const cleanup of cleanups.splice(0)) cleanup();
});

function open(wishes: ChannelWishes = {}): Promise<void> {
  const world = channelOn(account, wishes);
  ({ channel, lines } = world);
  cleanups.push(world.forget);
  return channel.start(async (message) => {
    received.push(message);
    return 'stored';
  });
}
function openLoggedIn(wishes: ChannelWishes = {}): Promise<void> {
  account.puppet.on('start', () => account.login());
  return open(wishes);
}
const texts = () => received.map(({ text }) => text);
const hear = (expected: string[]) => expect.poll(texts, { timeout: 3_000, interval: 5 }).toEqual(expected);

describe('signing in', () => {
  test('the start is over at the QR code; the channel is up at the login, not before', async () => {
    const started = open();
    await wait(100);
    expect(channel.health().state).toBe('starting');
    account.puppet.emit('scan', { qrcode: 'code-1', status: 2 });
    await expect
      .poll(() => lines)
      .toEqual([
        '请在浏览器里打开这个网址，用作机器人的微信号扫一扫里面的二维码，再在手机上点“登录”：https://qr.example/code-1',
      ]);
    await started;
    expect(channel.health()).toMatchObject({ state: 'starting', detail: '等待扫码登录微信。' });
    account.login();
    await expect.poll(() => channel.health().state).toBe('up');
    expect(channel.health()).toMatchObject({ state: 'up', detail: '已登录微信，正在接收消息。' });
  });

  test('nobody scans: down with one sentence, and a late scan still counts', async () => {
    const started = open({ loginLimitMs: 150 });
    await wait(50);
    account.puppet.emit('scan', { qrcode: 'code-1', status: 2 });
    await started;
    await expect.poll(() => channel.health().state).toBe('down');
    expect(channel.health().detail).toMatch(/没有人扫码登录微信.*。$/u);
    account.login();
    await expect.poll(() => channel.health().state).toBe('up');
  });

  test('no QR code and no login: one sentence that names the memory card', async () => {
    await open({ loginLimitMs: 100, openLimitMs: 50 });
    await expect.poll(() => channel.health().detail).toContain('wechat.memory-card.json');
  });

  test('closed while it waits for a sign: the start is over at once', async () => {
    const started = open({ openLimitMs: 60_000 });
    await wait(50);
    await channel.stop();
    await channel.close?.();
    await started;
    expect(channel.health()).toMatchObject({ state: 'down', detail: '已停止。' });
  });

  test('logged out on the phone: down, and up again after the scan', async () => {
    await openLoggedIn();
    await account.puppet.logout('kicked');
    await expect.poll(() => channel.health()).toMatchObject({ state: 'down' });
    expect(await channel.send(CONTACT, { text: '提醒', choices: [] })).toMatchObject({
      kind: 'rejected',
      permanent: false,
    });
    account.puppet.emit('scan', { qrcode: 'code-2', status: 2 });
    await expect.poll(() => channel.health().detail).toBe('等待扫码登录微信。');
    account.login();
    await expect.poll(() => channel.health().state).toBe('up');
  });

  test('a puppet that is not installed: one sentence', async () => {
    const settings = wechatSettings.parse({ WECHATY_PUPPET: 'wechaty-puppet-of-nobody' });
    await expect(loadWechaty(settings)).rejects.toThrow(/^WECHATY_PUPPET 指定的 .*npm install .*。$/u);
  });

  test('the memory card is a file that only its owner reads', () => {
    const folder = mkdtempSync(join(tmpdir(), 'huiqi-card-'));
    cleanups.push(() => rmSync(folder, { recursive: true }));
    for (let start = 0; start < 2; start++) {
      const file = `${prepareMemoryCard(join(folder, 'data'))}.memory-card.json`;
      expect(existsSync(file)).toBe(true);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
  });
});

describe('messages', () => {
  test('many at once keep their order', async () => {
    await openLoggedIn();
    const many = Array.from({ length: 50 }, (_, i) => `第${i}条`);
    for (const text of many) account.say(text);
    await hear(many);
  });

  test('a typed name at the beginning addresses the bot in a room', async () => {
    await openLoggedIn();
    account.sayInRoom('大家好');
    account.sayInRoom(`@${BOT_NAME} 稳岗补贴`);
    await expect.poll(() => received.length).toBe(2);
    expect(received.map(({ addressedToBot, text }) => [addressedToBot, text])).toEqual([
      [false, '大家好'],
      [true, '稳岗补贴'],
    ]);
  });

  test('its own words and old messages are not heard', async () => {
    await openLoggedIn();
    await channel.send(CONTACT, { text: '我自己说的', choices: [] });
    account.deliver({ text: '旧的', timestamp: Date.now() - 600_000 });
    account.deliver({ type: TYPE.recalled, text: '撤回' });
    account.say('新的');
    await hear(['新的']);
  });

  test('sent to a contact and to a room', async () => {
    await openLoggedIn();
    expect(await channel.send(CONTACT, { text: '您好', choices: [] })).toEqual({ kind: 'sent' });
    expect(await channel.send(ROOM, { text: '大家好', choices: [] })).toEqual({ kind: 'sent' });
    expect([account.seenBy(CONTACT), account.seenBy(ROOM)]).toEqual([['您好'], ['大家好']]);
  });

  test('a puppet that throws: not known, never sent again', async () => {
    await openLoggedIn();
    expect(await channel.send('nobody', { text: '您好', choices: [] })).toMatchObject({ kind: 'unknown' });
  });

  test('stopped, it hears nothing and still sends', async () => {
    await openLoggedIn();
    await channel.stop();
    account.say('太晚');
    expect(await channel.send(CONTACT, { text: '答案', choices: [] })).toEqual({ kind: 'sent' });
    await wait(50);
    expect(received).toEqual([]);
  });
});

describe('friends', () => {
  test('a request that names a keyword is accepted, another is left to a person', async () => {
    await openLoggedIn({ keywords: '惠企,稳岗' });
    account.befriend('你好');
    const { id } = account.befriend('想问稳岗补贴');
    await expect.poll(() => account.accepted).toEqual([id]);
    await wait(30);
    expect(account.accepted).toEqual([id]);
  });
  test('all, when the setting says so', async () => {
    await openLoggedIn({ keywords: '全部' });
    account.befriend('');
    await expect.poll(() => account.accepted).toHaveLength(1);
  });
  test('a new friend is greeted', async () => {
    await openLoggedIn();
    account.confirmFriend();
    await hear(['帮助']);
    expect(received[0]).toMatchObject({ conversationId: CONTACT, isGroup: false });
  });
});

test('errors of the puppet do not end it', async () => {
  await openLoggedIn();
  account.puppet.emit('error', { data: 'broken' } as never);
  account.puppet.emit('error', new Error('broken') as never);
  account.puppet.emit('message', { messageId: 'no-such-message' });
  account.puppet.emit('friendship', { friendshipId: 'no-such-friendship' });
  account.puppet.emit('room-join', { roomId: 'x@x', inviteeIdList: [], inviterId: 'x', timestamp: 1 });
  account.say('还在吗');
  await hear(['还在吗']);
});

test('1,000 random messages from the puppet: it lives, and reads the next one', {
  timeout: 30_000,
}, async () => {
  await openLoggedIn();
  const payload = fc.record(
    {
      type: fc.oneof(fc.integer({ min: -1, max: 20 }), fc.string()),
      text: fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant(undefined), fc.integer()),
      talkerId: fc.constantFrom(CONTACT, 'bot', 'nobody', '', undefined),
      listenerId: fc.constantFrom('bot', CONTACT, undefined),
      roomId: fc.constantFrom(undefined, ROOM, 'nowhere@chatroom', ''),
      timestamp: fc.oneof(fc.constant(Date.now()), fc.double(), fc.constant(undefined)),
      mentionIdList: fc.oneof(fc.constant(['bot', 'nobody']), fc.constant(null), fc.constant([''])),
    },
    { requiredKeys: [] },
  );
  for (const one of fc.sample(payload, 1_000)) account.deliver(one);
  account.deliver({ text: '还在吗' });
  await expect.poll(() => texts().includes('还在吗'), { timeout: 20_000 }).toBe(true);
  expect(channel.health().state).toBe('up');
});

test('no name or text in the log', async () => {
  const written: string[] = [];
  const log = createLog({ level: 'debug', to: { write: (line: string) => void written.push(line) } });
  await openLoggedIn({ using: { ...tools, log } });
  account.puppet.emit(
    'error',
    new Error('Invalid TOKEN "insecure_6ba7b810-9dad-11d1-80b4-00c04fd430c8"') as never,
  );
  account.befriend('机密的问候');
  account.say('机密内容');
  await hear(['机密内容']);
  await channel.send('nobody', { text: '机密答案', choices: [] });
  expect(written.length).toBeGreaterThan(1);
  for (const secret of ['机密', '张三', '6ba7b810']) expect(written.join('')).not.toContain(secret);
});
