import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { SendOutcome } from '../../src/contract/message.ts';
import {
  carryOutReminder,
  followReplaced,
  moveAmendedDeadlines,
  subscriptionId,
  takeWaiting,
} from '../../src/reminders/index.ts';
import { morningMinute } from '../../src/reminders/plan.ts';
import { reminderText } from '../../src/words/index.ts';
import { inEveryTimeZone } from '../support/time-zones.ts';
import { HOUR, MINUTE, simulate, who } from './simulation.ts';

const morning = morningMinute(subscriptionId(who, 'A#1'));
const days = (sent: { at: string }[]) => sent.map(({ at }) => at.slice(5, 10));

inEveryTimeZone(() => {
  describe('reminders', () => {
    it('arrive 7, 3 and 1 days before, in the minute planned, and never after the deadline', async () => {
      const world = await simulate('2022-07-22T10:00');
      await world.remind('A#1', '2022-07-30');
      await world.runTo('2022-08-01T10:00', 10 * MINUTE);
      const minutes = world.sent.map(
        ({ at }) => Math.ceil(Number(morning.slice(3)) / 10) * 10 === Number(at.slice(14)),
      );
      expect([days(world.sent), minutes]).toEqual([
        ['07-23', '07-27', '07-29'],
        [true, true, true],
      ]);
      expect(world.sent.map(({ text }) => /还有\d+天/u.exec(text)?.[0])).toEqual([
        '还有7天',
        '还有3天',
        '还有1天',
      ]);
      expect(world.sent[2]?.text).toContain('7月30日是周六，今天就是最后一个工作日。');
    });
  });
});

describe('a bot that was off', () => {
  it('for 48 hours sends each overdue notice once, and none whose deadline has passed', async () => {
    const world = await simulate('2022-07-22T10:00');
    await world.remind('A#1', '2022-07-30', { kind: 'days-before', days: [7, 6] });
    await world.remind('B#1', '2022-07-24', { kind: 'days-before', days: [1, 0] });
    await world.remind('C#1', '2022-07-23', { kind: 'days-before', days: [0] });
    world.clock.set('2022-07-24T12:00');
    world.restart();
    await world.runTo('2022-08-01T00:00');
    const about = world.sent.map(({ at, text }) => `${at.slice(5, 13)} ${/[A-C]#1/u.exec(text)?.[0]}`);
    expect(about.toSorted()).toEqual(['07-24T13 A#1', '07-24T13 A#1', '07-24T13 B#1', '07-24T13 B#1']);
    expect((await world.statuses()).toSorted()).toEqual(['expired', 'sent', 'sent', 'sent', 'sent']);
  });

  it('sends nothing twice and loses nothing when the clock is set back an hour, or a day is skipped', async () => {
    const world = await simulate('2022-07-22T10:00');
    await world.remind('A#1', '2022-07-30');
    await world.runTo('2022-07-23T09:40', MINUTE);
    world.clock.set('2022-07-23T08:40');
    await world.runTo('2022-07-23T10:00', MINUTE);
    world.clock.set('2022-07-26T08:00');
    await world.runTo('2022-07-26T09:00');
    world.clock.set('2022-07-27T12:00');
    await world.runTo('2022-07-31T00:00');
    expect(days(world.sent)).toEqual(['07-23', '07-27', '07-29']);
  });
});

