/** A profile of 0.1.0, a map of facts to values, as statements about the enterprise: the words that they rest on were not kept. */
import { sql } from 'kysely';
import { shanghaiDay } from '../../../contract/index.ts';
import type { OpenTransaction } from '../../schema.ts';

interface OldProfile {
  channel: string;
  senderId: string;
  enterprise: string;
  facts: string;
  isCurrent: number;
  updatedAt: number;
}

/** Where it was told, in a group or alone, is not known of an old profile: it is shown to its owner alone. */
const PRIVATE = '';
const PAGE = 500;

export async function profilesToStatements(
  transaction: OpenTransaction,
  office: string,
  oldTable: string,
): Promise<void> {
  for (let done = 0; ; done += PAGE) {
    const { rows } = await sql<OldProfile>`select * from ${sql.table(oldTable)}
      order by channel, "senderId", enterprise limit ${sql.lit(PAGE)} offset ${sql.lit(done)}`.execute(
      transaction,
    );
    for (const { facts, ...profile } of rows) {
      const owner = { ...profile, office, scope: PRIVATE };
      await transaction.insertInto('profile').values(owner).execute();
      const { isCurrent: _, updatedAt, ...key } = owner;
      const said = shanghaiDay(updatedAt);
      const statements = Object.entries(JSON.parse(facts) as Record<string, unknown>).map(
        ([fact, value]) => ({
          ...key,
          entity: 'enterprise',
          fact,
          ...withPeriodApart(value),
          evidence: null,
          said,
        }),
      );
      if (statements.length > 0) await transaction.insertInto('statement').values(statements).execute();
    }
    if (rows.length < PAGE) return;
  }
}

/** The months stood inside a figure's bounds. */
function withPeriodApart(value: unknown): { value: string; periodFrom: string; periodTo: string } {
  if (typeof value === 'object' && value !== null && 'period' in value) {
    const { period, ...bounds } = value as { period: { from: string; to: string } };
    return { value: JSON.stringify(bounds), periodFrom: period.from, periodTo: period.to };
  }
  return { value: JSON.stringify(value), periodFrom: '', periodTo: '' };
}
