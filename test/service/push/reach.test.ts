/** 够得着的钱 is what a judgement of each enterprise by each measure adds up to, however it is counted. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactValue, Profile, Statement } from '../../../src/contract/index.ts';
import { cellsOf, closedBy, evaluate, factOfRole } from '../../../src/eligibility/index.ts';
import { complete, profilesOf, statementsOf } from '../../../src/facts/index.ts';
import { reachOf } from '../../../src/service/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { shippedKnowledge } from '../../support/shipped.ts';

const knowledge = shippedKnowledge();
const { facts, places, policies } = knowledge;
const TODAY = '2022-06-20';
const measures = policies.flatMap((policy) => policy.measures.map((measure) => ({ policy, measure })));
const benefits = measures.flatMap(({ measure }) => measure.benefits);
const values = [...facts]
  .map(([name, fact]): [string, FactValue[]] => [name, cellsOf(name, fact, benefits)])
  .filter(([, each]) => each.length > 0);

/** One after the other, as a person would with the rules on the table. */
function byHand(enterprises: readonly (readonly Statement[])[]) {
  const told = enterprises.filter((statements) => statements.length > 0);
  return measures.flatMap(({ policy, measure }) => {
    const context = { policy, today: TODAY, facts, places };
    const open = measure.benefits.filter((benefit) => closedBy(benefit, context) === null);
    const counts = { about: measure.id, fits: 0, yuan: 0, near: 0, lacking: 0 };
    for (const statements of told) {
      const all = profilesOf(statements).flatMap((profile: Profile) =>
        open.map((benefit) => evaluate(benefit, complete(profile, facts), context)),
      );
      const fitting = all.filter(({ verdict }) => verdict === 'eligible');
      if (fitting.length > 0) {
        counts.fits += 1;
        counts.yuan += Math.max(...fitting.map(({ amountYuan }) => amountYuan ?? 0));
      } else if (all.some(({ verdict }) => verdict === 'unknown')) counts.lacking += 1;
      else if (all.some(({ onlyThat }) => onlyThat)) counts.near += 1;
    }
    return counts.fits + counts.near + counts.lacking > 0 ? [counts] : [];
  });
}

const enterprise = fc
  .tuple(
    fc
      .subarray(values, { maxLength: 12 })
      .chain((some) =>
        fc.record(Object.fromEntries(some.map(([name, each]) => [name, fc.constantFrom(...each)]))),
      ),
    fc.option(fc.constantFrom('南昌市', '东湖区', '九江市', '广东省'), { nil: undefined }),
    fc.boolean(),
  )
  .map(([told, place, isOrder]) => {
    const statements = statementsOf(
      { ...told, ...(place && { [factOfRole('place', facts)!]: place }) },
      TODAY,
    );
    // A second order beside the first: the better one counts.
    return isOrder
      ? [...statements, ...statements.slice(0, 2).map((one) => ({ ...one, entity: 'order:2' as const }))]
      : statements;
  });

test('of enterprises at random, each measure counts who fits, who nearly does and who told too little', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(enterprise, { maxLength: 8 }), async (enterprises) => {
      const store = await openStore({ memory: true });
      await store.transaction(async ({ profiles }) => {
        for (const [i, told] of enterprises.entries())
          await profiles.believe({ channel: 'web', senderId: `e${i}` }, null, { told }, i);
      });
      const reach = await reachOf(store, { knowledge, today: TODAY });
      await store.close();
      const inOrder = (list: { about: string }[]) => list.toSorted((a, b) => (a.about < b.about ? -1 : 1));
      expect(inOrder(reach.measures)).toEqual(inOrder(byHand(enterprises)));
    }),
    { numRuns: 40 },
  );
});
