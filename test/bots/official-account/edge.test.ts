import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel, InboundMessage, SendOutcome } from '../../../bots/channel.ts';
import {
  ACCOUNT,
  addressCheck,
  callback,
  encrypt,
  type Fields,
  type Posting,
  sha1,
  shownIn,
  startWeChatApiStub,
  textMessage,
  type WeChatApiStub,
  xml,
} from '../../support/official-account-stub.ts';
import { type SimulatedTiming, simulatedTiming } from '../../support/simulated-timing.ts';
import { channelOn, handleOf, OPEN_ID, secureSettings, settingsFor, tools } from './world.ts';

let stub: WeChatApiStub;
let timing: SimulatedTiming;
let channel: Channel;
let received: InboundMessage[];
/** What becomes of a message handed on. */
let storing: () => Promise<'stored' | 'duplicate' | 'refused'>;

beforeEach(async () => {
  stub = await startWeChatApiStub();
  received = [];
  storing = async () => 'stored';
  await open('plain');
});
afterEach(async () => {
  await channel.close?.();
  await stub.close();
});

async function open(mode: 'plain' | 'secure'): Promise<void> {
  timing = simulatedTiming(Date.now());
  channel = channelOn(stub, mode === 'secure' ? secureSettings() : settingsFor(), { ...tools, timing });
  await channel.start(async (message) => {
    received.push(message);
    return storing();
  });
}

/** The simulated clock stands at the start of the test: so do the signatures. */
const at = (posting: Posting = {}): Posting => ({ timestamp: Math.floor(timing.now() / 1_000), ...posting });
const post = (message: Fields | string, posting: Posting = {}) =>
  handleOf(channel)(callback(message, at(posting)));
const status = async (response: Promise<Response>) => (await response).status;
const reply = (message: InboundMessage | undefined, text: string): Promise<SendOutcome> =>
  channel.send(message?.conversationId ?? '', { text, choices: [], inReplyTo: message?.eventId ?? '' });
const text = (content: string, more: Fields = {}) => textMessage(content, more);
/** Lets what is under way get on without time passing. */
const settle = () => timing.advance(0);

describe('the address is checked', () => {
  test.each(['plain', 'secure'] as const)('in %s mode the echo comes back as it is', async (mode) => {
    await open(mode);
    const response = await handleOf(channel)(addressCheck('5940214123', at()));
    expect([response.status, await response.text()]).toEqual([200, '5940214123']);
  });

  test('a wrong, missing or old signature gets nothing back', async () => {
    const check = (posting: Posting) => handleOf(channel)(addressCheck('<script>', at(posting)));
    expect(await status(check({ signature: 'f'.repeat(40) }))).toBe(403);
    expect(await status(check({ signature: null }))).toBe(401);
    expect(await status(check({ timestamp: 1_409_659_589 }))).toBe(403);
    expect(await (await check({ signature: '' })).text()).toBe('');
  });
});

describe.each(['plain', 'secure'] as const)('who may post, in %s mode', (mode) => {
  const secure = mode === 'secure';
  beforeEach(() => open(mode));

  const refused: [string, Posting, number][] = [
    ['without a signature', { signature: null }, 401],
    ['with an empty one', { signature: '' }, 401],
    ['with a forged one', { signature: 'a'.repeat(40) }, 403],
    ['with one of another token', { signature: sha1('other', '1', '2') }, 403],
  ];
  test.each(refused)('%s: refused', async (_name, posting, expected) => {
    expect(await status(post(text('你好'), { secure, ...posting }))).toBe(expected);
    expect(received).toEqual([]);
  });

  test.each([-301, 301, -86_400])('a signature of %i s from now is refused', async (offset) => {
    const timestamp = Math.floor(timing.now() / 1_000) + offset;
    expect(await status(post(text('你好'), { secure, timestamp }))).toBe(403);
    expect(received).toEqual([]);
  });

  test('the same request once more is not handed on as another message', async () => {
    storing = async () => (received.length === 1 ? 'stored' : 'duplicate');
    const message = text('你好');
    const first = post(message, { secure, nonce: '77' });
    await settle();
    await reply(received[0], '您好');
    expect(await shownIn(await first)).toBe('您好');
    const second = await post(message, { secure, nonce: '77' });
    expect(await second.text()).toBe('success');
    expect(new Set(received.map(({ eventId }) => eventId)).size).toBe(1);
  });

  test('replayed after five minutes it is refused at the door', async () => {
    const replay = at({ secure, nonce: '78' });
    storing = async () => 'duplicate';
    await post(text('你好'), replay);
    await timing.advance(301_000);
    expect(await status(handleOf(channel)(callback(text('你好'), replay)))).toBe(403);
  });
});

