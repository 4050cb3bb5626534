import { describe, expect, test } from 'vitest';
import { closesWhen, deadlinesOf, standingOn } from '../../src/policy/index.ts';
import { POLICY, samplePolicy } from './sample.ts';

const tea = samplePolicy();
const without = (...keys: string[]) =>
  samplePolicy(keys.reduce((text, key) => text.replace(new RegExp(`^${key}:.*\n`, 'mu'), ''), POLICY));

test('a document states when to apply, until when it is valid, and the periods of its benefits', () => {
  expect(deadlinesOf(tea).map(({ about, kind, from, day }) => [about, kind, from, day])).toEqual([
    ['明府办发〔2031〕7号', 'apply-by', null, '2032-01-20'],
    ['明府办发〔2031〕7号', 'valid-until', '2031-02-03', '2031-12-31'],
    ['明府办发〔2031〕7号#2', 'window', '2031-03-01', '2031-05-31'],
  ]);
  for (const { quote } of deadlinesOf(tea)) expect(quote).toMatch(/\d/u);
});

describe('how a document stands on a day', () => {
  test.each([
    ['2031-02-02', { state: 'not-yet', from: '2031-02-03' }],
    ['2031-02-03', { state: 'in-force', next: '2031-12-31', daysLeft: 331 }],
    ['2031-11-30', { state: 'in-force', next: '2031-12-31', daysLeft: 31 }],
    ['2031-12-01', { state: 'near', next: '2031-12-31', daysLeft: 30 }],
    ['2031-12-31', { state: 'near', next: '2031-12-31', daysLeft: 0 }],
    ['2032-01-01', { state: 'open-after-validity', next: '2032-01-20', daysLeft: 19 }],
    ['2032-01-20', { state: 'open-after-validity', next: '2032-01-20', daysLeft: 0 }],
    ['2032-01-21', { state: 'expired', since: '2032-01-20' }],
  ])('%s', (today, standing) => expect(standingOn(tea, today)).toEqual(standing));

  test('without an end it is neither expired nor surely alive', () => {
    expect(standingOn(without('valid', 'apply'), '2099-01-01')).toEqual({ state: 'unstated' });
  });
  test('without a day to apply by, validity decides', () => {
    expect(standingOn(without('apply'), '2032-01-01')).toEqual({ state: 'expired', since: '2031-12-31' });
  });
  test('applications may close while it is still valid', () => {
    const early = { ...tea, applyBy: { day: '2031-06-30', quote: '申报截至 2031年6月30日' } };
    expect(standingOn(early, '2031-07-01')).toMatchObject({
      state: 'closed-to-applications',
      next: '2031-12-31',
    });
  });
});

test('what closes first stands first; documents without an end and expired ones come last', () => {
  const policies = [
    { ...without('valid', 'apply'), number: '无期' },
    { ...tea, number: '过期', validUntil: { day: '2031-03-01', quote: '' }, applyBy: null },
    { ...tea, number: '年底' },
    { ...tea, number: '下周', applyBy: { day: '2031-06-08', quote: '' } },
  ];
  const closing = closesWhen({ policies }, '2031-06-01');
  expect(closing.map(({ number }) => number)).toEqual(['下周', '年底', '无期', '过期']);
  expect(closing[0]!.deadlines[0]).toMatchObject({ kind: 'apply-by', daysLeft: 7 });
});
