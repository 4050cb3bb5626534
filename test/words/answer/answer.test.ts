/** Every answer to every question of the sets, on five days: what must hold whatever is asked. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termsOf } from '../../../src/retrieval/index.ts';
import { type Answer, answer, answerMeasure, validityOn } from '../../../src/words/answer/index.ts';
import { bodyOf, quoteFrom } from '../../../src/words/answer/quote.ts';
import { shippedMind } from '../../support/shipped.ts';

const { knowledge, index } = shippedMind();
const DAYS = ['2022-05-10', '2022-06-20', '2022-07-15', '2023-08-01', '2026-11-20'];

const questions = ['questions.dev.jsonl', 'questions.own.jsonl'].flatMap((file) =>
  readFileSync(new URL(`../../eval/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { question: string }).question),
);
const replies = DAYS.flatMap((today) =>
  questions.map((question) => ({ question, today, reply: answer(index, question, { today }) })),
);

const plain = (text: string) => text.replace(/\s+/gu, '');
const sources = knowledge.policies.map((policy) =>
  plain(
    [
      policy.source,
      ...policy.measures.map(({ clause }) => clause.text),
      ...policy.clauses.map(({ text }) => text),
    ].join('\n'),
  ),
);
const policyOf = ({ measures, document }: Answer) =>
  knowledge.policies.find(
    (policy) => measures[0]?.id.startsWith(`${policy.number}#`) || policy.number === document,
  );

function wrong(test: (one: (typeof replies)[number]) => boolean): string[] {
  return replies.filter(test).map(({ question, today, reply }) => `${today} ${question} → ${reply.text}`);
}

describe('every answer', () => {
  test('quotes verbatim', () => {
    expect(
      wrong(({ reply }) =>
        reply.quotes.some((quote) => !sources.some((source) => source.includes(plain(quote)))),
      ),
    ).toEqual([]);
  });

  test('shows its quotes', () => {
    expect(
      wrong(({ reply }) => reply.quotes.some((quote) => !plain(reply.text).includes(plain(quote)))),
    ).toEqual([]);
  });

  test('names only measures that exist, none twice', () => {
    const ids = new Set(knowledge.policies.flatMap((policy) => policy.measures.map(({ id }) => id)));
    expect(wrong(({ reply }) => reply.measures.some(({ id }) => !ids.has(id)))).toEqual([]);
    expect(
      wrong(({ reply }) => new Set(reply.measures.map(({ id }) => id)).size !== reply.measures.length),
    ).toEqual([]);
  });

  test('shows no amount that its documents do not have', () => {
    const amounts = /\d[\d.]*(?:万|亿)?元|\d[\d.]*[%‰]/gu;
    expect(
      wrong(({ reply }) =>
        (plain(reply.text).match(amounts) ?? []).some(
          (amount) => !sources.some((source) => source.includes(amount)),
        ),
      ),
    ).toEqual([]);
  });

  test('that rests on an expired document says so first', () => {
    expect(
      wrong(({ reply, today }) => {
        const policy = policyOf(reply);
        return (
          policy !== undefined &&
          validityOn(policy, today) === 'expired' &&
          !/^[^\n]*已过期：/u.test(reply.text)
        );
      }),
    ).toEqual([]);
  });

  test('that rests on a document in force never says that one expired', () => {
    expect(
      wrong(({ reply, today }) => {
        const policy = policyOf(reply);
        const alive = policy && ['in-force', 'applications-open'].includes(validityOn(policy, today));
        return Boolean(alive) && reply.kind !== 'answer' && reply.text.startsWith('已过期');
      }),
    ).toEqual([]);
  });

  test('is short: half within 220 characters, 95 of 100 within 350', () => {
    const lengths = replies.map(({ reply }) => [...reply.text].length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length * 0.5)]).toBeLessThanOrEqual(220);
    expect(lengths[Math.floor(lengths.length * 0.95)]).toBeLessThanOrEqual(350);
  });

  test('offers its menu as options', () => {
    expect(wrong(({ reply }) => (reply.kind === 'clarify') !== reply.options.length > 0)).toEqual([]);
  });
});

describe('whatever is written', () => {
  const words = fc.constantFrom(
    '补贴',
    '58号文',
    '第二条',
    '嗯',
    '哈',
    '好',
    'butie',
    '九江',
    '2022年',
    '，',
    '？',
    ' ',
    '\u{20000}',
    '的',
    '多少',
    '#',
    '(',
    '第',
  );
  test('gets an answer of a known kind, with text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.array(words, { maxLength: 20 }).map((list) => list.join('')),
        ),
        (question) => {
          const reply = answer(index, question, { today: '2022-06-20' });
          expect(reply.text).not.toBe('');
          expect(reply.sure).toBeGreaterThanOrEqual(0);
          expect(reply.sure).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 300 },
    );
  });
  test.each(['嗯', 'a', 'ni', '补贴', '？', '1', '第一条', '，'])(
    '%s 5,000 times is answered without hanging',
    (word) => {
      expect(answer(index, word.repeat(5000), { today: '2022-06-20' }).text).not.toBe('');
    },
  );
});

describe('follow-ups about one measure', () => {
  const id = '洪府办发〔2022〕58号#2';
  const tell = (focus: Parameters<typeof answerMeasure>[2]['focus'], today = '2022-06-20') =>
    answerMeasure(index, id, { today, focus: focus ?? null })!.text;

  test('the amount, with both tiers', () => {
    expect(tell('amount')).toMatch(/10万元[\s\S]*5万元/u);
  });
  test('the department, all of them', () => {
    expect(tell('department')).toMatch(/^责任单位：市工信局、/u);
  });
  test('the dates', () => {
    expect(tell('deadline')).toMatch(/申报截至2022年7月30日/u);
    expect(tell('deadline', '2022-07-10')).toMatch(/^有效期至2022年6月30日，仍可申报至2022年7月30日/u);
  });
  test('the whole clause', () => {
    expect(plain(tell('original'))).toContain(
      plain(
        index.knowledge.policies.flatMap((policy) => policy.measures).find((one) => one.id === id)!.clause
          .text,
      ),
    );
  });
  test('materials and addresses: the documents name none, and that is said', () => {
    expect(tell('how-to-apply')).toContain('文件没有写');
  });
  test('an amount worked out elsewhere stands before the quote', () => {
    const told = answerMeasure(index, id, { today: '2022-06-20', amountLine: '按您说的350人：5万元' })!;
    expect(told.text.indexOf('按您说的350人')).toBeLessThan(told.text.indexOf('“'));
  });
  test('an unknown measure has no answer', () => {
    expect(answerMeasure(index, '没有这个#1', { today: '2022-06-20' })).toBeNull();
  });
});

describe('the sentence quoted', () => {
  const clause =
    '（三）标题。甲企业给予5万元补贴。乙企业可以申请贷款贴息，由银行办理。丙项活动每年举办一次。【责任单位：市工信局】';
  const quote = (words: string, focus: 'amount' | null = null) =>
    quoteFrom(index, clause, '标题', {
      terms: new Map(Array.from(termsOf(words), (term) => [term, 1])),
      focus,
      aim: 5,
    });

  test('has the words of the question', () => {
    expect(quote('贷款').text).toContain('贷款贴息');
  });
  test('has the amount when an amount is asked for', () => {
    expect(quote('企业', 'amount').text).toContain('5万元');
  });
  test('is taken from the clause without its number, title and departments', () => {
    expect(bodyOf(clause, '标题')).toMatch(/^甲企业.*一次。$/u);
  });
});
