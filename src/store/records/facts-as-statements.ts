/**
 * A profile as one value a fact, over statements: for those who still speak of an enterprise without entities and evidence. Of a fact that
 * was told of several periods, the last told counts.
 */
import { ENTERPRISE, type FactValue, type Statement, shanghaiDay } from '../../contract/index.ts';
import { factsOf } from '../../facts/index.ts';
import type { StatementKey } from '../interface/profiles.ts';

/** What has to be told and withdrawn for the facts to be these. What stays as it was keeps its evidence. */
export function statementsOf(
  facts: string,
  before: readonly Statement[],
  at: number,
): { told: Statement[]; withdrawn: StatementKey[] } {
  const wanted = new Map(Object.entries(JSON.parse(facts) as Record<string, FactValue>));
  const kept = JSON.parse(factsOf(before)) as Record<string, FactValue>;
  const isSame = (fact: string) => JSON.stringify(wanted.get(fact)) === JSON.stringify(kept[fact]);
  const withdrawn = before.filter(({ entity, fact }) => entity === ENTERPRISE && !isSame(fact));
  const told = [...wanted]
    .filter(([fact]) => !isSame(fact))
    .map(([fact, value]): Statement => {
      const common = { fact, entity: ENTERPRISE, evidence: null, said: shanghaiDay(at) };
      if (typeof value !== 'object' || !('period' in value) || !value.period)
        return { ...common, value, period: null };
      const { period, ...bounds } = value;
      return { ...common, value: bounds, period };
    });
  return { told, withdrawn };
}