describe('a channel', () => {
  it('that refuses for now is asked again, until the deadline', async () => {
    const world = await simulate('2022-07-22T10:00');
    await world.remind('A#1', '2022-07-23', { kind: 'days-before', days: [0] });
    for (let n = 0; n < 3; n += 1)
      world.answers.push({ kind: 'rejected', reason: 'ECONNREFUSED', permanent: false });
    await world.runTo('2022-07-23T09:30', MINUTE);
    expect(world.sent.map(({ text }) => text.startsWith('补发'))).toEqual([false]);
    const deliveries = await world.store.transaction(({ reminders }) => reminders.deliveries());
    expect(deliveries.map((each) => each.outcome).toSorted()).toEqual(['failed', 'failed', 'failed', 'sent']);
  });

  it('that refuses for good is not asked again', async () => {
    const world = await simulate('2022-07-22T10:00');
    await world.remind('A#1', '2022-07-23', { kind: 'days-before', days: [0] });
    world.answers.push({ kind: 'rejected', reason: 'blocked', permanent: true });
    await world.runTo('2022-07-24T00:00');
    expect([world.sent, await world.statuses()]).toEqual([[], ['failed']]);
  });

  it.each<[string, SendOutcome | Error]>([
    ['times out', { kind: 'unknown', reason: 'timed out' }],
    ['throws', new Error('socket hang up')],
  ])(
    'that %s leaves it unsure: covered by the next notice, and only the last goes again, marked',
    async (_how, answer) => {
      const world = await simulate('2022-07-22T10:00');
      await world.remind('A#1', '2022-07-28', { kind: 'days-before', days: [3, 1] });
      world.answers.push(answer, answer);
      await world.runTo('2022-07-29T00:00');
      const received = world.sent.filter(({ text }) => text.startsWith('补发（如已收到请忽略）：'));
      expect(days(received)).toEqual(['07-27']);
      expect(await world.statuses()).toEqual(['unsure', 'unsure', 'sent']);
    },
  );

  it('that takes a window for open because it has just started is not believed: the store remembers', async () => {
    const world = await simulate('2022-07-22T10:00', {
      capabilities: { textLimit: null, buttons: false, push: 'window', windowMs: 48 * HOUR, pace: null },
      windowOpen: () => true,
    });
    await world.store.transaction(({ conversations }) =>
      conversations.save(who, who.senderId, '{}', null, world.clock.now()),
    );
    await world.remind('A#1', '2022-07-28', { kind: 'days-before', days: [5, 3, 1] });
    await world.runTo('2022-07-27T12:00');
    expect(days(world.sent)).toEqual(['07-23']);
    expect(await world.statuses()).toEqual(['sent', 'waiting', 'waiting']);
  });

  it('whose window is closed keeps it, and shows it first when the contact next writes', async () => {
    let isOpen = false;
    const world = await simulate('2022-07-22T10:00', {
      capabilities: { textLimit: null, buttons: false, push: 'window', windowMs: 48 * HOUR, pace: null },
      windowOpen: () => isOpen,
    });
    await world.remind('A#1', '2022-07-28', { kind: 'days-before', days: [5, 3, 1] });
    await world.runTo('2022-07-25T12:00');
    expect([world.sent, await world.statuses()]).toEqual([[], ['waiting', 'waiting', 'due']]);

    const text = await world.store.transaction((records) =>
      takeWaiting(
        records,
        who,
        'reply-1',
        (row, now) => reminderText(row, { name: row.about, source: '文号', deadlineKind: 'apply-by' }, now),
        world.clock.now(),
      ),
    );
    expect(text?.match(/还有3天/gu)).toHaveLength(2);
    expect(await world.statuses()).toEqual(['sending', 'sending', 'due']);
    await world.store.transaction(({ reminders }) => reminders.shown('reply-1', world.clock.now()));

    isOpen = true;
    await world.store.transaction(({ conversations }) =>
      conversations.save(who, who.senderId, '{}', null, world.clock.now()),
    );
    await world.runTo('2022-07-29T00:00');
    expect(days(world.sent)).toEqual(['07-27']);
    expect(await world.statuses()).toEqual(['sent', 'sent', 'sent']);
  });

  it('that can only answer never counts a reminder as delivered, and lets it expire', async () => {
    const world = await simulate('2022-07-22T10:00', {
      capabilities: { textLimit: null, buttons: false, push: 'never', pace: null },
    });
    await world.remind('A#1', '2022-07-28', { kind: 'days-before', days: [1] });
    await world.runTo('2022-07-29T01:00');
    expect([world.sent, await world.statuses()]).toEqual([[], ['expired']]);
  });
});

