/** An enterprise as a caller tells of it: its own words, a table of facts, or statements one by one. */
import { type Day, ENTERPRISE, type FactValue, type Profile, type Statement } from '../contract/index.ts';
import { periodsOf, type Unplaced } from '../eligibility/index.ts';
import type { Knowledge } from '../policy/index.ts';
import { toldByText } from './match.ts';

export type ToldStatement = Pick<Statement, 'fact' | 'value'> & Partial<Pick<Statement, 'entity' | 'period'>>;

export type ToldEnterprise =
  | { text: string }
  | { profile: Readonly<Record<string, FactValue | null>> }
  | { statements: readonly ToldStatement[] };

export interface Enterprise {
  profile: Profile;
  statements: Statement[];
  /** Facts that nothing here declares: they count for nothing. */
  ignored: string[];
  /** Its own words may leave out of which months a figure is; a table of facts answers what the rule asks. */
  unplaced: Unplaced;
}

export function enterpriseOf(knowledge: Knowledge, told: ToldEnterprise, today: Day): Enterprise {
  if ('text' in told) {
    const { profile, words } = toldByText(knowledge, told.text, today);
    const statements = Object.entries(profile).map(
      ([fact, value]): Statement => ({
        ...anonymous(fact, value, today),
        evidence: { message: null, words: words[fact] ?? told.text },
      }),
    );
    return { profile, statements, ignored: [], unplaced: 'asked' };
  }
  const given =
    'statements' in told
      ? told.statements.map(({ entity, period, fact, value }) => ({
          ...anonymous(fact, value, today),
          entity: entity ?? ENTERPRISE,
          period: period ?? null,
        }))
      : Object.entries(told.profile).flatMap(([fact, value]) =>
          value === null ? [] : [anonymous(fact, value, today)],
        );
  const statements = given.filter(({ fact }) => knowledge.facts.has(fact));
  const ignored = given.map(({ fact }) => fact).filter((fact) => !knowledge.facts.has(fact));
  return {
    profile: profileOfStatements(knowledge, statements),
    statements,
    ignored: [...new Set(ignored)],
    unplaced: 'taken',
  };
}

const anonymous = (fact: string, value: FactValue, said: Day): Statement => ({
  fact,
  value,
  said,
  entity: ENTERPRISE,
  period: null,
  evidence: null,
});

/** One value a fact: of several periods the one that a rule asks for, else the one told last. */
function profileOfStatements(knowledge: Knowledge, statements: readonly Statement[]): Profile {
  const wanted = periodsOf(knowledge);
  const isWanted = ({ period }: Statement) =>
    period !== null && wanted.some(({ from, to }) => from === period.from && to === period.to);
  return Object.fromEntries(
    [...Map.groupBy(statements, ({ fact }) => fact)].map(([fact, all]) => {
      const one = all.find(isWanted) ?? all.at(-1)!;
      return [fact, withPeriod(one)];
    }),
  );
}

/** A figure of known months keeps them: 一季度 is not 1–6月. */
function withPeriod({ value, period }: Statement): FactValue {
  if (period === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return { min: value, max: value, period };
  return 'oneOf' in value || 'allOf' in value ? value : { ...value, period };
}
