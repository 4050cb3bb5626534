/** 忘记我 leaves no bytes behind: neither in the file nor in the log beside it, while the bot runs and after it has ended. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';

const PHONE = '13812345678';
const COMPANY = '青云山陶瓷有限公司';
const OPENID = 'oABCDEFG1234567';
const chat = { channel: 'official-account', conversationId: OPENID };

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiqi-forget-'));
  store = await openStore({ dataDir: folder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function found(): string[] {
  const bytes = ['huiqi.sqlite', 'huiqi.sqlite-wal']
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'latin1'));
  const latin = (text: string) => Buffer.from(text).toString('latin1');
  return [PHONE, COMPANY, OPENID].filter((word) => bytes.some((text) => text.includes(latin(word))));
}

it('of the text, the enterprise, or the id that the platform put into its events', async () => {
  const text = `我是${COMPANY}的，电话${PHONE}`;
  const contact = { channel: chat.channel, senderId: OPENID };
  for (let round = 0; round < 30; round += 1) {
    const eventId = `${OPENID}:${1_655_000_000 + round}`;
    await store.transaction(async (records) => {
      await records.inbound.receive({
        ...chat,
        eventId,
        senderId: OPENID,
        body: text.repeat(20),
        receivedAt: round,
      });
    });
    await store.transaction(async (records) => {
      const state = JSON.stringify({ round, text });
      await records.conversations.save(chat, OPENID, state, round === 0 ? null : round, round);
      await records.profiles.save(contact, COMPANY, JSON.stringify({ note: `${text}${round}` }), round);
      await records.outbox.add({
        ...chat,
        id: eventId,
        senderId: OPENID,
        isGroup: false,
        body: text,
        createdAt: 1,
      });
      await records.shown.add({ ...chat, id: eventId, senderId: OPENID, body: text, at: round });
      await records.inbound.markAnswered(chat.channel, eventId, round);
    });
  }
  const ticket = {
    ...chat,
    senderId: OPENID,
    question: text,
    about: null,
    department: null,
    known: text,
    openedAt: 1,
  };
  await store.transaction((records) => records.tickets.open(ticket));
  expect(found()).toEqual([PHONE, COMPANY, OPENID]);

  await store.transaction((records) => records.forget(contact));
  expect(found()).toEqual([]);
  await store.close();
  expect(found()).toEqual([]);
});
