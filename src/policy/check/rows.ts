/** No row of payment is unreachable behind those above it, and none pays what another pays unless the clause states that sum twice. */
import { addDays } from '../../contract/index.ts';
import { readFigures } from '../../figures/index.ts';
import type { Benefit, Need, PayRow, Test } from '../benefit.ts';
import { factsOfNeed, partsOf, testsOf } from '../need.ts';
import type { BenefitFault } from './literals.ts';
import { benefitsOf, type Check } from './report.ts';
import { needsOf } from './rule-literals.ts';

type Value = number | string | boolean;
type Assignment = ReadonlyMap<string, Value>;

export const checkRows: Check = (checked) =>
  benefitsOf(checked).flatMap(({ benefit, path }) =>
    rowFaults(benefit).map(({ path: below, message }) => checked.fault([...path, ...below], message)),
  );

/** Rows of a benefit that nobody gets, or that pay what another row pays. */
export function rowFaults(benefit: Benefit): BenefitFault[] {
  const faults: BenefitFault[] = [];
  const reached = reachedRows(benefit);
  const amounts = new Map<string, number[]>();
  for (const [i, { pay }] of benefit.pays.entries()) {
    const path = ['pays', i];
    if (!reached.has(i))
      faults.push({
        path,
        message: `第 ${i + 1} 行 pays 永远轮不到：前面的行或条件已经包括了它，请核对数额和次序`,
      });
    if (pay.form === 'unstated' || pay.form === 'service') continue;
    // 10万 and 10万元 are one amount: their wording does not count.
    const amount = JSON.stringify(pay, (key, value) => (key === 'text' ? undefined : value));
    const earlier = amounts.get(amount) ?? [];
    if (earlier.length > 0 && earlier.length >= timesStated(pay, benefit.quote))
      faults.push({ path, message: `第 ${i + 1} 行与第 ${earlier.at(-1)! + 1} 行给的数额相同，请核对数额` });
    amounts.set(amount, [...earlier, i]);
  }
  return faults;
}

/** A table may give one sum in several of its rows: as many rows pay it as the quote states it. */
function timesStated(pay: Benefit['pays'][number]['pay'], quote: string): number {
  if (pay.form !== 'yuan') return 1;
  const { value } = pay.yuan;
  return readFigures(quote).filter((figure) => figure.kind === 'money' && figure.value === value).length;
}

/** The rows that some enterprise gets, tried at every threshold, just below and just above. */
function reachedRows({ needs, pays, ...rest }: Benefit): Set<number> {
  const whens = pays.flatMap(({ when }) => (when ? [when] : []));
  const names = new Set(whens.flatMap(factsOfNeed));
  const all = needsOf({ ...rest, needs, pays }).map(({ need }) => need);
  const reached = new Set<number>();
  for (const values of assignments([...names], all)) {
    if (needs.some((need) => holds(need, values) === false)) continue;
    const isPaid = ({ when }: PayRow): boolean => when === null || holds(when, values) === true;
    const row = pays.findIndex((one) => !one.added && isPaid(one));
    if (row >= 0) reached.add(row);
    for (const [i, one] of pays.entries()) if (one.added && isPaid(one)) reached.add(i);
  }
  return reached;
}

/** Every combination of telling values of the named facts. */
function assignments(names: readonly string[], needs: readonly Need[]): Assignment[] {
  let made: Assignment[] = [new Map()];
  for (const name of names) {
    const values = tellingValues(name, needs);
    made = made.flatMap((before) => values.map((value) => new Map([...before, [name, value]])));
  }
  return made;
}

/** For a threshold: below, on and above it; for a choice: each value and another. */
function tellingValues(name: string, needs: readonly Need[]): Value[] {
  const tests = needs.flatMap(testsOf).filter(({ fact }) => fact === name);
  const values = tests.flatMap(({ test }): Value[] => {
    if (test.op === 'in') return [...test.values, ''];
    if (test.op === 'within') return [addDays(test.from, -1), test.from, test.to, addDays(test.to, 1)];
    return boundsOf(test).flatMap((bound) => [bound, bound - step(bound), bound + step(bound)]);
  });
  return tests.length === 0 ? [true, false] : [...new Set(values)];
}

const step = (bound: number): number => Math.abs(bound) / 1e6 || 1e-6;

const boundsOf = (test: Exclude<Test, { op: 'in' | 'within' }>): number[] =>
  test.op === 'between' ? [test.from.value, test.to.value] : [test.bound.value];

/** True, false, or null where it hangs on a fact that is not assigned. */
function holds(need: Need, values: Assignment): boolean | null {
  if (need.kind === 'fact') return (values.get(need.fact) as boolean | undefined) ?? null;
  if (need.kind === 'test') {
    const value = values.get(need.fact);
    return value === undefined ? null : passes(need.test, value);
  }
  const parts = partsOf(need).map((part) => holds(part, values));
  if (need.kind === 'any') return parts.includes(true) ? true : parts.includes(null) ? null : false;
  const all = parts.includes(false) ? false : parts.includes(null) ? null : true;
  if (need.kind === 'listed') return all || null;
  if (need.kind === 'oneReading') return all === false ? false : null;
  return need.kind === 'all' || all === null ? all : !all;
}

function passes(test: Test, value: Value): boolean {
  switch (test.op) {
    case 'atLeast':
      return (value as number) >= test.bound.value;
    case 'over':
      return (value as number) > test.bound.value;
    case 'atMost':
      return (value as number) <= test.bound.value;
    case 'under':
      return (value as number) < test.bound.value;
    case 'between':
      return (value as number) >= test.from.value && (value as number) <= test.to.value;
    case 'in':
      return test.values.includes(value as string);
    case 'within':
      return (value as string) >= test.from && (value as string) <= test.to;
  }
}
