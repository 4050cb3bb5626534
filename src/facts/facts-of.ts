/** Statements as one value a fact, for those who do not speak of entities and evidence. */
import { ENTERPRISE, type FactValue, type Statement } from '../contract/index.ts';

/** JSON of fact → value, of the enterprise itself. */
export function factsOf(statements: readonly Statement[]): string {
  const own = statements.filter(({ entity }) => entity === ENTERPRISE);
  return JSON.stringify(
    Object.fromEntries(own.map(({ fact, value, period }) => [fact, withPeriod(value, period)])),
  );
}

function withPeriod(value: FactValue, period: Statement['period']): FactValue {
  if (period === null) return value;
  return typeof value === 'object'
    ? { ...value, period }
    : { min: value as number, max: value as number, period };
}
