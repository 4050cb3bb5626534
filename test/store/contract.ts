/** What every engine of the store promises. Run by sqlite.test.ts and postgres.test.ts, so that both are the same to the rest of the bot. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Statement } from '../../src/contract/index.ts';
import {
  ConflictError,
  openStore,
  type Plan,
  type Records,
  type Store,
  type StoreOptions,
} from '../../src/store/index.ts';
import { restoreInto } from '../../src/store/restore.ts';

export interface Subject {
  /** An empty place for a store each time, no other than a new one would be. */
  fresh(): Promise<StoreOptions>;
  /** All stores of a test are closed. */
  done?(): Promise<void>;
  /** Whether what was stored can be opened again. */
  isKept: boolean;
}

const contact = { channel: 'test', senderId: 'li' };
const chat = { channel: 'test', conversationId: 'chat-1' };
const message = { ...chat, eventId: 'e1', senderId: 'li', body: '{"text":"端午不停工"}', receivedAt: 1000 };
const item = (id: string, conversationId = 'chat-1', createdAt = 1000) => ({
  id,
  channel: 'test',
  conversationId,
  isGroup: false,
  body: `body of ${id}`,
  createdAt,
});

/** A subscription with reminders due at the given times, the last one marked. */
export function planOf(id: string, dueAt: number[], more: Partial<Plan['subscription']> = {}): Plan {
  return {
    subscription: {
      id,
      ...chat,
      senderId: 'li',
      isGroup: false,
      about: `A#${id}`,
      deadline: '2022-07-30',
      choice: '{}',
      state: 'active',
      pausedUntil: null,
      createdAt: 1,
      ...more,
    },
    reminders: dueAt.map((at, place) => ({
      id: `${id}@${at}`,
      dueAt: at,
      expiresAt: 1_000_000,
      isLast: place === dueAt.length - 1,
    })),
  };
}

