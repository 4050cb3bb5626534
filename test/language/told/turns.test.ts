/** What enterprises tell message after message, and what stands of it in the end: turns.yaml beside this file. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Profile, Thing } from '../../../src/contract/index.ts';
import { periodsOf } from '../../../src/eligibility/index.ts';
import { type Fact, inHand, oppositionsIn, ownFactSchema, withFacts } from '../../../src/facts/index.ts';
import { readFacts, readUtterance } from '../../../src/language/index.ts';
import { MEANINGS } from '../../support/meanings.ts';
import { OPPOSITIONS } from '../../support/oppositions.ts';
import { shippedKnowledge } from '../../support/shipped.ts';

interface Talk {
  say: string[];
  today?: string;
  asked?: string[];
  kept?: Profile;
  /** Every order or loan that was told. */
  things?: Profile[];
  back?: string[];
}
const read = (name: string) => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

const knowledge = shippedKnowledge();
const declared = Object.entries(read('./facts.yaml') as Record<string, object>).map(
  ([name, fact]): [string, Fact] => [
    name,
    {
      ...ownFactSchema.parse(fact),
      label: name,
      topic: name,
      oppositions: oppositionsIn(name, OPPOSITIONS),
    },
  ],
);
const facts = new Map([...knowledge.facts, ...declared]);
/** What a trade tells beside is no matter of these talks. */
const isHint = (name: string) => (facts.get(name)?.deniedHints.length ?? 0) > 0;

function tell({ say, today = '2023-10-20', asked = [] }: Talk) {
  let kept: Profile = {};
  let beside: readonly Thing[] = [];
  let back: string[] = [];
  for (const [place, text] of say.entries()) {
    const reading = readFacts(readUtterance(text, { today }), {
      facts,
      meanings: MEANINGS,
      places: knowledge.places,
      today,
      periods: periodsOf(knowledge),
      asked: place === say.length - 1 ? asked : [],
      profile: kept,
    });
    const told = Object.entries(reading.facts).filter(([name]) => !isHint(name));
    const now = inHand({ profile: kept, beside }, { ...reading, facts: Object.fromEntries(told) }, facts);
    kept = withFacts(kept, now.facts);
    beside = now.beside;
    back = [...new Set(reading.unsure.map(({ fact }) => fact))];
  }
  return { kept, beside, back };
}

for (const { about, talks } of read('./turns.yaml') as { about: string; talks: Talk[] }[]) {
  describe(about, () => {
    it.each(talks.map((talk) => [talk.say.join(' / '), talk] as const))('%s', (_, talk) => {
      const { kept, beside, back } = tell(talk);
      expect(back).toEqual(talk.back ?? []);
      const things = [kept, ...beside.map((thing) => thing.facts)];
      const inAnyOrder = (all: readonly object[]) =>
        all.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
      expect(inAnyOrder(things)).toEqual(inAnyOrder(talk.things ?? [talk.kept!]));
    });
  });
}