describe('a contact', () => {
  const say = (world: Awaited<ReturnType<typeof simulate>>, effect: Parameters<typeof carryOutReminder>[0]) =>
    world.store.transaction((records) => carryOutReminder(effect, { records, who, now: world.clock.now() }));

  it('who has applied, or cancels, hears no more of it', async () => {
    const world = await simulate('2022-07-22T10:00');
    await world.remind('A#1', '2022-07-30');
    await world.remind('B#1', '2022-07-30');
    await say(world, { kind: 'applied', about: 'A#1' });
    await say(world, { kind: 'reminder-cancelled', about: 'B#1' });
    await world.runTo('2022-08-01T00:00');
    expect(world.sent).toEqual([]);
  });

  it('who asks again changes the time, and gets no notice twice', async () => {
    const world = await simulate('2022-07-22T10:00');
    await world.remind('A#1', '2022-07-30');
    await world.runTo('2022-07-24T00:00');
    await world.remind('A#1', '2022-07-30', { kind: 'days-before', days: [7, 5] });
    await world.runTo('2022-08-01T00:00');
    expect(days(world.sent)).toEqual(['07-23', '07-25']);
  });

  it('who pauses until a day hears the newest one then', async () => {
    const world = await simulate('2022-07-22T10:00');
    await world.remind('A#1', '2022-07-30');
    await say(world, { kind: 'reminder-paused', about: null, until: '2022-07-28' });
    await world.runTo('2022-08-01T00:00');
    expect(days(world.sent)).toEqual(['07-28', '07-29']);
  });

  it('who wants quiet in the morning is told after, also of what was planned before', async () => {
    const world = await simulate('2022-07-22T10:00');
    await world.remind('A#1', '2022-07-28', { kind: 'days-before', days: [1] });
    await say(world, { kind: 'quiet-hours', from: '22:00', to: '11:00' });
    await world.runTo('2022-07-29T00:00', 10 * MINUTE);
    expect(world.sent.map(({ at }) => at)).toEqual(['2022-07-27T11:00']);
  });

  it('of an amended document is told at once, and reminded of the new date only', async () => {
    const world = await simulate('2022-07-22T10:00');
    await world.remind('A#1', '2022-07-30');
    await world.runTo('2022-07-24T10:00');
    const moved = await moveAmendedDeadlines(world.store, () => '2022-08-15', world.clock.now());
    expect(moved).toEqual([
      { about: 'A#1', from: '2022-07-30', to: '2022-08-15', subscribers: 1, unreadable: [] },
    ]);
    expect(await moveAmendedDeadlines(world.store, () => '2022-08-15', world.clock.now())).toEqual([]);
    await world.runTo('2022-08-20T00:00');
    expect(days(world.sent)).toEqual(['07-23', '07-24', '08-08', '08-12', '08-14']);
    expect(world.sent[1]?.text).toContain('由2022年7月30日（周六）改为2022年8月15日（周一）');
  });

  it.each(['{', '{"kind":"weekly","weekday":9}', '{"kind":"monthly"}'])(
    'whose stored choice is unreadable (%s) is told of the new date too, at the usual times, and nobody is held up',
    async (choice) => {
      const world = await simulate('2022-07-22T10:00');
      await world.remind('A#1', '2022-07-30');
      await world.store.transaction(async ({ reminders }) => {
        const [subscription] = await reminders.subscriptions(who);
        if (subscription)
          await reminders.subscribe([{ subscription: { ...subscription, choice }, reminders: [] }]);
      });
      const moved = await moveAmendedDeadlines(world.store, () => '2022-08-15', world.clock.now());
      expect(moved).toMatchObject([{ subscribers: 1, unreadable: [expect.any(String)] }]);
      await world.runTo('2022-08-20T00:00');
      expect(days(world.sent)).toEqual(['07-22', '08-08', '08-12', '08-14']);
    },
  );

  it('of a replaced document is told once, and reminded of the new one’s day only', async () => {
    const world = await simulate('2022-07-22T10:00');
    await world.remind('A#1', '2022-07-30');
    await world.remind('B', '2022-07-30');
    await world.runTo('2022-07-24T10:00');
    const successor = (about: string) => (about === 'A#1' ? { about: 'C#4', deadline: '2022-08-15' } : null);
    expect(await followReplaced(world.store, successor, world.clock.now())).toBe(1);
    expect(await followReplaced(world.store, successor, world.clock.now())).toBe(0);
    await world.runTo('2022-08-20T00:00');
    const about = (name: string) => world.sent.filter(({ text }) => text.includes(name));
    expect(days(about('A#1'))).toEqual(['07-23', '07-24']);
    expect(days(about('C#4'))).toEqual(['08-08', '08-12', '08-14']);
    expect(days(about('】B'))).toEqual(['07-23', '07-27', '07-29']);
  });

  it('of a document whose successor states no day is told, and reminded no more', async () => {
    const world = await simulate('2022-07-22T10:00');
    await world.remind('A#1', '2022-07-30');
    await followReplaced(world.store, () => ({ about: 'C', deadline: null }), world.clock.now());
    await world.runTo('2022-08-20T00:00');
    expect(days(world.sent)).toEqual(['07-22']);
  });

  it('is not woken by an amendment read in the night', async () => {
    const world = await simulate('2022-07-22T10:00');
    await world.remind('A#1', '2022-07-30');
    world.clock.set('2022-07-22T23:30');
    await moveAmendedDeadlines(world.store, () => '2022-08-15', world.clock.now());
    await world.runTo('2022-07-24T00:00', 15 * MINUTE);
    expect(world.sent.map(({ at }) => at)).toEqual(['2022-07-23T09:15']);
  });
});

