import { describe, expect, test } from 'vitest';
import { toInbound } from '../../../bots/official-account/inbound.ts';
import { callbackSchema } from '../../../bots/official-account/payload.ts';
import { readFlatXml } from '../../../bots/official-account/xml.ts';
import { type Fields, textMessage, xml } from '../../support/official-account-stub.ts';
import { OPEN_ID } from './world.ts';

/** By way of the wire. */
const inbound = (fields: Fields) =>
  toInbound(callbackSchema.parse(Object.fromEntries(readFlatXml(xml(fields)) ?? [])), 1_000);

const event = (kind: string, more: Fields = {}): Fields => ({
  ToUserName: 'gh_7f083739789a',
  FromUserName: OPEN_ID,
  CreateTime: 1_668_912_345,
  MsgType: 'event',
  Event: kind,
  ...more,
});

test('a text', () => {
  expect(inbound(textMessage(' 稳岗补贴 ', { MsgId: '23456' }))).toEqual({
    channel: 'official-account',
    conversationId: OPEN_ID,
    senderId: OPEN_ID,
    isGroup: false,
    addressedToBot: true,
    text: '稳岗补贴',
    eventId: 'm23456',
    receivedAt: 1_000,
  });
});

describe('what is no text', () => {
  test.each([
    ['voice', 'voice'],
    ['image', 'picture'],
    ['video', 'picture'],
    ['shortvideo', 'picture'],
    ['location', 'location'],
    ['link', 'other'],
    ['constructor', 'other'],
  ])('%s', (MsgType, media) => {
    expect(inbound(textMessage('', { MsgType }))).toMatchObject({ text: '', media });
  });

  test('a voice that the platform has recognised is a text', () => {
    const voice = textMessage('', { MsgType: 'voice', Recognition: '稳岗补贴怎么申请。' });
    expect(inbound(voice)).toMatchObject({ text: '稳岗补贴怎么申请。' });
    expect(inbound(voice)?.media).toBeUndefined();
  });

  test("the platform's stand-in for what it does not pass on", () => {
    const message = textMessage('【收到不支持的消息类型，暂无法显示】');
    expect(inbound(message)).toMatchObject({ text: '', media: 'other' });
  });
});

describe('events', () => {
  test('whoever follows the account is greeted', () => {
    expect(inbound(event('subscribe', { EventKey: '' }))).toMatchObject({
      text: '帮助',
      eventId: `e${OPEN_ID}:1668912345:subscribe`,
    });
  });
  test("a key of the menu says what the account's owner wrote", () => {
    expect(inbound(event('CLICK', { EventKey: '我的提醒' }))).toMatchObject({ text: '我的提醒' });
  });
  test.each(['unsubscribe', 'VIEW', 'SCAN', 'LOCATION', 'TEMPLATESENDJOBFINISH', 'constructor', '__proto__'])(
    '%s is nothing for the bot',
    (kind) => {
      expect(inbound(event(kind))).toBeNull();
    },
  );
});