test('plain mode: a signature that came with one message is no good for another', async () => {
  storing = async () => 'refused';
  await post(text('你好'), { nonce: '79' });
  expect(await status(post(text('删除我的资料'), { nonce: '79' }))).toBe(403);
  expect(received).toHaveLength(1);
});

describe('secure mode', () => {
  beforeEach(() => open('secure'));

  const signed = (encrypted: string): Request => {
    const [timestamp, nonce] = [String(Math.floor(timing.now() / 1_000)), '80'];
    const signature = sha1(ACCOUNT.token, timestamp, nonce, encrypted);
    const query = new URLSearchParams({ timestamp, nonce, msg_signature: signature, encrypt_type: 'aes' });
    query.set('signature', sha1(ACCOUNT.token, timestamp, nonce));
    const body = `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
    return new Request(`http://huiqi.example/?${query}`, { method: 'POST', body });
  };

  test('a message is read and answered encrypted', async () => {
    const response = post(text('稳岗补贴'), { secure: true });
    await settle();
    expect(received[0]?.text).toBe('稳岗补贴');
    await reply(received[0], '最高 5 万元。]]>');
    const body = await (await response).clone().text();
    expect(body).not.toContain('万元');
    const field = (name: string) =>
      new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`, 'su').exec(body)?.[1] ?? '';
    expect(field('MsgSignature')).toBe(
      sha1(ACCOUNT.token, field('TimeStamp'), field('Nonce'), field('Encrypt')),
    );
    expect(await shownIn(await response)).toBe('最高 5 万元。]]>');
  });

  test('a plain message is refused, signed or not', async () => {
    expect(await status(post(text('你好')))).toBe(403);
    expect(await status(post('<xml></xml>'))).toBe(403);
    expect(received).toEqual([]);
  });

  test('a tampered block is refused by its signature', async () => {
    const encrypted = encrypt(xml(text('你好')));
    const original = signed(encrypted);
    const body = `<xml><Encrypt><![CDATA[${encrypted.slice(0, 40)}A${encrypted.slice(41)}]]></Encrypt></xml>`;
    const tampered = new Request(original.url, { method: 'POST', body });
    expect(await status(handleOf(channel)(tampered))).toBe(403);
  });

  test.each([
    ['a message for another account', () => encrypt(xml(text('你好')), { appId: 'wx0000000000000000' })],
    ['a wrong padding', () => encrypt(xml(text('你好')), { padding: 0 })],
    ['rubbish', () => Buffer.alloc(64, 7).toString('base64')],
    ['nothing', () => ''],
  ])('%s is refused, though signed', async (_name, make) => {
    expect(await status(handleOf(channel)(signed(make())))).toBe(403);
    expect(received).toEqual([]);
  });
});

describe('the answer goes into its own request', () => {
  test('in time: in the response, and not as 客服消息', async () => {
    const response = post(text('你好'));
    await timing.advance(4_400);
    expect(await reply(received[0], '您好')).toEqual({ kind: 'sent' });
    expect(await shownIn(await response)).toBe('您好');
    expect(stub.sent).toEqual([]);
  });

  test('late: "success" before the platform hangs up, then as 客服消息', async () => {
    const response = post(text('你好'));
    await timing.advance(4_501);
    expect(await (await response).text()).toBe('success');
    expect(await reply(received[0], '您好')).toEqual({ kind: 'sent' });
    expect(stub.sent).toEqual([{ openId: OPEN_ID, text: '您好' }]);
  });

  test('a slow answer never reaches the next message', async () => {
    const first = post(text('慢'));
    await timing.advance(4_501);
    await first;
    const second = post(text('快'));
    await settle();
    await reply(received[0], '慢的答案');
    await reply(received[1], '快的答案');
    expect(await shownIn(await second)).toBe('快的答案');
    expect(stub.sent).toEqual([{ openId: OPEN_ID, text: '慢的答案' }]);
  });

  test('a reminder does not go into a request that waits for an answer', async () => {
    const response = post(text('你好'));
    await settle();
    await channel.send(OPEN_ID, { text: '提醒', choices: [] });
    await reply(received[0], '您好');
    expect(await shownIn(await response)).toBe('您好');
    expect(stub.sent).toEqual([{ openId: OPEN_ID, text: '提醒' }]);
  });

  test('the second part of a long answer follows as 客服消息', async () => {
    const response = post(text('全部'));
    await settle();
    await reply(received[0], '第一段');
    await reply(received[0], '第二段');
    expect(await shownIn(await response)).toBe('第一段');
    expect(stub.sent).toEqual([{ openId: OPEN_ID, text: '第二段' }]);
  });

  test('the platform has hung up: 客服消息', async () => {
    const hangUp = new AbortController();
    const response = post(text('你好'), { signal: hangUp.signal });
    await settle();
    hangUp.abort();
    await response;
    await reply(received[0], '您好');
    expect(stub.sent).toHaveLength(1);
  });

  test('repeated while the first request waits: the repetition is acknowledged, the answer is shown once', async () => {
    storing = async () => (received.length === 1 ? 'stored' : 'duplicate');
    const message = text('你好');
    const [first, second] = [post(message), post(message)];
    expect(await (await second).text()).toBe('success');
    await reply(received[0], '您好');
    expect(await shownIn(await first)).toBe('您好');
    expect(stub.sent).toEqual([]);
  });

  test('a duplicate and a refused message are acknowledged at once', async () => {
    storing = async () => 'refused';
    expect(await (await post(text('你好'))).text()).toBe('success');
    storing = async () => 'duplicate';
    expect(await (await post(text('你好'))).text()).toBe('success');
  });

  test('what could not be stored is not acknowledged, so that it comes again', async () => {
    storing = () => Promise.reject(new Error('disk full'));
    expect(await status(post(text('你好')))).toBe(503);
    await channel.stop();
    expect(await status(post(text('你好')))).toBe(503);
  });

  test('stopped: a waiting request still gets its answer until the channel closes', async () => {
    const [first, second] = [post(text('一')), post(text('二'))];
    await settle();
    await channel.stop();
    await reply(received[0], '答一');
    expect(await shownIn(await first)).toBe('答一');
    await channel.close?.();
    expect(await (await second).text()).toBe('success');
  });
});

test('1,000 random posts, signed and not, plain and encrypted: always an answer', {
  timeout: 60_000,
}, async () => {
  storing = async () => 'refused';
  const field = fc.tuple(
    fc.constantFrom(
      'ToUserName',
      'FromUserName',
      'CreateTime',
      'MsgType',
      'Event',
      'MsgId',
      'Content',
      'Encrypt',
      '__proto__',
    ),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('event', 'text', '1', 'constructor', '__proto__'),
    ),
  );
  const body = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.json(),
    fc.constantFrom('', 'null', '{}', '[]', '<xml>', '<xml></xml>', '<xml><Encrypt></Encrypt></xml>'),
    fc
      .array(field, { maxLength: 9 })
      .map((fields) => `<xml>${fields.map(([k, v]) => `<${k}><![CDATA[${v}]]></${k}>`).join('')}</xml>`),
    fc.array(field, { maxLength: 4 }).map((fields) => xml(text('好', Object.fromEntries(fields)))),
  );
  const statuses = new Set<number>();
  for (const mode of ['plain', 'secure'] as const) {
    await open(mode);
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), fc.boolean(), async (raw, rightly, encrypted) => {
        const posting = at({ secure: encrypted, ...(rightly ? {} : { signature: 'forged' }) });
        const response = await handleOf(channel)(callback(raw, posting));
        statuses.add(response.status);
        expect([200, 400, 401, 403]).toContain(response.status);
        if (!rightly) expect([401, 403]).toContain(response.status);
      }),
      { numRuns: 1_000 },
    );
  }
  expect([...statuses].sort()).toEqual([200, 400, 401, 403]);
});

describe('odd requests', () => {
  test('a body over 64 KB gets 413', async () => {
    expect(await status(post('x'.repeat(65_537)))).toBe(413);
  });
  test('a body that is not signed is not read, however long it is', async () => {
    expect(await status(post('x'.repeat(1_048_577), { signature: null }))).toBe(401);
  });
  test('another method gets 405', async () => {
    expect(await status(handleOf(channel)(new Request('http://huiqi.example/', { method: 'PUT' })))).toBe(
      405,
    );
  });
  test('a text of 20,000 characters, ten times what the platform lets through, is handed on', async () => {
    storing = async () => 'refused';
    expect(await status(post(text('长'.repeat(20_000))))).toBe(200);
    expect(received[0]?.text).toHaveLength(20_000);
  });
});
