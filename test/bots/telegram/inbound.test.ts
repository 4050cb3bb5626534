import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toInbound } from '../../../bots/telegram/inbound.ts';
import { createKeyboards } from '../../../bots/telegram/keyboard.ts';
import { updateSchema } from '../../../bots/telegram/payload.ts';
import { BOT } from '../../support/bot-api-stub.ts';

const keyboards = createKeyboards();
const read = (update: Record<string, unknown>) =>
  toInbound(updateSchema.parse({ update_id: 9, ...update }), BOT, keyboards, 1_000);

const from = { id: 42, is_bot: false };
const inPrivate = (more: Record<string, unknown>) => ({
  message: { message_id: 1, from, chat: { id: 42, type: 'private' }, ...more },
});
const inGroup = (more: Record<string, unknown>) => ({
  message: { message_id: 1, from, chat: { id: -100, type: 'supergroup' }, ...more },
});
const entity = (type: string, offset: number, length: number, more = {}) => ({
  entities: [{ type, offset, length, ...more }],
});

test('a private text', () => {
  expect(read(inPrivate({ text: ' 稳岗补贴 ' }))).toEqual({
    channel: 'telegram',
    conversationId: '42',
    senderId: '42',
    isGroup: false,
    addressedToBot: true,
    text: '稳岗补贴',
    eventId: 'u9',
    receivedAt: 1_000,
  });
});

test.each([
  ['the message answered', { reply_to_message: { text: '每天在岗多少人？' } }, '290人', '每天在岗多少人？'],
  ['its marked part', { reply_to_message: { text: '甲乙丙' }, quote: { text: '乙' } }, '290人', '乙'],
  ['a text passed on', { forward_origin: { type: 'user' } }, '', '290人'],
])('%s comes apart from what is said', (_name, more, text, quoted) => {
  expect(read(inPrivate({ text: '290人', ...more }))).toMatchObject({ text, quoted });
});

describe('commands say the same as words', () => {
  test.each([
    ['/start', '帮助'],
    ['/start from_poster', '帮助 from_poster'],
    ['/help', '帮助'],
    ['/me', '我的资料'],
    ['/reminders', '我的提醒'],
    ['/forget', '忘记我'],
    ['/HELP@huiqi_bot', '帮助'],
    ['/unknown', 'unknown'],
  ])('%s', (text, expected) => {
    const length = text.split(' ')[0]?.length ?? 0;
    expect(read(inPrivate({ text, ...entity('bot_command', 0, length) }))?.text).toBe(expected);
  });
});

describe('a group is answered only when addressed', () => {
  test.each([
    ['not named', { text: '大家好' }, false, '大家好'],
    ['named', { text: '@huiqi_bot 稳岗补贴', ...entity('mention', 0, 10) }, true, '稳岗补贴'],
    ['named in another case', { text: '@HuiQi_Bot 你好', ...entity('mention', 0, 10) }, true, '你好'],
    ['named after an emoji', { text: '👍 @huiqi_bot 好', ...entity('mention', 3, 10) }, true, '👍 好'],
    ['another is named', { text: '@other_bot 你好', ...entity('mention', 0, 10) }, false, '@other_bot 你好'],
    ['the name without Telegram marking it', { text: 'x@huiqi_bot.cn' }, false, 'x@huiqi_bot.cn'],
    [
      'named without a user name',
      { text: '惠企 你好', ...entity('text_mention', 0, 2, { user: { id: BOT.id } }) },
      true,
      '你好',
    ],
    ['an answer to the bot', { text: '要几天？', reply_to_message: { from: BOT } }, true, '要几天？'],
    ['an answer to somebody else', { text: '好', reply_to_message: { from } }, false, '好'],
    ['a command', { text: '/me', ...entity('bot_command', 0, 3) }, true, '我的资料'],
    [
      'a command for another bot',
      { text: '/me@other_bot', ...entity('bot_command', 0, 13) },
      false,
      '/me@other_bot',
    ],
    ['its name alone', { text: '@huiqi_bot', ...entity('mention', 0, 10) }, true, '帮助'],
  ])('%s', (_name, message, addressedToBot, text) => {
    expect(read(inGroup(message))).toMatchObject({ isGroup: true, addressedToBot, text });
  });
});

describe('what is not text', () => {
  test.each([
    ['voice', { voice: {} }, 'voice'],
    ['photo', { photo: [{}] }, 'picture'],
    ['sticker', { sticker: {} }, 'picture'],
    ['document', { document: {} }, 'file'],
    ['venue, which bears a location too', { venue: {}, location: {} }, 'location'],
    ['contact', { contact: {} }, 'other'],
  ])('%s', (_name, message, media) => {
    expect(read(inPrivate(message))).toMatchObject({ media, text: '' });
  });

  test('a picture with a question under it', () => {
    expect(read(inPrivate({ photo: [{}], caption: '这个能领吗' }))).toMatchObject({
      media: 'picture',
      text: '这个能领吗',
    });
  });

  test.each([
    ['somebody joined', inGroup({ new_chat_members: [{ id: 1 }] })],
    ['another bot', inGroup({ from: { id: 1, is_bot: true }, text: 'spam' })],
    [
      'a channel post',
      {
        message: {
          message_id: 1,
          chat: { id: -5, type: 'channel' },
          sender_chat: { id: -5, type: 'channel' },
          text: 'x',
        },
      },
    ],
    ['an edit', { edited_message: { message_id: 1 } }],
    ['a press without data', { callback_query: { id: '1', from } }],
  ])('%s is nothing for the bot', (_name, update) => {
    expect(read(update)).toBeNull();
  });
});

test('a topic of a forum is a chat of its own', () => {
  const topic = { message_thread_id: 7, is_topic_message: true, text: '/me', ...entity('bot_command', 0, 3) };
  expect(read(inGroup(topic))?.conversationId).toBe('-100:7');
});

test('an anonymous administrator speaks as the group', () => {
  const message = {
    from: { id: 1_087_968_824, is_bot: true },
    sender_chat: { id: -100, type: 'supergroup' },
    text: '好',
  };
  expect(read(inGroup(message))?.senderId).toBe('-100');
});

test('1,000 random updates: read or refused, never a throw', () => {
  const leaf = fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.boolean());
  const chat = fc.record({
    id: fc.integer(),
    type: fc.constantFrom('private', 'group', 'supergroup', 'channel'),
  });
  const entities = fc.array(
    fc.record({
      type: fc.constantFrom('mention', 'bot_command', 'text_mention', 'url'),
      offset: fc.nat(50),
      length: fc.nat(50),
    }),
    { maxLength: 4 },
  );
  const message = fc.record(
    {
      message_id: fc.integer(),
      chat,
      from: fc.record({ id: fc.integer() }),
      text: fc.string(),
      caption: fc.string(),
      entities,
      voice: leaf,
    },
    { requiredKeys: ['message_id', 'chat'] },
  );
  const press = fc.record(
    {
      id: fc.string(),
      from: fc.record({ id: fc.integer() }),
      data: fc.string(),
      message: fc.record({ message_id: fc.integer(), chat }),
    },
    { requiredKeys: ['id', 'from'] },
  );
  const update = fc.oneof(
    fc.record({ update_id: fc.nat(), message }),
    fc.record({ update_id: fc.nat(), callback_query: press }),
    fc.record({ update_id: fc.nat(), message: fc.jsonValue() }),
  );
  fc.assert(
    fc.property(update, (one) => {
      const parsed = updateSchema.safeParse(one);
      if (parsed.success) toInbound(parsed.data, BOT, keyboards, 0);
    }),
    { numRuns: 1_000 },
  );
});
