import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Known } from '../../src/contract/turn.ts';
import { turn } from '../../src/dialogue/index.ts';
import { withFacts } from '../../src/facts/index.ts';
import { plannerFor } from '../../src/reminders/index.ts';
import { shippedMind } from '../support/shipped.ts';

const mind = shippedMind();
const planner = plannerFor({ channel: 'test', conversationId: 'c', senderId: 's' });
const nobody: Known = {
  profile: {},
  enterprise: null,
  reminders: [],
  tickets: [],
  firstContact: false,
  push: 'always',
};

/** Plays messages straight through the pure turn: nothing catches what it throws. */
function converse(messages: readonly string[], today = '2022-06-20') {
  let state: string | null = null;
  let known = nobody;
  return messages.map((text) => {
    const output = turn({ state, message: { text }, now: `${today}T09:00`, today, known, mind, planner });
    state = JSON.stringify(output.state);
    for (const effect of output.effects) {
      if (effect.kind === 'profile-updated')
        known = { ...known, profile: withFacts(known.profile, effect.facts) };
    }
    return { ...output, profile: known.profile };
  });
}

const COMMANDS = [
  '帮助',
  '重来',
  '上一步',
  '换一个',
  '算了',
  '继续',
  '我的资料',
  '结果单',
  '政策体检',
  '转人工',
  '我的工单',
  '提醒我',
  '我的提醒',
  '取消提醒',
  '暂停提醒',
  '已申报',
  '忘记我',
  '是',
  '不',
  '好的',
  '测算',
  '1',
  '第二个',
  '不知道',
  '不方便说',
  '要是1001人呢',
  '再多一个人呢',
  '在岗350人',
  '用电涨了一成二',
  '涨了12%',
  '不停工补贴',
  '房租能减吗',
  '58号文第二条',
  '那最多多少',
  '哪个部门',
  '什么时候截止',
  '原文',
  '为什么',
  '制造业，端午没停',
  '不是大型是中型',
  '东湖区的',
];
const message = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...COMMANDS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...COMMANDS), fc.constantFrom(...COMMANDS))
      .map((pair) => pair.join('，')),
  },
);

describe('turn', () => {
  test('any messages in any order get a reply that makes sense, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('2022-06-20', '2023-08-20', '2026-11-20'),
        (messages, today) => {
          for (const { reply, state } of converse(messages, today)) {
            expect(reply.text.trim()).not.toBe('');
            expect(reply.text).not.toMatch(/undefined|null|NaN|\[object/u);
            if (reply.verdict !== 'eligible') expect(reply.amountYuan).toBeNull();
            for (const fact of reply.asks ?? []) expect(mind.knowledge.facts.has(fact)).toBe(true);
            expect(new Set(reply.options.map(({ id }) => id)).size).toBe(reply.options.length);
            expect(JSON.stringify(state).length).toBeLessThan(20_000);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a stored state of an unknown form is a fresh start', () => {
    for (const state of ['', '{}', 'null', '[1]', '{"format":99}', 'not json']) {
      const output = turn({
        state,
        message: { text: '你好' },
        now: '2022-06-20T09:00',
        today: '2022-06-20',
        known: nobody,
        mind,
        planner,
      });
      expect(output.reply.text).not.toBe('');
    }
  });

  test('a button of a measure that knowledge no longer holds is answered, not obeyed', () => {
    const message = { text: '', choice: '某府发〔1999〕1号#1' };
    const output = turn({
      state: null,
      message,
      now: '2022-06-20T09:00',
      today: '2022-06-20',
      known: nobody,
      mind,
      planner,
    });
    expect(output.reply.text).not.toBe('');
    expect(output.reply.about).toBeNull();
  });

  test('naming a subsidy says nothing of the enterprise', () => {
    for (const text of ['不停工补贴', '大型工业企业增收奖励', '不停产不停工那个补贴，看看够不够']) {
      expect(converse([text]).at(-1)!.profile, text).toEqual({});
    }
  });

  test('what-if leaves the profile as it was', () => {
    const [, before] = converse(['不停工补贴', '在岗350人，制造业']);
    const [, , after] = converse(['不停工补贴', '在岗350人，制造业', '要是1200人呢']);
    expect(after!.profile).toEqual(before!.profile);
  });
});
