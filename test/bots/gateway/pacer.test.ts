import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPacer } from '../../../bots/gateway/pacer.ts';

const PACE = { perChatPerSecond: 1, overallPerSecond: 30, perGroupPerMinute: 20 };

const most = (times: number[], windowMs: number): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));

test('whoever writes when: no window of any length is ever overfull, and nobody waits longer than needed', () => {
  const step = fc.record({ chat: fc.nat(40), pauseMs: fc.nat(200) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 150, maxLength: 300 }), (steps) => {
      const pacer = createPacer(PACE);
      const sent: { chat: number; at: number }[] = [];
      let now = 0;
      for (const { chat, pauseMs } of steps) {
        now += pauseMs;
        const target = { conversationId: String(chat), isGroup: chat % 2 === 0 };
        const at = pacer.earliest(target, now);
        const justBefore = [...sent, { chat, at: at - 1 }];
        if (at > now) expect(overfull(justBefore)).toBe(true);
        now = at;
        pacer.take(target, now);
        sent.push({ chat, at });
      }
      expect(overfull(sent)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

function overfull(sent: { chat: number; at: number }[]): boolean {
  if (
    most(
      sent.map(({ at }) => at),
      1_000,
    ) > PACE.overallPerSecond
  )
    return true;
  return [...new Set(sent.map(({ chat }) => chat))].some((chat) => {
    const times = sent.filter((one) => one.chat === chat).map(({ at }) => at);
    return most(times, 1_000) > 1 || (chat % 2 === 0 && most(times, 60_000) > PACE.perGroupPerMinute);
  });
}

test('a channel without a pace waits only when the platform says so', () => {
  const pacer = createPacer(null);
  const chat = { conversationId: 'a', isGroup: false };
  for (let i = 0; i < 100; i++) pacer.take(chat, 0);
  expect(pacer.earliest(chat, 0)).toBe(0);
  pacer.holdUntil(chat, 5_000);
  expect(pacer.earliest(chat, 0)).toBe(5_000);
  expect(pacer.earliest({ ...chat, conversationId: 'b' }, 0)).toBe(0);
});
