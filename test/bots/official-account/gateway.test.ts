import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGateway } from '../../../bots/gateway/index.ts';
import { partsOf } from '../../../bots/gateway/render.ts';
import { repliedEvent, replyId } from '../../../src/contract/message.ts';
import { openStore } from '../../../src/store/index.ts';
import { callback, shownIn, startWeChatApiStub, textMessage } from '../../support/official-account-stub.ts';
import { stubApp } from '../../support/stub-app.ts';
import { channelOn, handleOf, OPEN_ID } from './world.ts';

test('through the whole gateway: an answer over 4.5 s follows as 客服消息, and never in the next request', {
  timeout: 20_000,
}, async () => {
  const stub = await startWeChatApiStub();
  const store = await openStore({ memory: true });
  const channel = channelOn(stub);
  const app = stubApp(store, async (message) => {
    if (message.text === '慢') await wait(5_000);
    return `答${message.text}`;
  });
  const gateway = createGateway({ store, app, channels: [channel] });
  await gateway.start();
  const post = (text: string) => handleOf(channel)(callback(textMessage(text)));
  try {
    const since = Date.now();
    const slow = post('慢');
    await wait(4_000);
    // The queue of the chat answers it after the slow one: both within the second request's own 4.5 s.
    const quick = post('快');
    expect(await (await slow).text()).toBe('success');
    // The platform would have hung up at 5 s.
    expect(Date.now() - since).toBeLessThan(5_000);
    expect(await shownIn(await quick)).toBe('答快');
    expect(stub.sent).toEqual([{ openId: OPEN_ID, text: '答慢' }]);
  } finally {
    await gateway.stop();
    await store.close();
    await stub.close();
  }
});

test('the key of a reply names the message that it answers', () => {
  for (const eventId of ['m24', 'e:oia2:1668912345:subscribe', 'friend:7'])
    expect(repliedEvent('wechat', replyId({ channel: 'wechat', eventId }, 12))).toBe(eventId);
  expect(repliedEvent('wechat', 'ticket-7')).toBeNull();
  expect(repliedEvent('wechat', 'wecom:m1:0')).toBeNull();
});

test('every part of a long answer names it', () => {
  const message = { text: `${'甲'.repeat(700)}\n${'乙'.repeat(700)}`, choices: [], inReplyTo: 'm24' };
  const parts = partsOf(message, channelOn({ root: '' }).capabilities);
  expect(parts.map(({ inReplyTo }) => inReplyTo)).toEqual(
    ['m24', 'm24', 'm24', 'm24'].slice(0, parts.length),
  );
  expect(parts.length).toBeGreaterThan(1);
});