export function storeContract(name: string, subject: Subject): void {
  describe(name, () => {
    let store: Store;
    let options: StoreOptions;
    const run = <T>(work: (records: Records) => Promise<T>) => store.transaction(work);
    const statusOf = async (id: string) =>
      (await run(({ reminders }) => reminders.list())).find((row) => row.id === id)?.status;

    beforeEach(async () => {
      options = await subject.fresh();
      store = await openStore(options);
    });
    afterEach(async () => {
      await store.close();
      await subject.done?.();
    });

    describe('keys of programs, and what was announced', () => {
      const key = {
        id: 'k1',
        name: '平台',
        hash: 'h',
        scopes: ['read', 'ask'],
        perMinute: 60,
        expiresOn: '2024-05-01',
        createdAt: 1,
      };

      it('are kept as they are given, used and revoked once', async () => {
        await store.transaction(async ({ keys }) => {
          await keys.add(key);
          await keys.add({ ...key, id: 'k2', expiresOn: null, createdAt: 0 });
          expect((await keys.list()).map(({ id }) => id)).toEqual(['k2', 'k1']);
          expect(await keys.get('k1')).toEqual({ ...key, lastUsedAt: null, revokedAt: null });
          await keys.used('k1', 7);
          expect(await keys.revoke('k1', 9)).toBe(true);
          expect(await keys.revoke('k1', 10)).toBe(false);
          expect(await keys.revoke('k3', 10)).toBe(false);
          expect(await keys.get('k1')).toMatchObject({ lastUsedAt: 7, revokedAt: 9 });
          expect(await keys.get('k3')).toBeNull();
        });
      });

      it('are replaced as a whole', async () => {
        const document = (name: string) => ({ document: name, version: 'v', title: 't' });
        await store.transaction(async ({ announced }) => {
          await announced.set([document('a'), document('b')]);
          await announced.set([document('b'), document('c')]);
          expect((await announced.list()).map((one) => one.document)).toEqual(['b', 'c']);
        });
      });
    });

    describe('transactions', () => {
      it('keep nothing of work that throws', async () => {
        const failing = run(async (records) => {
          await records.inbound.receive(message);
          throw new Error('no');
        });
        await expect(failing).rejects.toThrow('no');
        expect(await run(({ inbound }) => inbound.unanswered())).toEqual([]);
      });

      it('run one after the other when started together, and all count', async () => {
        await run(({ conversations }) => conversations.save(chat, 'li', '0', null, 1));
        const addOne = () =>
          run(async ({ conversations }) => {
            const found = await conversations.load(chat, 'li');
            await conversations.save(chat, 'li', String(Number(found?.state) + 1), found?.version ?? null, 1);
          });
        await Promise.all(Array.from({ length: 8 }, addOne));
        expect(await run(({ conversations }) => conversations.load(chat, 'li'))).toMatchObject({
          state: '8',
          version: 9,
        });
      });

      it('cannot be opened inside one another', async () => {
        const nested = run(() => store.transaction(async () => 1));
        await expect(nested).rejects.toThrow('inside a transaction');
        expect(await run(async () => 2)).toBe(2);
      });

      it('take their records with them when they end', async () => {
        let kept: Records | null = null;
        await run(async (records) => {
          kept = records;
        });
        await expect((kept as unknown as Records).inbound.receive(message)).rejects.toThrow(
          'already committed',
        );
        expect(await run(({ inbound }) => inbound.unanswered())).toEqual([]);
      });

      it('let others through when one fails in the middle of a statement', async () => {
        const results = await Promise.allSettled([
          run(({ reminders }) =>
            reminders.subscribe([
              {
                ...planOf('s', [1]),
                subscription: { ...planOf('s', [1]).subscription, about: null as unknown as string },
              },
            ]),
          ),
          run(({ inbound }) => inbound.receive(message)),
        ]);
        expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled']);
      });
    });

    describe('inbound', () => {
      it('counts how often the work on a message begins again', async () => {
        await run(({ inbound }) => inbound.receive(message));
        const again = () => run(({ inbound }) => inbound.beginAgain('test', 'e1'));
        expect([await again(), await again()]).toEqual([1, 2]);
        await run(({ inbound }) => inbound.markAnswered('test', 'e1', 1500));
        expect(await again()).toBe(0);
      });

      it('knows an event that came before, also when both come at once', async () => {
        const answers = await Promise.all(
          [1, 2, 3].map(() => run(({ inbound }) => inbound.receive(message))),
        );
        expect(answers.toSorted()).toEqual(['duplicate', 'duplicate', 'new']);
        expect(await run(({ inbound }) => inbound.receive({ ...message, channel: 'other' }))).toBe('new');
      });

      it('keeps a chat’s order of arrival, though the worker of the later one has a slower clock', async () => {
        await run(async ({ inbound }) => {
          await inbound.receive({ ...message, eventId: 'first', receivedAt: 3000 });
          await inbound.receive({ ...message, eventId: 'second', receivedAt: 2900 });
          await inbound.receive({ ...message, eventId: 'third', receivedAt: 2950 });
        });
        const left = await run(({ inbound }) => inbound.unanswered());
        expect(left.map((each) => each.eventId)).toEqual(['first', 'second', 'third']);
      });

      it('lists what is not answered, oldest first, and keeps only the key of what is', async () => {
        const early = { eventId: 'early', conversationId: 'another chat', receivedAt: 2000 };
        await run(async ({ inbound }) => {
          await inbound.receive({ ...message, eventId: 'late', receivedAt: 3000 });
          await inbound.receive({ ...message, ...early });
          await inbound.receive(message);
          await inbound.markAnswered('test', 'e1', 4000);
        });
        const left = await run(({ inbound }) => inbound.unanswered());
        expect(left.map((each) => each.eventId)).toEqual(['early', 'late']);
        expect(left[0]).toEqual({ ...message, ...early });
        expect(await run(({ inbound }) => inbound.receive(message))).toBe('duplicate');
      });

      it('prunes answered messages only', async () => {
        await run(async ({ inbound }) => {
          await inbound.receive(message);
          await inbound.receive({ ...message, eventId: 'e2' });
          await inbound.markAnswered('test', 'e1', 1500);
        });
        expect(await run(({ inbound }) => inbound.prune(2000))).toBe(1);
        expect(await run(({ inbound }) => inbound.unanswered())).toHaveLength(1);
      });
    });

    describe('conversations', () => {
      it('refuse a version that is not the newest', async () => {
        await run(({ conversations }) => conversations.save(chat, 'li', 'a', null, 5));
        await run(({ conversations }) => conversations.save(chat, 'li', 'b', 1, 6));
        for (const version of [null, 1, 7]) {
          const stale = run(({ conversations }) => conversations.save(chat, 'li', 'c', version, 7));
          await expect(stale).rejects.toThrow(ConflictError);
        }
        expect(await run(({ conversations }) => conversations.load(chat, 'li'))).toEqual({
          state: 'b',
          version: 2,
          lastInboundAt: 6,
        });
      });

      it('are one a sender in a group, and remember when the chat last wrote', async () => {
        await run(async ({ conversations }) => {
          await conversations.save(chat, 'li', 'of li', null, 5);
          await conversations.save(chat, 'wang', 'of wang', null, 9);
        });
        expect((await run(({ conversations }) => conversations.load(chat, 'li')))?.state).toBe('of li');
        expect(await run(({ conversations }) => conversations.lastInboundAt(chat))).toBe(9);
        expect(
          await run(({ conversations }) => conversations.lastInboundAt({ ...chat, conversationId: 'none' })),
        ).toBeNull();
      });
    });

    describe('what workers share', () => {
      it('is a key that all get alike, and a seat that one holds until it leaves or its time is over', async () => {
        const seat = (holder: string, now: number) =>
          run(({ workers }) => workers.takeSeat('poll', holder, { now, leaseMs: 10 }));
        expect(await run(({ workers }) => workers.sharedSecret('web', 'a'))).toBe('a');
        expect(await run(({ workers }) => workers.sharedSecret('web', 'b'))).toBe('a');
        expect([await seat('one', 0), await seat('two', 5), await seat('one', 9)]).toEqual([
          true,
          false,
          true,
        ]);
        expect([await seat('two', 18), await seat('two', 19), await seat('one', 20)]).toEqual([
          false,
          true,
          false,
        ]);
        await run(({ workers }) => workers.leaveSeat('poll', 'one'));
        expect(await seat('one', 21)).toBe(false);
        await run(({ workers }) => workers.leaveSeat('poll', 'two'));
        expect(await seat('one', 22)).toBe(true);
      });

      it('is a pace: each slot is taken once, none closer to the last than agreed, each name for itself', async () => {
        const slot = (now: number, name = 'a') =>
          run(({ workers }) => workers.takeSlot(name, { now, everyMs: 40, withinMs: 3_000 }));
        const atOnce = (now: number) => run(({ workers }) => workers.takeSlotNow('a', { now, everyMs: 40 }));
        expect([await slot(1_000), await slot(1_000), await slot(1_010)]).toEqual([1_000, 1_040, 1_080]);
        expect([await atOnce(1_119), await atOnce(1_120), await atOnce(1_120)]).toEqual([false, true, false]);
        expect([await slot(5_000), await slot(5_000, 'b')]).toEqual([5_000, 5_000]);
      });

      it('leaves a slot that is too far off to the others, however often it is asked for', async () => {
        const slot = (now: number, withinMs: number) =>
          run(({ workers }) => workers.takeSlot('far', { now, everyMs: 40, withinMs }));
        expect([await slot(1_000, 50), await slot(1_000, 50)]).toEqual([1_000, 1_040]);
        expect([await slot(1_000, 50), await slot(1_000, 50)]).toEqual([1_080, 1_080]);
        expect([await slot(1_030, 50), await slot(1_030, 50)]).toEqual([1_080, 1_120]);
      });
    });

    describe('profiles', () => {
      it('belong to a contact, one an enterprise, one of them in use', async () => {
        await run(async ({ profiles }) => {
          expect(await profiles.current(contact)).toBeNull();
          await profiles.save(contact, null, '{"a":1}', 1);
          await profiles.switchTo(contact, '乙公司', 2);
          expect(await profiles.current(contact)).toEqual({ enterprise: '乙公司', facts: '{}' });
          await profiles.save(contact, '乙公司', '{"b":2}', 3);
          await profiles.save(contact, null, '{"a":2}', 4);
          await profiles.switchTo(contact, '乙公司', 5);
        });
        expect(await run(({ profiles }) => profiles.current(contact))).toEqual({
          enterprise: '乙公司',
          facts: '{"b":2}',
        });
        expect(await run(({ profiles }) => profiles.list(contact))).toHaveLength(2);
        expect(await run(({ profiles }) => profiles.current({ ...contact, senderId: 'wang' }))).toBeNull();
      });

      it('come some at a time, everybody once, with the enterprise in use', async () => {
        const tellers = ['a', 'b'].flatMap((channel) =>
          ['1', '2', '10'].map((senderId) => ({ channel, senderId })),
        );
        await run(async ({ profiles }) => {
          for (const one of tellers) await profiles.save(one, null, '{"a":1,"b":2}', 1);
          await profiles.switchTo(tellers[3]!, '乙公司', 2);
        });
        const seen: string[] = [];
        const sizes: number[] = [];
        type Teller = { channel: string; senderId: string };
        let after: Teller | null = null;
        do {
          const last: Teller | null = after;
          const some: readonly (Teller & { enterprise: string | null; statements: readonly Statement[] })[] =
            await run(({ profiles }) => profiles.following(last, 4));
          sizes.push(some.length);
          for (const { channel, senderId, enterprise, statements } of some)
            seen.push(`${channel} ${senderId} ${enterprise ?? ''} ${statements.length}`);
          after = some.at(-1) ?? null;
        } while (after !== null);
        expect(sizes).toEqual([4, 2, 0]);
        const expected = tellers.map(({ channel, senderId }, place) =>
          place === 3 ? `${channel} ${senderId} 乙公司 0` : `${channel} ${senderId}  2`,
        );
        expect(seen.toSorted()).toEqual(expected.toSorted());
      });

      it('are statements: told again they are replaced, in other months they stand beside, withdrawn they are gone', async () => {
        const told = (fact: string, value: number, more: Partial<Statement> = {}): Statement => ({
          fact,
          entity: 'enterprise',
          period: null,
          value,
          evidence: { message: 'e1', words: `${value}人` },
          said: '2022-06-20',
          ...more,
        });
        const may = { from: '2022-05-01', to: '2022-05-31' };
        const second = { entity: 'order:2' };
        await run(async ({ profiles }) => {
          await profiles.believe(
            contact,
            null,
            { told: [told('人数', 300), told('营收', 5), told('订单', 7)] },
            1,
          );
          await profiles.believe(
            contact,
            null,
            {
              told: [
                told('人数', 350, { said: '2022-06-21' }),
                told('营收', 6, { period: may }),
                told('订单', 8, second),
              ],
              withdrawn: [{ entity: 'enterprise', fact: '订单', period: null }],
            },
            2,
          );
        });
        expect((await run(({ profiles }) => profiles.statements(contact)))?.statements).toEqual([
          told('营收', 5),
          told('营收', 6, { period: may }),
          told('订单', 8, second),
          told('人数', 350, { said: '2022-06-21' }),
        ]);
        // One value a fact, for those who ask so: the enterprise's own, the last told.
        const facts = (await run(({ profiles }) => profiles.current(contact)))?.facts;
        expect(JSON.parse(facts ?? '')).toEqual({ 人数: 350, 营收: { min: 6, max: 6, period: may } });
        await run(({ profiles }) => profiles.empty(contact, null, 3));
        expect(await run(({ profiles }) => profiles.statements(contact))).toEqual({
          enterprise: null,
          statements: [],
        });
      });

      it('keep the evidence of what is saved again unchanged', async () => {
        const evidence = { message: 'e1', words: '在岗350人' };
        const one = {
          fact: '人数',
          entity: 'enterprise',
          period: null,
          value: 350,
          evidence,
          said: '2022-06-20',
        };
        await run(async ({ profiles }) => {
          await profiles.believe(contact, null, { told: [one] }, 1);
          await profiles.save(contact, null, '{"人数":350,"制造业":true}', Date.UTC(2022, 5, 22));
        });
        const { statements } = (await run(({ profiles }) => profiles.statements(contact)))!;
        expect(statements).toEqual([
          one,
          {
            fact: '制造业',
            entity: 'enterprise',
            period: null,
            value: true,
            evidence: null,
            said: '2022-06-22',
          },
        ]);
      });

      it('of a group are of that group alone', async () => {
        const inGroup = { ...contact, scope: 'group-1' };
        await run(async ({ profiles }) => {
          await profiles.save(contact, null, '{"a":1}', 1);
          await profiles.save(inGroup, '丙公司', '{"b":2}', 2);
        });
        const seen = await run(async ({ profiles }) => [
          await profiles.current(contact),
          await profiles.current(inGroup),
          await profiles.current({ ...contact, scope: 'group-2' }),
        ]);
        expect(seen).toEqual([
          { enterprise: null, facts: '{"a":1}' },
          { enterprise: '丙公司', facts: '{"b":2}' },
          null,
        ]);
        await run((records) => records.forget(contact));
        expect(await run(({ profiles }) => profiles.list(inGroup))).toEqual([]);
      });
    });

    describe('outbox', () => {
      const claim = (now: number, worker = 'w', limit = 10) =>
        run(({ outbox }) => outbox.claim({ worker, channels: ['test'], limit, now, leaseMs: 1000 }));
      const ids = (items: { id: string }[]) => items.map((each) => each.id);

      it('keeps the first of two items with one id', async () => {
        await run(({ outbox }) => outbox.add(item('a')));
        await run(({ outbox }) => outbox.add({ ...item('a'), body: 'another' }));
        expect(await claim(2000)).toEqual([{ ...item('a'), dueAt: 1000, attempts: 0 }]);
      });

      it('gives out what is due, in order, to one worker', async () => {
        await run(async ({ outbox }) => {
          for (const id of ['a', 'b']) await outbox.add(item(id));
          await outbox.add({ ...item('later', 'chat-2'), dueAt: 9000 });
          await outbox.add({ ...item('elsewhere'), channel: 'other' });
        });
        expect(ids(await claim(2000))).toEqual(['a', 'b']);
        expect(await claim(2000, 'other worker')).toEqual([]);
        expect(await run(({ outbox }) => outbox.nextDueAt(['test']))).toBe(9000);
      });

      it('never gives a later item of a chat while an earlier one is on its way or waits', async () => {
        await run(async ({ outbox }) => {
          for (const id of ['a', 'b', 'c']) await outbox.add(item(id));
          await outbox.add(item('other chat', 'chat-2'));
        });
        expect(ids(await claim(2000, 'w', 1))).toEqual(['a']);
        expect(ids(await claim(2000, 'v'))).toEqual(['other chat']);
        await run(({ outbox }) => outbox.begin('a', 'w', 2000));
        await run(({ outbox }) =>
          outbox.finish('a', 'w', { kind: 'retry', notBefore: 5000, reason: '429' }, 2100),
        );
        expect(await claim(3000)).toEqual([]);
        expect(ids(await claim(5000))).toEqual(['a', 'b', 'c']);
      });

      it('takes at once only what is due and first in its chat', async () => {
        const lease = { worker: 'w', now: 2000, leaseMs: 1000 };
        const taken = await run(async ({ outbox }) => {
          for (const id of ['a', 'b']) await outbox.add(item(id));
          await outbox.add({ ...item('later', 'chat-2'), dueAt: 9000 });
          const all = [];
          for (const id of ['b', 'a', 'a', 'later', 'nobody']) all.push(await outbox.takeAtOnce(id, lease));
          return all;
        });
        expect(taken).toEqual([null, { ...item('a'), dueAt: 1000, attempts: 0 }, null, null, null]);
        expect(await claim(2000, 'v')).toEqual([]);
        await run(({ outbox }) => outbox.finish('a', 'w', { kind: 'sent' }, 2100));
        expect(await run(({ outbox }) => outbox.takeAtOnce('b', lease))).toMatchObject({ id: 'b' });
        expect(await run(({ outbox }) => outbox.recover(3001))).toEqual({ returned: 0, unsure: 1 });
      });

      it('sends again what was begun on a channel that shows nothing twice', async () => {
        const lease = { worker: 'w', now: 2000, leaseMs: 1000 };
        await run(async ({ outbox }) => {
          await outbox.add(item('a'));
          await outbox.takeAtOnce('a', lease);
        });
        expect(await run(({ outbox }) => outbox.recover(3001, ['another', item('a').channel]))).toEqual({
          returned: 1,
          unsure: 0,
        });
        expect(ids(await claim(3001, 'v'))).toEqual(['a']);
      });

      it('gives the rest of a chat back with an item that is to be tried again', async () => {
        await run(async ({ outbox }) => {
          for (const id of ['a', 'b']) await outbox.add(item(id));
        });
        await claim(2000);
        await run(({ outbox }) => outbox.begin('a', 'w', 2000));
        await run(({ outbox }) =>
          outbox.finish('a', 'w', { kind: 'retry', notBefore: 5000, reason: '429' }, 2100),
        );
        expect(await run(({ outbox }) => outbox.begin('b', 'w', 2200))).toBe(false);
        expect(await run(({ outbox }) => outbox.counts())).toEqual({ due: 2 });
      });

      it('begins nothing once the lease is over, and calls unsure what had begun', async () => {
        await run(async ({ outbox }) => {
          for (const id of ['a', 'b', 'c']) await outbox.add(item(id, `chat of ${id}`));
        });
        await claim(2000);
        expect(await run(({ outbox }) => outbox.begin('a', 'w', 2500))).toBe(true);
        expect(await run(({ outbox }) => outbox.begin('b', 'w', 3001))).toBe(false);
        expect(await run(({ outbox }) => outbox.recover(3001))).toEqual({ returned: 2, unsure: 1 });
        expect(ids(await claim(3002, 'v'))).toEqual(['b', 'c']);
        await run(({ outbox }) => outbox.finish('a', 'w', { kind: 'sent' }, 3003));
        expect(await run(({ outbox }) => outbox.counts())).toEqual({ claimed: 2, sent: 1 });
      });

      it('takes back what a stopping worker has not begun', async () => {
        await run(async ({ outbox }) => {
          for (const id of ['a', 'b']) await outbox.add(item(id, `chat of ${id}`));
        });
        await claim(2000);
        await run(({ outbox }) => outbox.begin('a', 'w', 2000));
        expect(await run(({ outbox }) => outbox.giveBack('w'))).toBe(1);
        expect(await run(({ outbox }) => outbox.counts())).toEqual({ due: 1, sending: 1 });
      });

      it('prunes what is done', async () => {
        await run(async ({ outbox }) => {
          for (const id of ['a', 'b']) await outbox.add(item(id, `chat of ${id}`));
        });
        await claim(2000, 'w', 1);
        await run(({ outbox }) => outbox.begin('a', 'w', 2000));
        await run(({ outbox }) => outbox.finish('a', 'w', { kind: 'sent', platformMessageId: 'm1' }, 2001));
        expect(await run(({ outbox }) => outbox.prune(2002))).toBe(1);
        expect(await run(({ outbox }) => outbox.counts())).toEqual({ due: 1 });
      });
    });

    describe('what was shown', () => {
      const entry = (number: number) => ({
        ...chat,
        id: `m${number}`,
        senderId: 'li',
        body: `b${number}`,
        at: number,
      });

      it('is kept in order, each once, the newest 200 of a chat', async () => {
        await run(async ({ shown }) => {
          for (let number = 1; number <= 203; number += 1) await shown.add(entry(number));
          await shown.add(entry(203));
          await shown.add({ ...entry(1), id: 'elsewhere', conversationId: 'chat-2' });
        });
        const all = await run(({ shown }) => shown.after(chat, 0));
        expect([all.length, all[0]?.id, all.at(-1)?.id]).toEqual([200, 'm4', 'm203']);
        const since = await run(({ shown }) => shown.after(chat, all.at(-2)?.sequence ?? 0));
        expect(since.map((each) => each.id)).toEqual(['m203']);
      });
    });

    describe('tickets', () => {
      const ticket = {
        ...chat,
        senderId: 'li',
        question: '材料交到哪',
        about: null,
        department: null,
        known: '',
        openedAt: 1,
      };

      it('are numbered one after the other, also when opened together', async () => {
        const ids = await Promise.all([1, 2, 3].map(() => run(({ tickets }) => tickets.open(ticket))));
        expect(ids.toSorted()).toEqual(['T0001', 'T0002', 'T0003']);
      });

      it('are answered, closed and listed', async () => {
        await run(async ({ tickets }) => {
          await tickets.open(ticket);
          await tickets.open({ ...ticket, senderId: 'wang' });
          await tickets.reply('t1', '交到工信局窗口', 5);
          await tickets.reply('T0001', '周五前', 6);
          await tickets.close('2', 7);
        });
        expect(await run(({ tickets }) => tickets.get('T0001'))).toEqual({
          ...ticket,
          isGroup: false,
          id: 'T0001',
          state: 'answered',
          replies: [
            { text: '交到工信局窗口', at: 5 },
            { text: '周五前', at: 6 },
          ],
        });
        expect(
          (await run(({ tickets }) => tickets.list({ state: 'closed' }))).map((each) => each.id),
        ).toEqual(['T0002']);
        expect((await run(({ tickets }) => tickets.of(contact))).map((each) => each.id)).toEqual(['T0001']);
        expect(await run(({ tickets }) => tickets.get('T0009'))).toBeNull();
        expect(await run(({ tickets }) => tickets.get('1 or 1=1'))).toBeNull();
      });
    });

    describe('the ledger', () => {
      const claim = (now: number, worker = 'w', limit = 10) =>
        run(({ reminders }) => reminders.claim({ worker, channels: ['test'], limit, now, leaseMs: 1000 }));
      const begin = (id: string, now: number, worker = 'w') =>
        run(({ reminders }) => reminders.begin([id], worker, now));
      const subscribe = (...plans: Plan[]) => run(({ reminders }) => reminders.subscribe(plans));

      it('gives each due reminder to one worker, earliest first, and none that is early or too late', async () => {
        await subscribe(planOf('a', [300, 100, 9000]), planOf('late', [1]));
        await run(({ reminders }) =>
          reminders.subscribe([
            { ...planOf('b', []), reminders: [{ id: 'b@1', dueAt: 1, expiresAt: 500, isLast: true }] },
          ]),
        );
        const [first, second] = await Promise.all([claim(600, 'w', 2), claim(600, 'v', 2)]);
        expect([...first, ...second].map((row) => row.id).toSorted()).toEqual(['a@100', 'a@300', 'late@1']);
        expect(await run(({ reminders }) => reminders.expire(600))).toBe(1);
        expect(await statusOf('b@1')).toBe('expired');
        expect(await statusOf('a@9000')).toBe('due');
      });

      it('writes sent twice into no row', async () => {
        await subscribe(planOf('a', [1]));
        await claim(10);
        expect(await begin('a@1', 11)).toEqual(new Map([['a@1', 'a@1#1']]));
        await run(({ reminders }) =>
          reminders.finish(
            [{ delivery: 'a@1#1', result: { kind: 'sent', platformMessageId: 'm1' } }],
            'w',
            12,
          ),
        );
        await run(({ reminders }) =>
          reminders.finish(
            [{ delivery: 'a@1#1', result: { kind: 'sent', platformMessageId: 'm2' } }],
            'w',
            13,
          ),
        );
        expect(await run(({ reminders }) => reminders.deliveries())).toMatchObject([
          { id: 'a@1#1', outcome: 'sent', platformMessageId: 'm1', finishedAt: 12 },
        ]);
        await subscribe(planOf('a', [1]));
        expect(await claim(20)).toEqual([]);
      });

      it('begins nothing whose lease is over, not even for the worker that had it', async () => {
        await subscribe(planOf('a', [1]));
        await claim(10);
        expect(await begin('a@1', 1011)).toEqual(new Map());
        expect(await begin('a@1', 500, 'v')).toEqual(new Map());
        expect(await run(({ reminders }) => reminders.recover(1011))).toEqual({ returned: 1, unsure: 0 });
        expect(await claim(1012, 'v')).toHaveLength(1);
        expect(await begin('a@1', 1013, 'w')).toEqual(new Map());
        expect((await begin('a@1', 1013, 'v')).size).toBe(1);
      });

      it('begins the same thing once when asked twice', async () => {
        await subscribe(planOf('a', [1]));
        await claim(10);
        expect(await begin('a@1', 11)).toEqual(await begin('a@1', 12));
        expect(await run(({ reminders }) => reminders.deliveries())).toHaveLength(1);
      });

      it('calls unsure what had begun when its worker died; a notice before the last one is not repeated', async () => {
        await subscribe(planOf('a', [1, 5000]));
        await claim(10);
        await begin('a@1', 11);
        expect(await run(({ reminders }) => reminders.recover(1011))).toEqual({ returned: 0, unsure: 1 });
        expect(await statusOf('a@1')).toBe('unsure');
        expect(await claim(1012)).toEqual([]);
      });

      it('sends the last notice again once, marked, when it is unsure', async () => {
        await subscribe(planOf('a', [1]));
        await claim(10);
        await begin('a@1', 11);
        await run(({ reminders }) =>
          reminders.finish([{ delivery: 'a@1#1', result: { kind: 'unsure', reason: 'timed out' } }], 'w', 12),
        );
        const again = await claim(13);
        expect(again).toMatchObject([{ id: 'a@1+', isResend: true, isLast: true }]);
        await begin('a@1+', 14);
        await run(({ reminders }) => reminders.recover(2000));
        expect(await statusOf('a@1+')).toBe('unsure');
        expect(await claim(2001)).toEqual([]);
      });

      it('believes a slow worker that says sent after all, and drops the second sending', async () => {
        await subscribe(planOf('a', [1]));
        await claim(10);
        await begin('a@1', 11);
        await run(({ reminders }) => reminders.recover(1011));
        await run(({ reminders }) =>
          reminders.finish([{ delivery: 'a@1#1', result: { kind: 'sent' } }], 'w', 1012),
        );
        expect(await statusOf('a@1')).toBe('sent');
        expect(await claim(1013)).toEqual([]);
      });

      it('tries again later what surely did not arrive, and no more what was refused for good', async () => {
        await subscribe(planOf('a', [1]), planOf('b', [1]));
        await claim(10);
        await begin('a@1', 11);
        await begin('b@1', 11);
        await run(({ reminders }) =>
          reminders.finish(
            [
              { delivery: 'a@1#1', result: { kind: 'retry', notBefore: 500, reason: 'refused' } },
              { delivery: 'b@1#1', result: { kind: 'failed', reason: 'blocked' } },
            ],
            'w',
            12,
          ),
        );
        expect(await claim(499)).toEqual([]);
        expect((await claim(500)).map((row) => row.id)).toEqual(['a@1']);
        expect(await begin('a@1', 501)).toEqual(new Map([['a@1', 'a@1#2']]));
        expect(await run(({ reminders }) => reminders.counts())).toEqual({ failed: 1, sending: 1 });
      });

      it('gives back what a stopping worker has not begun', async () => {
        await subscribe(planOf('a', [1, 2]));
        await claim(10);
        await begin('a@1', 11);
        expect(await run(({ reminders }) => reminders.giveBack('w'))).toBe(1);
        expect((await claim(12, 'v')).map((row) => row.id)).toEqual(['a@2']);
      });

      it('ends leases that lie too far ahead: the clock was set back', async () => {
        await subscribe(planOf('a', [1]), planOf('b', [2]));
        await claim(10_000_000 - 9_500_000);
        await run(({ reminders }) => reminders.recover(500));
        expect(await statusOf('a@1')).toBe('claimed');
        await run(({ reminders }) => reminders.recover(500 - 3_600_000));
        expect(await statusOf('a@1')).toBe('due');
      });

      it("holds back what cannot be pushed, until a message carries it, and shares that message's fate", async () => {
        await subscribe(
          planOf('a', [1]),
          planOf('b', [2], { conversationId: 'chat-2' }),
          planOf('c', [3, 900_000]),
        );
        await claim(10);
        await run(({ reminders }) => reminders.hold(['a@1', 'b@2', 'c@3'], 'w'));
        expect(await claim(11)).toEqual([]);
        const shown = await run(async ({ reminders, outbox }) => {
          await outbox.add(item('reply'));
          return reminders.showWith(chat, 'reply', 20);
        });
        expect(shown.map((row) => row.id)).toEqual(['a@1', 'c@3']);
        expect(await statusOf('a@1')).toBe('sending');
        expect(await run(({ reminders }) => reminders.recover(900_000))).toEqual({ returned: 0, unsure: 0 });
        await run(async ({ outbox }) => {
          await outbox.claim({ worker: 'w', channels: ['test'], limit: 1, now: 2000, leaseMs: 100 });
          await outbox.begin('reply', 'w', 2000);
          await outbox.finish('reply', 'w', { kind: 'sent', platformMessageId: 'm9' }, 2001);
        });
        expect(await run(({ reminders }) => reminders.counts())).toEqual({ sent: 2, waiting: 1, due: 1 });
        expect(
          (await run(({ reminders }) => reminders.deliveries({ outcome: 'sent' }))).map(
            (each) => each.platformMessageId,
          ),
        ).toEqual(['m9', 'm9']);
      });

      it('marks as shown what a reply showed at once', async () => {
        await subscribe(planOf('a', [1]));
        await run(async ({ reminders }) => {
          expect(await reminders.showWith(chat, 'r', 20)).toHaveLength(1);
          await reminders.shown('r', 20);
        });
        expect(await statusOf('a@1')).toBe('sent');
      });

      it('changes a subscription: what is no longer planned is cancelled, what was sent stays', async () => {
        await subscribe(planOf('a', [1, 500, 600]));
        await claim(10);
        await begin('a@1', 11);
        await run(({ reminders }) =>
          reminders.finish([{ delivery: 'a@1#1', result: { kind: 'sent' } }], 'w', 12),
        );
        await subscribe(planOf('a', [1, 600, 700], { deadline: '2022-08-15' }));
        const rows = await run(({ reminders }) => reminders.reminders(contact));
        expect(rows.map((row) => [row.id, row.status, row.deadline])).toEqual([
          ['a@1', 'sent', '2022-07-30'],
          ['a@500', 'cancelled', '2022-07-30'],
          ['a@600', 'due', '2022-08-15'],
          ['a@700', 'due', '2022-08-15'],
        ]);
        expect(await run(({ reminders }) => reminders.subscriptions(contact))).toHaveLength(1);
      });

      it('pauses and resumes: of several missed meanwhile only the newest goes out', async () => {
        await subscribe(planOf('a', [10, 20, 500]), planOf('b', [10], { about: 'B' }));
        const paused = await run(({ reminders }) =>
          reminders.setState(contact, 'A#a', 'paused', { now: 1, pausedUntil: 50 }),
        );
        expect(paused).toBe(1);
        expect((await claim(40)).map((row) => row.id)).toEqual(['b@10']);
        expect(await run(({ reminders }) => reminders.resumePaused(49))).toBe(0);
        expect(await run(({ reminders }) => reminders.resumePaused(50))).toBe(1);
        expect((await claim(60)).map((row) => row.id)).toEqual(['a@20']);
        expect(await statusOf('a@10')).toBe('cancelled');
        expect(await statusOf('a@500')).toBe('due');
      });

      it.each([
        ['A', ['cancelled', 'cancelled', 'due']],
        ['A#a', ['cancelled', 'due', 'due']],
        [null, ['cancelled', 'cancelled', 'cancelled']],
      ])('stops the reminders about %s', async (about, expected) => {
        await subscribe(planOf('a', [1]), planOf('b', [2]), planOf('c', [3], { about: 'AB' }));
        await run(({ reminders }) => reminders.setState(contact, about, 'applied'));
        const rows = await run(({ reminders }) => reminders.reminders(contact));
        expect(rows.map((row) => row.status)).toEqual(expected);
      });

      it('keeps a claimed reminder from being begun after it was cancelled', async () => {
        await subscribe(planOf('a', [1]));
        await claim(10);
        await run(({ reminders }) => reminders.setState(contact, null, 'cancelled'));
        expect(await begin('a@1', 11)).toEqual(new Map());
      });

      it.each([
        // 08:00 and 23:30 in Shanghai.
        ['22:00', '08:00', Date.UTC(2022, 6, 20, 0, 0), 1],
        ['22:00', '08:00', Date.UTC(2022, 6, 20, 15, 30), 0],
        ['12:00', '14:00', Date.UTC(2022, 6, 20, 5, 0), 0],
        ['12:00', '14:00', Date.UTC(2022, 6, 20, 6, 0), 1],
      ])('leaves the contact alone from %s to %s', async (from, to, now, expected) => {
        const plan = planOf('a', [1]);
        await subscribe({
          ...plan,
          reminders: plan.reminders.map((row) => ({ ...row, expiresAt: now + 1e9 })),
        });
        await run(({ reminders }) => reminders.setQuietHours(contact, { from, to }));
        expect(await claim(now)).toHaveLength(expected);
        await run(({ reminders }) => reminders.setQuietHours(contact, null));
        expect(await claim(now)).toHaveLength(1 - expected);
      });

      it('lists subscribers in pages, with their quiet hours', async () => {
        await subscribe(...['a', 'b', 'c'].map((id) => planOf(id, [1], { about: 'X', senderId: id })));
        await run(({ reminders }) =>
          reminders.setQuietHours({ channel: 'test', senderId: 'b' }, { from: '22:00', to: '08:00' }),
        );
        await run(({ reminders }) =>
          reminders.setState({ channel: 'test', senderId: 'c' }, null, 'cancelled'),
        );
        const first = await run(({ reminders }) => reminders.subscribersOf('X', { after: null, limit: 1 }));
        const rest = await run(({ reminders }) => reminders.subscribersOf('X', { after: 'a', limit: 9 }));
        expect([...first, ...rest].map((each) => [each.id, each.quiet])).toEqual([
          ['a', null],
          ['b', { from: '22:00', to: '08:00' }],
        ]);
        expect(await run(({ reminders }) => reminders.subscribedDeadlines())).toEqual([
          { about: 'X', deadline: '2022-07-30' },
        ]);
      });
    });

    it('lists documents without their texts: what was signed, and what the received files are called', async () => {
      const act = { by: '李', at: 1 };
      const original = { name: '稻.docx', file: 'f1' };
      const files = { 'source.txt': '一', 'policy.yaml': '二' };
      await store.transaction(async ({ shelf }) => {
        const before = await shelf.version();
        const number = await shelf.add({ document: 'rice', files, original, ...act });
        await shelf.add({ document: 'tea', files, original, ...act });
        expect(await shelf.version()).toBe(before);
        expect(await shelf.originalNames()).toEqual(new Map());
        const signed = { ...files, 'approval.yaml': '三' };
        await shelf.move('rice', number, 'in-force', { ...act, files: signed });
        expect(await shelf.version()).toBe(before + 1);
        expect(await shelf.originalNames()).toEqual(new Map([['rice', '稻.docx']]));
        expect((await shelf.heads()).map(({ document, isSigned }) => [document, isSigned])).toEqual([
          ['rice', true],
          ['tea', false],
        ]);
        await shelf.move('rice', number, 'withdrawn', act);
        expect((await shelf.heads())[0]).toMatchObject({ state: 'withdrawn', isSigned: true });
      });
    });

    it('knows which workers run and what each answers from, until their time is over', async () => {
      const report = (worker: string, version: string, until: number) =>
        run(({ workers }) => workers.report({ worker, version, until }));
      const present = (now: number) => run(({ workers }) => workers.present(now));
      await report('a', 'v1', 100);
      await report('b', 'v1', 200);
      expect(await present(50)).toEqual(['v1', 'v1']);
      await report('a', 'v2', 300);
      expect(await present(150)).toEqual(['v2', 'v1']);
      expect(await present(250)).toEqual(['v2']);
      await report('a', '', 0);
      expect(await present(50)).toEqual(['v1']);
    });

    it('keeps received files in parts, and tells those that nothing names', async () => {
      const add = (file: string, position: number, at = 5) =>
        run(({ files }) => files.addPart({ file, position, bytes: new Uint8Array([position, 255]), at }));
      for (const file of ['brought', 'drafted', 'left', 'young'])
        for (const position of [0, 1, 2]) await add(file, position, file === 'young' ? 50 : 5);
      await run(({ intake }) => intake.add({ id: 'i', name: '稻.docx', file: 'brought', by: '李', at: 6 }));
      const original = { name: '茶.docx', file: 'drafted' };
      await run(({ shelf }) => shelf.add({ document: 'tea', files: {}, original, by: '李', at: 6 }));
      expect(await run(({ files }) => files.unnamed(50))).toEqual(['left']);
      const part = (position: number) => run(({ files }) => files.part('left', position));
      expect([...(await part(2))!]).toEqual([2, 255]);
      expect(await part(3)).toBeNull();
      expect(await run(({ files }) => files.dropPart('left'))).toBe(true);
      expect([await part(2), [...(await part(1))!]]).toEqual([null, [1, 255]]);
      for (const isLeft of [true, true, false])
        expect(await run(({ files }) => files.dropPart('left'))).toBe(isLeft);
      expect(await run(({ intake }) => intake.next())).toMatchObject({ file: 'brought' });
      await run(({ intake }) => intake.finish('i', { state: 'refused', reason: '' }));
      expect(await run(({ files }) => files.unnamed(50))).toEqual(['brought']);
      // A worker that was slower changes nothing any more.
      expect(await run(({ intake }) => intake.waits('i'))).toBe(false);
      const end = { state: 'done' as const, document: 'tea', number: 1 };
      expect(await run(({ intake }) => intake.finish('i', end))).toBe(false);
      expect(await run(({ intake }) => intake.list(1))).toMatchObject([{ state: 'refused' }]);
    });

    it('keeps what a chat was shown: each once, in order, the newest 200, and nothing after forgetting', async () => {
      const show = (id: string, conversationId = 'chat') =>
        run(({ shown }) =>
          shown.add({
            id,
            channel: 'test',
            conversationId,
            senderId: conversationId,
            body: `"${id}"`,
            at: 1,
          }),
        );
      const shownAfter = (sequence: number) =>
        run(({ shown }) => shown.after({ channel: 'test', conversationId: 'chat' }, sequence));
      for (const id of ['a', 'b', 'a']) await show(id);
      await show('other', 'other chat');
      const [first, second] = await shownAfter(0);
      expect([first?.body, second?.body]).toEqual(['"a"', '"b"']);
      expect(await shownAfter(first?.sequence ?? 0)).toEqual([second]);
      for (let i = 0; i < 200; i++) await show(`more ${i}`);
      const kept = await shownAfter(0);
      expect([kept.length, kept[0]?.id, kept.at(-1)?.id]).toEqual([200, 'more 0', 'more 199']);
      await run((records) => records.forget({ channel: 'test', senderId: 'chat' }));
      expect(await shownAfter(0)).toEqual([]);
      const others = { channel: 'test', conversationId: 'other chat' };
      expect(await run(({ shown }) => shown.after(others, 0))).toHaveLength(1);
    });

    it('remembers small things by a key: the newest, until they expire, are dropped or their contact is forgotten', async () => {
      const li = { channel: 'test', senderId: 'li' };
      const note = { purpose: 'feed' as const, key: 'k1', ...li, value: 'a', at: 1, expiresAt: null };
      await run(({ notes }) => notes.put(note));
      await run(({ notes }) => notes.put({ ...note, value: 'b' }));
      await run(({ notes }) => notes.put({ ...note, purpose: 'export', expiresAt: 100 }));
      await run(({ notes }) => notes.put({ ...note, key: 'k2', senderId: 'wang' }));
      expect(await run(({ notes }) => notes.get('feed', 'k1', 5))).toEqual({ ...note, value: 'b' });
      expect(await run(({ notes }) => notes.of(li, 'feed', 5))).toEqual([{ ...note, value: 'b' }]);
      expect(await run(({ notes }) => notes.get('export', 'k1', 99))).toMatchObject({ value: 'a' });
      expect(await run(({ notes }) => notes.get('export', 'k1', 100))).toBeNull();
      expect([await run(({ notes }) => notes.prune(99)), await run(({ notes }) => notes.prune(100))]).toEqual(
        [0, 1],
      );
      await run(({ notes }) => notes.drop(li, 'export'));
      await run(({ forget }) => forget(li));
      expect(await run(({ notes }) => notes.of(li, 'feed', 5))).toEqual([]);
      expect(await run(({ notes }) => notes.get('feed', 'k2', 5))).not.toBeNull();
    });

    it('makes answers due that were stored under a clock that was set back since', async () => {
      const days = 3 * 86_400_000;
      await run(({ outbox }) => outbox.add({ ...item('late', 'chat-1'), createdAt: days, dueAt: days }));
      await run(({ outbox }) => outbox.recover(1_000));
      expect(await run(({ outbox }) => outbox.nextDueAt(['test']))).toBe(1_000);
    });

    it('forgets all of a contact, and nothing of others', async () => {
      const fill = async (records: Records, senderId: string, conversationId: string) => {
        const at = { channel: 'test', conversationId };
        await records.inbound.receive({
          ...message,
          ...at,
          eventId: senderId,
          senderId,
          body: `said by ${senderId}`,
        });
        await records.inbound.markAnswered('test', senderId, 5);
        await records.conversations.save(at, senderId, `state of ${senderId}`, null, 1);
        await records.conversations.save(
          { channel: 'test', conversationId: 'group' },
          senderId,
          `in group ${senderId}`,
          null,
          1,
        );
        await records.profiles.save({ channel: 'test', senderId }, null, `{"of":"${senderId}"}`, 1);
        await records.outbox.add(item(`to ${senderId}`, conversationId));
        await records.outbox.add({ ...item(`to ${senderId} in group`, 'group'), isGroup: true, senderId });
        await records.tickets.open({
          ...at,
          senderId,
          question: `asked by ${senderId}`,
          about: null,
          department: null,
          known: '',
          openedAt: 1,
        });
        await records.reminders.subscribe([planOf(`of ${senderId}`, [1], { ...at, senderId })]);
        await records.reminders.setQuietHours({ channel: 'test', senderId }, { from: '22:00', to: '08:00' });
      };
      await run(async (records) => {
        await fill(records, 'zhang', 'chat-z');
        await fill(records, 'wang', 'chat-w');
      });
      await run((records) => records.forget({ channel: 'test', senderId: 'zhang' }));
      const folder = mkdtempSync(join(tmpdir(), 'huiqi-forget-'));
      try {
        const file = join(folder, 'backup');
        await store.backup(file);
        const copy = await openStore({ memory: true });
        await restoreInto(copy, file, 'empty');
        const left = await copy.transaction(async (records) => ({
          lists: [
            await records.reminders.list(),
            await records.reminders.deliveries(),
            await records.tickets.list(),
          ],
          profiles: [
            await records.profiles.list({ channel: 'test', senderId: 'zhang' }),
            await records.profiles.list({ channel: 'test', senderId: 'wang' }),
          ],
          outbox: await records.outbox.claim({
            worker: 'w',
            channels: ['test'],
            limit: 99,
            now: 1e6,
            leaseMs: 1,
          }),
          quiet: await records.reminders.quietHours({ channel: 'test', senderId: 'zhang' }),
          conversation: await records.conversations.load(
            { channel: 'test', conversationId: 'group' },
            'zhang',
          ),
        }));
        await copy.close();
        expect(JSON.stringify(left)).not.toContain('zhang');
        expect(left.outbox.map((each) => each.id)).toEqual(['to wang', 'to wang in group']);
        expect(left.profiles.map((each) => each.length)).toEqual([0, 1]);
        expect(left.quiet).toBeNull();
        expect(left.conversation).toBeNull();
        expect(await run(({ inbound }) => inbound.receive({ ...message, eventId: 'zhang' }))).toBe(
          'duplicate',
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    describe('backup and restore', () => {
      let folder: string;
      beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'huiqi-backup-'));
      });
      afterEach(() => rmSync(folder, { recursive: true }));

      it('copy everything of one moment while others write', async () => {
        await run(async (records) => {
          await records.profiles.save(contact, null, '{"名":"甲"}', 1);
          await records.reminders.subscribe([planOf('a', [1, 2])]);
        });
        const file = join(folder, 'copy');
        const write = (n: number) => run(({ outbox }) => outbox.add(item(`o${n}`)));
        await Promise.all([store.backup(file), ...Array.from({ length: 20 }, (_, n) => write(n))]);
        await expect(store.backup(file)).rejects.toThrow('已经存在');

        const copy = await openStore(await subject.fresh());
        const { rows } = await restoreInto(copy, file, 'empty');
        expect(rows).toBeGreaterThanOrEqual(4);
        const read = (from: Store) =>
          from.transaction(async (records) => [
            await records.profiles.list(contact),
            await records.reminders.list(),
          ]);
        expect(await read(copy)).toEqual(await read(store));
        await expect(restoreInto(copy, file, 'empty')).rejects.toThrow('--force');
        expect((await restoreInto(copy, file, 'replace')).rows).toBe(rows);
        // New rows come after the restored ones.
        await copy.transaction(({ outbox }) => outbox.add(item('new', 'chat-9')));
        await copy.close();
      });
    });

    it('lets timers run between many transactions in a row', async () => {
      let ticks = 0;
      const timer = setInterval(() => {
        ticks += 1;
      }, 1);
      // Were the loop blocked, no timer would ever run: then this ends after five seconds, on a busy machine long before.
      for (const since = performance.now(); ticks <= 2 && performance.now() - since < 5000; )
        await run(async () => {});
      clearInterval(timer);
      expect(ticks).toBeGreaterThan(2);
    });

    it.runIf(subject.isKept)('opens what was stored again', async () => {
      await run(({ inbound }) => inbound.receive(message));
      await store.close();
      store = await openStore(options);
      expect(await run(({ inbound }) => inbound.unanswered())).toEqual([message]);
      if ('dataDir' in options) expect(existsSync(join(options.dataDir, 'huiqi.sqlite'))).toBe(true);
    });
  });
}
