import { describe, expect, test } from 'vitest';
import { fromEvent, toInbound } from '../../../bots/wecom/inbound.ts';
import { eventFrame, messageFrame } from '../../../bots/wecom/payload.ts';
import { groupMessage, privateMessage } from '../../support/wecom-stub.ts';

const read = (body: Record<string, unknown>) =>
  toInbound(messageFrame.parse({ headers: { req_id: 'r' }, body }), 1_000);

test('a private text', () => {
  expect(read(privateMessage(' 稳岗补贴 ', { msgid: 'm1' }))).toEqual({
    channel: 'wecom',
    conversationId: 'zhangsan',
    senderId: 'zhangsan',
    isGroup: false,
    addressedToBot: true,
    text: '稳岗补贴',
    eventId: 'm1',
    receivedAt: 1_000,
  });
});

describe('the name in a group', () => {
  test.each([
    ['@惠企助手 稳岗补贴', true, '稳岗补贴'],
    ['@惠企助手\u2005稳岗补贴', true, '稳岗补贴'],
    ['稳岗补贴 @惠企助手', true, '稳岗补贴'],
    ['@惠企助手 问 @李四 的企业', true, '问 @李四 的企业'],
    ['@惠企助手', true, '帮助'],
    ['稳岗补贴', false, '稳岗补贴'],
  ])('%j', (text, addressedToBot, expected) => {
    expect(read(groupMessage(text))).toMatchObject({
      conversationId: 'wrGROUP',
      senderId: 'zhangsan',
      isGroup: true,
      addressedToBot,
      text: expected,
    });
  });
  test('in private an @ is part of the text', () => {
    expect(read(privateMessage('@李四 怎么算'))).toMatchObject({ text: '@李四 怎么算' });
  });
});

describe('what is no plain text', () => {
  test('a voice comes as its words', () => {
    const voice = read(privateMessage('', { msgtype: 'voice', voice: { content: '稳岗补贴怎么申请' } }));
    expect(voice.text).toBe('稳岗补贴怎么申请');
    expect(voice.media).toBeUndefined();
  });
  test('text and pictures together come as the text', () => {
    const items = [
      { msgtype: 'text', text: { content: '这个' } },
      { msgtype: 'image', image: { url: 'u' } },
      { msgtype: 'text', text: { content: '怎么申请' } },
    ];
    const mixed = read(privateMessage('', { msgtype: 'mixed', mixed: { msg_item: items } }));
    expect(mixed.text).toBe('这个\n怎么申请');
    expect(mixed.media).toBeUndefined();
  });
  test.each([
    ['voice', { voice: { content: ' ' } }, 'voice'],
    ['image', { image: { url: 'u' } }, 'picture'],
    ['mixed', { mixed: { msg_item: [{ msgtype: 'image' }] } }, 'picture'],
    ['video', {}, 'picture'],
    ['file', { file: { url: 'u' } }, 'file'],
    ['constructor', {}, 'other'],
  ])('%s', (msgtype, more, media) => {
    expect(read(privateMessage('', { msgtype, text: undefined, ...more }))).toMatchObject({
      text: '',
      media,
    });
  });
});

test('opening the chat asks for help; other events ask for nothing', () => {
  const event = (eventtype: string, more = {}) =>
    fromEvent(
      eventFrame.parse({
        headers: { req_id: 'r' },
        body: { msgid: 'e1', from: { userid: 'zhangsan' }, msgtype: 'event', event: { eventtype }, ...more },
      }),
      1_000,
    );
  expect(event('enter_chat')).toMatchObject({ text: '帮助', conversationId: 'zhangsan', eventId: 'e1' });
  expect(event('feedback_event')).toBeNull();
  expect(event('enter_chat', { chattype: 'group', chatid: 'wrGROUP' })).toBeNull();
});
