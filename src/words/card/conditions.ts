/** The conditions of a benefit as lines of a card: what each wants, what was said, what is lacking. */
import type { CardCondition } from '../../contract/index.ts';
import type { Condition, Evaluation } from '../../eligibility/index.ts';
import type { Facts } from '../../facts/index.ts';
import type { Need } from '../../policy/index.ts';
import { formatDistance, formatNeed, formatValue } from '../explain.ts';
import { sayTest } from '../verdict/conditions.ts';

const STATES: Record<Condition['state'], CardCondition['state']> = {
  met: 'met',
  notMet: 'unmet',
  unknown: 'open',
};

export const stateOnCard = ({ state }: Condition): CardCondition['state'] => STATES[state];

/** What is taken for granted is shown where it fails; until then it is a note. */
const isShown = ({ kind, state, value }: Condition): boolean =>
  kind === 'presumed' || kind === 'received' ? state === 'notMet' : kind !== 'place' || value !== null;

export function cardConditions(evaluation: Evaluation, facts: Facts): CardCondition[] {
  return evaluation.conditions.filter(isShown).map((condition) => lineOf(condition, evaluation, facts));
}

function lineOf(condition: Condition, { toYes }: Evaluation, facts: Facts): CardCondition {
  const [name] = condition.facts;
  const fact = name === undefined ? undefined : facts.get(name);
  const far = condition.state === 'notMet' ? toYes.find((one) => one.fact === name) : undefined;
  const single = isSingle(condition.need);
  return {
    fact: single && fact ? name! : null,
    label: labelOf(condition, single, facts),
    state: stateOnCard(condition),
    said: single && fact && condition.value !== null ? formatValue(fact, condition.value) : null,
    wanted: condition.kind === 'place' ? condition.quote : sayTest(condition, facts),
    lack: far ? formatDistance(far, facts, condition.value) : null,
  };
}

const isSingle = (need: Need | null): boolean =>
  need === null || need.kind === 'fact' || need.kind === 'test';

function labelOf({ need, quote, kind, facts: names }: Condition, single: boolean, facts: Facts): string {
  if (kind === 'vague' && quote !== null) return `“${quote.replace(/\s/gu, '')}”`;
  if (!single && need) return formatNeed(need, facts);
  const [name = ''] = names;
  return facts.get(name)?.label ?? name;
}
