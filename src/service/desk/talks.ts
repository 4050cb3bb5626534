/** Talks as officers read them; taken over, the bot is silent in that one alone, until it is handed back. */
import { randomUUID } from 'node:crypto';
import { subjectOfChat, UserError } from '../../contract/index.ts';
import type { ChatAddress, Exchange, Records, Store } from '../../store/index.ts';
import { deskWords as words } from '../../words/index.ts';
import { type Actor, note } from '../officers/index.ts';
import { sendTo } from '../send-to.ts';

export interface TalkLine extends ChatAddress {
  last: number;
  /** What the contact said last. */
  text: string;
  takenBy: string | null;
}

const LOOK_BACK_MS = 7 * 86_400_000;
const MOST_ROWS = 2_000;
const MOST_TALKS = 100;
const SHOWN = 100;

/** Those of the last week; taken ones first. */
export const recentTalks = (store: Store): Promise<TalkLine[]> =>
  store.transaction(async ({ exchanges }) => {
    const rows = await exchanges.since(store.now() - LOOK_BACK_MS, { limit: MOST_ROWS });
    const taken = await exchanges.takeovers();
    const talks = new Map<string, TalkLine>();
    for (const { channel, conversationId, at, text } of rows) {
      const key = `${channel}\0${conversationId}`;
      if (conversationId === '' || text === '' || talks.has(key)) continue;
      const by = taken.find((one) => one.channel === channel && one.conversationId === conversationId)?.by;
      talks.set(key, { channel, conversationId, last: at, text, takenBy: by ?? null });
    }
    // One that is taken over stays in the list until it is handed back, however long ago its contact wrote.
    for (const { by, at, ...address } of taken) {
      const key = `${address.channel}\0${address.conversationId}`;
      if (talks.has(key)) continue;
      const asked = (await exchanges.ofChat(address, SHOWN)).findLast(({ text }) => text !== '');
      talks.set(key, { ...address, last: asked?.at ?? at, text: asked?.text ?? '…', takenBy: by });
    }
    return [...talks.values()]
      .sort(
        (one, other) =>
          Number(other.takenBy !== null) - Number(one.takenBy !== null) || other.last - one.last,
      )
      .slice(0, MOST_TALKS);
  });

export const talkOf = (
  store: Store,
  address: ChatAddress,
): Promise<{ takenBy: string | null; exchanges: Exchange[] }> =>
  store.transaction(async ({ exchanges }) => ({
    takenBy: (await exchanges.takenOver(address))?.by ?? null,
    exchanges: await exchanges.ofChat(address, SHOWN),
  }));

/** The contact sees it. Throws UserError where another officer has the talk. */
export const takeOverTalk = (store: Store, address: ChatAddress, actor: Actor): Promise<void> =>
  store.transaction(async (records) => {
    const before = await records.exchanges.takenOver(address);
    if (before && before.by !== actor.name) throw new UserError(words.takenBy(before.by));
    const at = store.now();
    await records.exchanges.takeOver(address, actor.name, at);
    await say(records, address, { text: words.takenOver(actor.name), by: actor.name }, at);
    await note(records, actor, at, { action: 'talk.take', subject: subjectOfChat(address) });
  });

/** Said by the officer who has the talk. */
export const sayInTalk = (
  store: Store,
  { text, ...address }: ChatAddress & { text: string },
  actor: Actor,
): Promise<void> =>
  store.transaction(async (records) => {
    const said = text.trim();
    if (said === '') throw new UserError(words.emptyNote);
    const taken = await records.exchanges.takenOver(address);
    if (taken?.by !== actor.name) throw new UserError(taken ? words.takenBy(taken.by) : words.notTaken);
    const at = store.now();
    await say(records, address, { text: words.said(actor.name, said), by: actor.name }, at);
    await note(records, actor, at, { action: 'talk.say', subject: subjectOfChat(address) });
  });

export const handBackTalk = (store: Store, address: ChatAddress, actor: Actor): Promise<void> =>
  store.transaction(async (records) => {
    if (!(await records.exchanges.takenOver(address))) throw new UserError(words.notTaken);
    const at = store.now();
    await records.exchanges.handBack(address);
    await say(records, address, { text: words.handedBack, by: actor.name }, at);
    await note(records, actor, at, { action: 'talk.hand-back', subject: subjectOfChat(address) });
  });

/** Through the outbox as every message, and into the record of the talk. */
async function say(
  records: Records,
  { channel, conversationId }: ChatAddress,
  { text, by }: { text: string; by: string },
  at: number,
): Promise<void> {
  const { exchanges } = records;
  const last = (await exchanges.ofChat({ channel, conversationId }, 1)).at(-1);
  if (!last) throw new UserError(words.noTalk);
  const { senderId, isGroup } = last;
  const id = `officer:${randomUUID()}`;
  await sendTo(records, { id, channel, conversationId, senderId, isGroup, text }, at);
  await exchanges.add({
    id: randomUUID(),
    at,
    channel,
    conversationId,
    senderId,
    isGroup,
    text: '',
    reply: text,
    by,
    about: null,
    place: null,
    outcome: 'office',
    verdict: null,
  });
}
