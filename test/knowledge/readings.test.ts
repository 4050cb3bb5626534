/** How the five documents are read, case by case: readings.yaml beside this file. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { FactValue } from '../../src/contract/index.ts';
import { evaluateAll } from '../../src/eligibility/index.ts';
import { enterpriseOf } from '../../src/service/enterprise.ts';
import { shippedKnowledge } from '../support/shipped.ts';

interface Case {
  measure: string;
  /** Where the measure has several. */
  benefit?: string;
  today: string;
  say?: string;
  profile?: Record<string, FactValue>;
  is: 'eligible' | 'ineligible' | 'unknown';
  yuan?: number | null;
  cap?: number;
  missing?: string[];
  reads?: string;
}

const knowledge = shippedKnowledge();
const groups = parse(readFileSync(new URL('readings.yaml', import.meta.url), 'utf8')) as {
  about: string;
  cases: Case[];
}[];

for (const { about, cases } of groups) {
  describe(about, () => {
    it.each(cases)('$measure $benefit $say $profile: $is', (one) => {
      const told = enterpriseOf(
        knowledge,
        one.say ? { text: one.say } : { profile: one.profile ?? {} },
        one.today,
      );
      expect(told.ignored).toEqual([]);
      const of = evaluateAll(knowledge, told.profile, { today: one.today, unplaced: told.unplaced }).filter(
        ({ measure, benefit }) =>
          measure.id === one.measure && (one.benefit === undefined || benefit.benefit === one.benefit),
      );
      expect(of).toHaveLength(1);
      const [result] = of;
      expect(result!.verdict, JSON.stringify(told.profile)).toBe(one.is);
      if (one.yuan !== undefined) expect(result!.amountYuan).toBe(one.yuan);
      if (one.cap !== undefined) expect(result!.capYuan).toBe(one.cap);
      if (one.missing) expect(result!.missing.toSorted()).toEqual(one.missing.toSorted());
      if (one.reads) expect(result!.benefit.readings.join()).toContain(one.reads);
    });
  });
}
