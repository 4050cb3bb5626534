import type { Evidence, FactValue, Statement } from '../../contract/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { ProfileOwner, StatementKey } from '../interface/profiles.ts';
import type { OpenTransaction, Tables } from '../schema.ts';
import { statement, type Write } from '../statement.ts';

/** One enterprise of a contact, in private or in one group. */
export interface EnterpriseKey {
  channel: string;
  senderId: string;
  scope: string;
  enterprise: string;
}

/** A contact, in private or in one group. */
export type Scoped = Omit<EnterpriseKey, 'enterprise'>;

/** A key column cannot be null: private chats, and the first, unnamed enterprise, are written empty. */
export const keyOf = (
  { channel, senderId, scope = null }: ProfileOwner,
  enterprise: string | null,
): EnterpriseKey => ({ channel, senderId, scope: scope ?? '', enterprise: enterprise ?? '' });

export const COLUMNS = ['entity', 'fact', 'periodFrom', 'periodTo', 'value', 'evidence', 'said'] as const;

/** The enterprise that a contact speaks for now. */
export const currentEnterprise = (
  transaction: OpenTransaction,
  { channel, senderId, scope }: Scoped,
  { office }: Engine,
) =>
  transaction
    .selectFrom('profile')
    .select('enterprise')
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('senderId', '=', senderId)
    .where('scope', '=', scope)
    .where('isCurrent', '=', 1);

/** What a contact told of all enterprises, in the order in which it is kept. */
export const toldBy = (
  transaction: OpenTransaction,
  { channel, senderId, scope }: Scoped,
  { office }: Engine,
) =>
  transaction
    .selectFrom('statement')
    .select(COLUMNS)
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('senderId', '=', senderId)
    .where('scope', '=', scope)
    .orderBy('said')
    .orderBy('entity')
    .orderBy('fact')
    .orderBy('periodFrom');

const ofEnterprise = statement((transaction, key: EnterpriseKey, engine) =>
  toldBy(transaction, key, engine).where('enterprise', '=', key.enterprise),
);

export function statementRecords(transaction: OpenTransaction, engine: Engine) {
  const { office } = engine;
  const all = ({ channel, senderId, scope, enterprise }: EnterpriseKey) =>
    transaction
      .deleteFrom('statement')
      .where('office', '=', office)
      .where('channel', '=', channel)
      .where('senderId', '=', senderId)
      .where('scope', '=', scope)
      .where('enterprise', '=', enterprise);

  return {
    /** In the order in which they were told. */
    async of(key: EnterpriseKey): Promise<Statement[]> {
      const { rows } = await ofEnterprise(transaction, engine, key);
      return rows.map(statementOf);
    },

    /** Of so many contacts' enterprises in use as told in private, in the order of `of`: one read, however many they are. */
    async inUse(
      after: Pick<Scoped, 'channel' | 'senderId'> | null,
      most: number,
    ): Promise<(EnterpriseKey & { statement: Statement | null })[]> {
      const rows = await transaction
        .selectFrom((e) =>
          e
            .selectFrom('profile')
            .select(['channel', 'senderId', 'scope', 'enterprise'])
            .where('office', '=', office)
            .where('scope', '=', '')
            .where('isCurrent', '=', 1)
            .$if(after !== null, (some) =>
              some.where((is) =>
                is(is.refTuple('channel', 'senderId'), '>', is.tuple(after!.channel, after!.senderId)),
              ),
            )
            .orderBy('channel')
            .orderBy('senderId')
            .limit(most)
            .as('profile'),
        )
        .leftJoin('statement', (join) =>
          join
            .on('statement.office', '=', office)
            .onRef('statement.channel', '=', 'profile.channel')
            .onRef('statement.senderId', '=', 'profile.senderId')
            .onRef('statement.scope', '=', 'profile.scope')
            .onRef('statement.enterprise', '=', 'profile.enterprise'),
        )
        .select(['profile.channel', 'profile.senderId', 'profile.scope', 'profile.enterprise'])
        .select(COLUMNS)
        .orderBy('profile.channel')
        .orderBy('profile.senderId')
        .orderBy('said')
        .orderBy('entity')
        .orderBy('fact')
        .orderBy('periodFrom')
        .execute();
      return rows.map(({ channel, senderId, scope, enterprise, ...row }) => ({
        ...{ channel, senderId, scope, enterprise },
        statement: row.fact === null ? null : statementOf(row as StatementRow),
      }));
    },

    /** The write, if there is any. What was told of the same entity, fact and period before is replaced. */
    telling(key: EnterpriseKey, told: readonly Statement[]): Write[] {
      if (told.length === 0) return [];
      const write = transaction
        .insertInto('statement')
        .values(told.map((one) => ({ ...key, office, ...rowOf(one) })))
        .onConflict((conflict) =>
          conflict
            .columns([
              'office',
              'channel',
              'senderId',
              'scope',
              'enterprise',
              'entity',
              'fact',
              'periodFrom',
              'periodTo',
            ])
            .doUpdateSet((e) => ({
              value: e.ref('excluded.value'),
              evidence: e.ref('excluded.evidence'),
              said: e.ref('excluded.said'),
            })),
        );
      return [write];
    },

    withdrawing(key: EnterpriseKey, withdrawn: readonly StatementKey[]): Write[] {
      if (withdrawn.length === 0) return [];
      const write = all(key).where((e) =>
        e.or(
          withdrawn.map(({ entity, fact, period }) =>
            e.and({ entity, fact, periodFrom: period?.from ?? '', periodTo: period?.to ?? '' }),
          ),
        ),
      );
      return [write];
    },

    async withdrawAll(key: EnterpriseKey): Promise<void> {
      await all(key).execute();
    },
  };
}

export type StatementRow = Pick<Tables['statement'], (typeof COLUMNS)[number]>;

export const statementOf = ({
  entity,
  fact,
  periodFrom,
  periodTo,
  value,
  evidence,
  said,
}: StatementRow): Statement => ({
  entity,
  fact,
  said,
  period: periodFrom === '' ? null : { from: periodFrom, to: periodTo },
  value: JSON.parse(value) as FactValue,
  evidence: evidence === null ? null : (JSON.parse(evidence) as Evidence),
});

function rowOf({ entity, fact, period, value, evidence, said }: Statement) {
  return {
    entity,
    fact,
    periodFrom: period?.from ?? '',
    periodTo: period?.to ?? '',
    value: JSON.stringify(value),
    evidence: evidence && JSON.stringify(evidence),
    said,
  };
}