describe('a worker that stops', () => {
  it('finishes what it sends and gives the rest back for the next', async () => {
    const world = await simulate('2022-07-22T10:00');
    for (let n = 0; n < 20; n += 1)
      await world.remind(`A#${n}`, '2022-07-30', { kind: 'at', at: '2022-07-23T09:05' });
    const first = world.scheduler;
    let stopped: Promise<void> | null = null;
    const push = world.sent.push.bind(world.sent);
    world.sent.push = (...items) => {
      if (world.sent.length === 4) stopped = first.stop();
      return push(...items);
    };
    world.clock.set('2022-07-23T09:05');
    await first.tick();
    await stopped;
    expect(await world.store.transaction(({ reminders }) => reminders.counts())).toEqual({
      sent: 5,
      due: 15,
    });
    world.restart();
    await world.scheduler.tick();
    expect(await world.store.transaction(({ reminders }) => reminders.counts())).toEqual({ sent: 20 });
  });
});

describe('a scheduler that is started', () => {
  it('sends what is due at once, and after its stop nothing more', async () => {
    const world = await simulate('2022-07-22T10:00');
    await world.remind('A#1', '2022-07-30', { kind: 'days-before', days: [7, 3] });
    world.clock.set('2022-07-23T12:00');
    await world.scheduler.start();
    await vi.waitFor(() => expect(days(world.sent)).toEqual(['07-23']));
    await world.scheduler.stop();
    world.clock.set('2022-07-27T12:00');
    await world.scheduler.tick();
    expect(await world.statuses()).toEqual(['sent', 'due']);
  });
});

it('whatever happens, nothing arrives twice unmarked, nothing after its deadline, and nothing is unaccounted for', async () => {
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 40 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('back' as const), hours: fc.integer({ min: 1, max: 3 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('set' as const),
        item: fc.nat(3),
        deadline: fc.integer({ min: 1, max: 20 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        kind: fc.constantFrom('rejected' as const, 'unknown' as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), item: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('resume' as const), item: fc.nat(3) }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const world = await simulate('2022-07-01T10:00');
      const effect = (about: string, kind: 'reminder-paused' | 'reminder-resumed') =>
        world.store.transaction((records) =>
          carryOutReminder(kind === 'reminder-paused' ? { kind, about, until: null } : { kind, about }, {
            records,
            who,
            now: world.clock.now(),
          }),
        );
      for (const each of steps) {
        if (each.do === 'pass') world.clock.pass(each.hours * HOUR);
        if (each.do === 'back') world.clock.pass(-each.hours * HOUR);
        if (each.do === 'set')
          await world.remind(`A#${each.item}`, `2022-07-${String(each.deadline + 5).padStart(2, '0')}`);
        if (each.do === 'restart') world.restart();
        if (each.do === 'answer') {
          world.answers.push(
            each.kind === 'rejected'
              ? { kind: 'rejected', reason: '', permanent: false }
              : { kind: 'unknown', reason: '' },
          );
        }
        if (each.do === 'pause') await effect(`A#${each.item}`, 'reminder-paused');
        if (each.do === 'resume') await effect(`A#${each.item}`, 'reminder-resumed');
        await world.scheduler.tick();
      }
      const { rows, deliveries } = await world.store.transaction(async ({ reminders }) => ({
        rows: await reminders.list(),
        deliveries: await reminders.deliveries(),
      }));
      const sentOnce = deliveries
        .filter(({ outcome }) => outcome === 'sent')
        .map(({ reminderId }) => reminderId);
      expect(new Set(sentOnce).size).toBe(sentOnce.length);
      const expiry = new Map(rows.map((row) => [row.id, row.expiresAt]));
      for (const { reminderId, startedAt } of deliveries)
        expect(startedAt).toBeLessThan(expiry.get(reminderId) ?? 0);
      const left = deliveries.filter(({ outcome }) => outcome === 'sent' || outcome === 'unsure');
      expect(world.sent.length).toBe(left.length);
      expect(rows.filter((row) => ['claimed', 'sending'].includes(row.status))).toEqual([]);
      await world.store.close();
    }),
    { numRuns: 60 },
  );
});
