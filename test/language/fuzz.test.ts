/** Any mixture of clauses: what is believed rests on a clause that tells of oneself, and openings change none of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodsOf } from '../../src/eligibility/index.ts';
import { type Reading, readFacts, readUtterance, type Utterance } from '../../src/language/index.ts';
import { MEANINGS } from '../support/meanings.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const today = '2023-10-20';
const knowledge = shippedKnowledge();
const { facts, places } = knowledge;
const options = { facts, meanings: MEANINGS, places, today, periods: periodsOf(knowledge) };

const SELF = ['我们', '我们厂', '公司', '咱们', ''];
const OTHERS = ['隔壁厂', '张总说他们', '我老乡的厂', '听说', '文件要求', '群里说', '行业平均'];
const TOLD = [
  '端午没停工',
  '每天在岗352人',
  '用电涨了12%',
  '用电从38万度变成41.5万度',
  '7月签了个8000万的订单',
  '三季度应税销售1.2亿',
  '是做汽车座椅的',
  '是大型企业',
  '保费30万',
  '去年领过5万',
  '租的国有标准厂房',
];
const ASKED = ['能拿多少', '有没有补贴', '怎么申请', '是不是要300人', '什么时候截止', '算不算'];
const SMALL = [
  '不',
  '没',
  '还有',
  '又',
  '就',
  '大概',
  '去年',
  '今年',
  '其实',
  '的话',
  '12',
  '350',
  '万',
  '%',
  '、',
  ' ',
];
const MARKS = ['，', '。', '？', '；', '\n', '：'];

const clause = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom(...SELF), fc.constantFrom(...TOLD)) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...OTHERS), fc.constantFrom(...TOLD)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...SELF), fc.constantFrom(...ASKED)) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...SMALL, ...TOLD), { minLength: 1, maxLength: 4 }) },
);
const message = fc
  .array(fc.tuple(clause, fc.constantFrom(...MARKS)), { minLength: 1, maxLength: 6 })
  .map((all) => all.map(([words, mark]) => words.join('') + mark).join(''));

const listen = (text: string): { utterance: Utterance; reading: Reading } => {
  const utterance = readUtterance(text, { today });
  return { utterance, reading: readFacts(utterance, options) };
};
const RUNS = { numRuns: 300 };

test('every fact rests on a clause of the message that is told of oneself', () => {
  fc.assert(
    fc.property(message, (text) => {
      const { utterance, reading } = listen(text);
      for (const name of Object.keys(reading.facts)) {
        const span = reading.toldIn[name];
        expect(span, `${text} ${name}`).toBeDefined();
        const home = utterance.clauses.find(({ start, end }) => start <= span!.start && span!.end <= end);
        expect(home?.holder, `${text} ${name}`).toBe('self');
      }
    }),
    RUNS,
  );
});

test('what somebody else is said to say or be adds nothing of oneself', () => {
  const others = fc
    .array(fc.tuple(fc.constantFrom(...OTHERS), fc.constantFrom(...TOLD)), { minLength: 1, maxLength: 4 })
    .map((all) => all.map((words) => words.join('')).join('。'));
  fc.assert(
    fc.property(others, (text) => {
      expect(listen(text).reading.facts, text).toEqual({});
    }),
    RUNS,
  );
});

test('an opening before a message changes nothing of what it tells', () => {
  const openings = ['你好，', '请问一下，', '麻烦问一下，', '不好意思打扰了，', '我想咨询一下，'];
  fc.assert(
    fc.property(fc.constantFrom(...openings), message, (opening, text) => {
      // 12、 at the head of a message numbers its first line; behind an opening it may be a figure.
      fc.pre(!/^\s*\d+、/u.test(text));
      const withOpening = listen(opening + text).reading;
      expect(withOpening.facts, opening + text).toEqual(listen(text).reading.facts);
    }),
    RUNS,
  );
});

test('the same words read twice are read alike', () => {
  fc.assert(
    fc.property(message, (text) => {
      expect(listen(text).reading).toEqual(listen(text).reading);
    }),
    { numRuns: 100 },
  );
});
