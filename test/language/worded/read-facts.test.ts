/** Messages and what is understood of them: facts.yaml beside this file. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { FactValue } from '../../../src/contract/index.ts';
import { periodsOf } from '../../../src/eligibility/index.ts';
import { readFacts as hear, type ReadFactsOptions, readUtterance } from '../../../src/language/index.ts';
import { MEANINGS } from '../../support/meanings.ts';
import { shippedKnowledge } from '../../support/shipped.ts';

interface Case {
  say: string;
  asked?: string[];
  today?: string;
  facts: Record<string, FactValue>;
  unsure?: string[];
  unknown?: string[];
  nonsense?: string[];
}

const readFacts = (text: string, options: ReadFactsOptions) => hear(readUtterance(text, options), options);

const knowledge = shippedKnowledge();
const { facts, places } = knowledge;
const options: ReadFactsOptions = {
  facts,
  meanings: MEANINGS,
  places,
  today: '2023-09-20',
  periods: periodsOf(knowledge),
};
const groups = parse(readFileSync(new URL('./facts.yaml', import.meta.url), 'utf8')) as {
  about: string;
  cases: Case[];
}[];

/** Trades tell of several facts at once; a case names those it is about. */
const isHint = (name: string) => (facts.get(name)?.deniedHints.length ?? 0) > 0;

for (const { about, cases } of groups) {
  describe(about, () => {
    it.each(cases)(
      '$say',
      ({ say, asked = [], today = options.today, facts: wanted, unsure = [], unknown, nonsense = [] }) => {
        const reading = readFacts(say, { ...options, asked, today });
        const kept = Object.entries(reading.facts).filter(([name]) => name in wanted || !isHint(name));
        expect(Object.fromEntries(kept)).toEqual(wanted);
        expect(reading.unsure.map((one) => one.fact)).toEqual(unsure);
        expect(reading.nonsense.map((one) => one.fact)).toEqual(nonsense);
        if (unknown) expect(reading.unknown).toEqual(unknown);
      },
    );
  });
}

describe('a message beside what was known', () => {
  it('tells a correction from a first word', () => {
    const profile = { dailyOnDutyHeadcount: 350, manufacturing: true };
    const { corrections } = readFacts('现在在岗290人', { ...options, profile });
    expect(corrections).toEqual([{ fact: 'dailyOnDutyHeadcount', was: 350, now: 290 }]);
    const { facts: said, unsure } = readFacts('在岗290人', { ...options, profile });
    expect(said).toEqual({});
    expect(unsure).toEqual([{ fact: 'dailyOnDutyHeadcount', value: 290, why: 'contradiction' }]);
  });

  it('narrows what was left possible', () => {
    const profile = { certification: { oneOf: ['provincialLittleGiant', 'nationalLittleGiant'] } };
    const { facts: said } = readFacts('省级的', { ...options, asked: ['certification'], profile });
    expect(said).toEqual({ certification: 'provincialLittleGiant' });
  });

  it('takes back a fact without a new value', () => {
    const { facts: said } = readFacts('在岗人数说错了', {
      ...options,
      profile: { dailyOnDutyHeadcount: 350 },
    });
    expect(said).toEqual({ dailyOnDutyHeadcount: null });
  });

  it('knows a supposition from a statement', () => {
    expect(readFacts('要是1001人在岗呢', options)).toMatchObject({
      whatIf: true,
      facts: { dailyOnDutyHeadcount: 1001 },
    });
    expect(readFacts('在岗1001人', options).whatIf).toBe(false);
  });

  it('hears a refusal', () => {
    expect(readFacts('这个不方便说', options)).toMatchObject({ refused: true, facts: {} });
  });
});

describe('any text', () => {
  const pieces = [
    '制造业',
    '没',
    '不是',
    '350人',
    '12%',
    '用电',
    '，',
    '。',
    '去年',
    '8000万',
    '订单',
    '上个月',
    '算不算',
    '？',
    '(',
    '从',
    '到',
    '1-6月',
    '倍',
    '0',
    '-',
    '在岗',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces)).map((all) => all.join('')),
  );

  it('never throws, and keeps only declared facts', () => {
    fc.assert(
      fc.property(text, fc.subarray([...facts.keys()], { maxLength: 3 }), (say, asked) => {
        const reading = readFacts(say, { ...options, asked });
        for (const name of [...Object.keys(reading.facts), ...reading.unknown, ...reading.mentions])
          expect(facts.has(name)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
