import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { silentLog } from '../../../bots/log.ts';
import { createBotApi } from '../../../bots/telegram/client.ts';
import { createKeyboards } from '../../../bots/telegram/keyboard.ts';
import { createMovedGroups } from '../../../bots/telegram/moved-groups.ts';
import { createSender } from '../../../bots/telegram/sending.ts';
import type { Card } from '../../../src/contract/index.ts';
import { type BotApiStub, type Fault, startBotApiStub } from '../../support/bot-api-stub.ts';
import { settingsFor } from './world.ts';

let stub: BotApiStub;
beforeEach(async () => {
  stub = await startBotApiStub();
});
afterEach(() => stub.close());

const sender = () =>
  createSender(createBotApi(settingsFor(stub)), createKeyboards(), createMovedGroups(undefined, silentLog));
const text = (words: string) => ({ text: words, choices: [] });

describe('what became of a message', () => {
  const faults: [string, Fault, Record<string, unknown>, number][] = [
    [
      '429',
      { kind: 'retry-after', seconds: 2 },
      { kind: 'rejected', retryAfterMs: 2_000, permanent: false },
      0,
    ],
    [
      '403',
      { kind: 'status', code: 403, description: 'Forbidden: bot was blocked by the user' },
      { kind: 'rejected', permanent: true },
      0,
    ],
    [
      '400',
      { kind: 'status', code: 400, description: 'Bad Request: chat not found' },
      { kind: 'rejected', permanent: true },
      0,
    ],
    [
      '503',
      { kind: 'status', code: 503, description: 'Service Unavailable' },
      { kind: 'rejected', permanent: false },
      0,
    ],
    [
      '502 may have been done',
      { kind: 'status', code: 502, description: 'Bad Gateway' },
      { kind: 'unknown' },
      0,
    ],
    ['HTML of a proxy', { kind: 'html' }, { kind: 'unknown' }, 0],
    ['cut before', { kind: 'reset' }, { kind: 'unknown' }, 0],
    ['cut after: it was sent', { kind: 'reset-after' }, { kind: 'unknown' }, 1],
  ];
  test.each(faults)('%s', async (_name, fault, outcome, shown) => {
    stub.fail('sendMessage', fault);
    expect(await sender()('42', text('你好'))).toMatchObject(outcome);
    expect(stub.shown).toHaveLength(shown);
  });

  test('nobody listens: nothing was sent, so it may be tried again', async () => {
    const send = sender();
    await stub.close();
    expect(await send('42', text('你好'))).toMatchObject({ kind: 'rejected', permanent: false });
  });

  test('too long for Telegram', async () => {
    expect(await sender()('42', text('𠀀'.repeat(4_096)))).toMatchObject({
      kind: 'sent',
      platformMessageId: '1',
    });
    expect(await sender()('42', text('𠀀'.repeat(4_097)))).toMatchObject({
      kind: 'rejected',
      permanent: true,
    });
  });
});

describe('a menu is replaced, not piled up', () => {
  const menu = (words: string) => ({ text: words, choices: [{ id: 'a', label: '甲' }], menu: true });

  test('the answer takes its place', async () => {
    const send = sender();
    const first = await send('42', menu('选一个'));
    const replaces = first.kind === 'sent' ? (first.platformMessageId ?? '') : '';
    expect(await send('42', { ...text('选的是甲'), replaces })).toMatchObject({ kind: 'sent' });
    expect(stub.shown).toMatchObject([{ text: '选的是甲', buttons: [], edited: 1 }]);
    expect(await send('42', { ...text('选的是甲'), replaces })).toMatchObject({ kind: 'sent' });
  });

  test('one that is gone is followed by a new message', async () => {
    expect(await sender()('42', { ...text('选的是甲'), replaces: '999' })).toMatchObject({ kind: 'sent' });
    expect(stub.textsIn(42)).toEqual(['选的是甲']);
  });
});

test('an answer to a topic of a forum goes there', async () => {
  await sender()('-100:7', text('你好'));
  expect(stub.shown[0]).toMatchObject({ chatId: -100, threadId: 7 });
});

test('a group that has become a supergroup: sent to its new id, which is remembered', async () => {
  const send = sender();
  stub.fail('sendMessage', {
    kind: 'status',
    code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: -1_001_234 },
  });
  expect(await send('-100', text('一'))).toMatchObject({ kind: 'sent' });
  expect(await send('-100', text('二'))).toMatchObject({ kind: 'sent' });
  expect(stub.textsIn(-1_001_234)).toEqual(['一', '二']);
  expect(stub.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(3);
});

test('a verdict stands out in bold, and nothing said can be taken for markup', async () => {
  const card = { verdict: 'ineligible', covers: ['不符合：少于 <300> 人。'], actions: [] } as unknown as Card;
  const details = { about: null, asks: null, verdict: null, amountYuan: null, effects: [], card };
  await sender()('42', { text: '已改为290人 & 更正。\n不符合：少于 <300> 人。', choices: [], details });
  expect(stub.calls.findLast(({ method }) => method === 'sendMessage')?.parameters).toMatchObject({
    text: '已改为290人 &amp; 更正。\n<b>不符合：少于 &lt;300&gt; 人。</b>',
    parse_mode: 'HTML',
  });
});
