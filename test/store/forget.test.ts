/** 忘记我 leaves no bytes behind: neither in the file nor in the log beside it, while the bot runs and after it has ended. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { subjectOfChat } from '../../src/contract/index.ts';
import { type Exchange, openStore, type Store } from '../../src/store/index.ts';

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

const line: Pick<
  Exchange,
  'channel' | 'conversationId' | 'senderId' | 'isGroup' | 'about' | 'place' | 'outcome' | 'verdict'
> = {
  ...chat,
  senderId: OPENID,
  isGroup: false,
  about: null,
  place: null,
  outcome: 'answered',
  verdict: null,
};

it('nor of a talk that an officer took over, what was said in it, and whom the audit names', async () => {
  const told = `${COMPANY}，我们打${PHONE}找您`;
  const entry = { at: 2, by: '王芳', before: null, comment: null };
  await store.transaction(async ({ conversations, exchanges, audit, tickets }) => {
    await conversations.save(chat, OPENID, '{}', null, 1);
    await exchanges.add({
      ...line,
      id: 'a',
      at: 1,
      text: `我是${COMPANY}`,
      reply: '您好',
      by: null,
    });
    await exchanges.takeOver(chat, '王芳', 2);
    await exchanges.add({ ...line, id: 'b', at: 3, text: '', reply: told, by: '王芳' });
    await audit.add({ ...entry, action: 'talk.take', subject: subjectOfChat(chat), after: null });
    const id = await tickets.open({
      ...chat,
      senderId: OPENID,
      question: told,
      about: null,
      department: null,
      known: '',
      openedAt: 1,
    });
    await audit.add({ ...entry, action: 'ticket.answer', subject: id, after: told });
  });
  expect(found()).toEqual([PHONE, COMPANY, OPENID]);
  // The talk is older than its texts are kept.
  await store.transaction(({ exchanges }) => exchanges.dropTexts(Number.MAX_SAFE_INTEGER));

  await store.transaction((records) => records.forget({ channel: chat.channel, senderId: OPENID }));
  expect(found()).toEqual([]);
  await store.transaction(async ({ audit, exchanges }) => {
    expect(await exchanges.takeovers()).toEqual([]);
    expect((await audit.list({ limit: 9 })).map(({ action, by }) => [action, by])).toEqual([
      ['ticket.answer', '王芳'],
      ['talk.take', '王芳'],
    ]);
  });
});

it('an officer’s line goes with the texts of its talk', async () => {
  await store.transaction(async ({ exchanges }) => {
    await exchanges.add({
      ...line,
      id: 'c',
      at: 1,
      text: '',
      reply: `${COMPANY}：${PHONE}`,
      by: '王芳',
    });
    await exchanges.dropTexts(2);
    expect(await exchanges.ofChat(chat, 9)).toEqual([]);
  });
});
