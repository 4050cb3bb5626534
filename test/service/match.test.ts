/** Enterprises in their own words and as tables of facts, for every measure: cases/*.yaml. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { FactValue, Profile } from '../../src/contract/index.ts';
import { bestFirst, evaluateAll, type Result } from '../../src/eligibility/index.ts';
import { profileOfText } from '../../src/service/index.ts';
import { shippedKnowledge } from '../support/shipped.ts';

interface Case {
  say?: string;
  profile?: Record<string, FactValue>;
  today?: string;
  is: 'eligible' | 'ineligible' | 'unknown';
  yuan?: number | null;
  cap?: number;
  missing?: string[];
}

const knowledge = shippedKnowledge();
const folder = new URL('../eligibility/cases/', import.meta.url);

for (const file of readdirSync(folder)) {
  const { document, today, about, ...measures } = parse(readFileSync(new URL(file, folder), 'utf8')) as {
    document: string;
    today: string;
    /** Of a measure with several benefits, those that the cases are about. */
    about?: Record<string, string[]>;
  } & Record<string, Case[]>;
  describe(document, () => {
    for (const [number, cases] of Object.entries(measures) as [string, Case[]][]) {
      it.each(cases)(`#${number} $say $profile $today: $is`, (one) => {
        const day = one.today ?? today;
        const profile: Profile = one.say ? profileOfText(knowledge, one.say, day) : (one.profile ?? {});
        const unplaced = one.say ? 'asked' : 'taken';
        const results = evaluateAll(knowledge, profile, { today: day, unplaced });
        const isAbout = ({ measure, benefit }: Result) =>
          measure.id === `${document}#${number}` &&
          (about?.[number] === undefined || about[number].includes(benefit.benefit));
        const [best] = bestFirst(results.filter(isAbout));
        const { is, yuan, cap, missing } = one;
        expect(best?.verdict, JSON.stringify(profile)).toBe(is);
        if (yuan !== undefined) expect(best?.amountYuan).toBe(yuan);
        if (cap !== undefined) expect(best?.capYuan).toBe(cap);
        if (missing) expect(best?.missing.toSorted()).toEqual(missing.toSorted());
      });
    }
  });
}
