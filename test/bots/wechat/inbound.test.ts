import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../bots/wechat/addressing.ts';
import { acceptsGreeting } from '../../../bots/wechat/friendship.ts';
import { type Seen, seenSchema, toInbound } from '../../../bots/wechat/inbound.ts';
import { createScanLines } from '../../../bots/wechat/scan.ts';

const NOW = 1_700_000_000_000;

const seen = (more: Partial<Seen> = {}): Seen => ({
  id: 'm1',
  type: 'Text',
  text: ' 稳岗补贴 ',
  at: NOW - 1_000,
  talkerId: 'zhangsan',
  fromOfficialAccount: false,
  self: false,
  room: null,
  ...more,
});

describe('in private', () => {
  test('a text', () => {
    expect(toInbound(seen(), NOW)).toEqual({
      channel: 'wechat',
      conversationId: 'zhangsan',
      senderId: 'zhangsan',
      isGroup: false,
      addressedToBot: true,
      text: '稳岗补贴',
      eventId: 'm1',
      receivedAt: NOW,
    });
  });
  test.each([
    ['Audio', 'voice'],
    ['Image', 'picture'],
    ['Emoticon', 'picture'],
    ['Video', 'picture'],
    ['Attachment', 'file'],
    ['Location', 'location'],
    ['MiniProgram', 'other'],
  ])('%s comes without the text that the platform puts with it', (type, media) => {
    expect(toInbound(seen({ type, text: '<msg></msg>' }), NOW)).toMatchObject({ text: '', media });
  });
  test.each<[string, Partial<Seen>]>([
    ['its own words', { self: true }],
    ['a message of six minutes ago', { at: NOW - 360_000 }],
    ['a 公众号', { fromOfficialAccount: true }],
    ['a recall', { type: 'Recalled' }],
    ["the platform's notes", { type: 'GroupNote' }],
    ['what no puppet can read', { type: 'Unknown' }],
    ['a type that is none', { type: 'constructor' }],
  ])('%s: nothing for the bot', (_name, more) => {
    expect(toInbound(seen(more), NOW)).toBeNull();
  });
});

describe('in a room', () => {
  const names = ['惠企助手', '惠企', '惠企助手（南昌）'];
  test.each<[string, boolean, boolean, string]>([
    // [said, the platform says so, to the bot, text]
    ['@惠企助手\u2005稳岗补贴', true, true, '稳岗补贴'],
    ['@惠企助手 稳岗补贴', false, true, '稳岗补贴'],
    ['＠惠企助手 稳岗补贴', false, true, '稳岗补贴'],
    ['@惠企助手（南昌）\u2005稳岗补贴', false, true, '稳岗补贴'],
    ['@惠企 稳岗补贴', false, true, '稳岗补贴'],
    ['稳岗补贴 @惠企助手', true, true, '稳岗补贴'],
    ['稳岗补贴 @惠企助手', false, false, '稳岗补贴 @惠企助手'],
    ['@惠企助手2 你好', false, false, '@惠企助手2 你好'],
    ['@别的名字\u2005稳岗补贴', true, true, '稳岗补贴'],
    ['@李四\u2005稳岗补贴', false, false, '@李四\u2005稳岗补贴'],
    ['问问 @惠企助手\u2005@李四\u2005的事', true, true, '问问  @李四\u2005的事'],
    ['大家好', false, false, '大家好'],
    ['@惠企助手', false, true, ''],
  ])('%j (%s)', (said, mentioned, toBot, text) => {
    expect(readAddress(said, mentioned, names)).toEqual({ toBot, text });
  });

  test('named, and nothing else: help', () => {
    const room = { id: 'room@chatroom', mentioned: true, names };
    expect(toInbound(seen({ text: '@惠企助手', room }), NOW)).toMatchObject({
      conversationId: 'room@chatroom',
      senderId: 'zhangsan',
      isGroup: true,
      addressedToBot: true,
      text: '帮助',
    });
  });

  test('a name full of special characters is a name', () => {
    for (const name of ['a.b*c', '(惠企)', '[惠]$^', 'a\\d', '惠-企', '{2}'])
      expect(readAddress(`@${name} 好`, false, [name])).toEqual({ toBot: true, text: '好' });
  });
});

test('1,000 random payloads: read or refused, never thrown at', () => {
  const anything = fc.record(
    {
      id: fc.oneof(fc.string(), fc.integer()),
      type: fc.oneof(fc.constantFrom('Text', 'Audio', 'constructor', '__proto__'), fc.jsonValue()),
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.constant(null)),
      at: fc.oneof(fc.constant(NOW), fc.double()),
      talkerId: fc.string(),
      fromOfficialAccount: fc.boolean(),
      self: fc.boolean(),
      room: fc.oneof(
        fc.constant(null),
        fc.record({
          id: fc.string(),
          mentioned: fc.boolean(),
          names: fc.array(fc.string({ unit: 'binary' })),
        }),
      ),
    },
    { requiredKeys: [] },
  );
  const wellFormed = fc
    .record({ text: fc.string({ unit: 'binary' }), id: fc.string({ minLength: 1 }), self: fc.boolean() })
    .map((more) => seen({ at: NOW, ...more }));
  let read = 0;
  fc.assert(
    fc.property(fc.oneof(anything, wellFormed, fc.jsonValue()), (payload) => {
      const checked = seenSchema.safeParse(payload);
      if (checked.success && toInbound(checked.data, NOW)) read++;
    }),
    { numRuns: 1_000 },
  );
  expect(read).toBeGreaterThan(0);
});

describe('requests to become a friend', () => {
  test.each([
    ['我想问惠企政策', ['惠企'], true],
    ['你好', ['惠企', '政策'], false],
    ['', ['惠企'], false],
    ['', ['全部'], true],
    ['HuiQi 咨询', ['huiqi'], true],
  ])('%j by %j: %s', (hello, keywords, accepted) => {
    expect(acceptsGreeting(hello, keywords)).toBe(accepted);
  });
});

const ASK = '请在浏览器里打开这个网址，用作机器人的微信号扫一扫里面的二维码，再在手机上点“登录”：';
test('signing in: a line for every change, none for a repetition', () => {
  const scan = createScanLines((code) => `https://qr/${code}`);
  const [WAITING, SCANNED, CONFIRMED, EXPIRED, CANCELLED] = [2, 3, 4, 5, 1];
  const lines: string[] = [];
  const events: [string, number][] = [
    ['a', WAITING],
    ['a', WAITING],
    ['b', WAITING],
    ['c', EXPIRED],
    ['', SCANNED],
    ['', CANCELLED],
    ['d', WAITING],
    ['', CONFIRMED],
  ];
  for (const [code, status] of events) {
    const line = scan.read(code, status);
    if (line) lines.push(line);
  }
  expect(lines).toEqual([
    `${ASK}https://qr/a`,
    `上一个二维码已过期。${ASK}https://qr/b`,
    `上一个二维码已过期。${ASK}https://qr/c`,
    '已扫码，请在手机上点“登录”。',
    '手机上取消了登录，请重新扫码。',
    `上一个二维码已过期。${ASK}https://qr/d`,
    '手机已确认，正在登录微信。',
  ]);
  scan.signedIn();
  expect(scan.read('e', WAITING)).toBe(`${ASK}https://qr/e`);
});
