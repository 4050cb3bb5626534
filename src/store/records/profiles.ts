/** What enterprises have told: which one is in use, and the statements about each. */
import type { Statement } from '../../contract/index.ts';
import { factsOf } from '../../facts/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { Contact } from '../interface/chats.ts';
import type { Known, ProfileOwner, ProfileRecords, StatementKey } from '../interface/profiles.ts';
import type { OpenTransaction } from '../schema.ts';
import { statement, writeTogether } from '../statement.ts';
import { statementsOf } from './facts-as-statements.ts';
import { currentEnterprise, type EnterpriseKey, keyOf, statementRecords } from './statements.ts';

const currentOf = statement(currentEnterprise);

const keyOfStatement = ({ entity, fact, period }: StatementKey): string =>
  JSON.stringify([entity, fact, period?.from ?? '', period?.to ?? '']);

type Touched = EnterpriseKey & { at: number };

const touched = (
  transaction: OpenTransaction,
  { channel, senderId, scope, enterprise, at }: Touched,
  { office }: Engine,
) =>
  transaction
    .insertInto('profile')
    .values({ office, channel, senderId, scope, enterprise, isCurrent: 1, updatedAt: at })
    .onConflict((conflict) =>
      conflict
        .columns(['office', 'channel', 'senderId', 'scope', 'enterprise'])
        .doUpdateSet({ updatedAt: at }),
    );
const touch = statement(touched);

const addIfNew = statement((transaction, { channel, senderId, scope, enterprise, at }: Touched, { office }) =>
  transaction
    .insertInto('profile')
    .values({ office, channel, senderId, scope, enterprise, isCurrent: 1, updatedAt: at })
    .onConflict((conflict) =>
      conflict.columns(['office', 'channel', 'senderId', 'scope', 'enterprise']).doNothing(),
    ),
);

const makeCurrent = statement(
  (transaction, { channel, senderId, scope, enterprise }: EnterpriseKey, { office }) =>
    transaction
      .updateTable('profile')
      .set((e) => ({ isCurrent: e.case().when('enterprise', '=', enterprise).then(1).else(0).end() }))
      .where('office', '=', office)
      .where('channel', '=', channel)
      .where('senderId', '=', senderId)
      .where('scope', '=', scope),
);

export function profileRecords(transaction: OpenTransaction, engine: Engine): ProfileRecords {
  const statements = statementRecords(transaction, engine);

  async function currentEnterprise(owner: ProfileOwner): Promise<string | null> {
    const { rows } = await currentOf(transaction, engine, keyOf(owner, null));
    return rows[0]?.enterprise ?? null;
  }

  async function use(key: EnterpriseKey, at: number): Promise<void> {
    await touch(transaction, engine, { ...key, at });
    await makeCurrent(transaction, engine, key);
  }

  async function known(
    owner: ProfileOwner,
    enterprise: string,
  ): Promise<{ enterprise: string | null; statements: Statement[] }> {
    return { enterprise: enterprise || null, statements: await statements.of(keyOf(owner, enterprise)) };
  }

  return {
    async statements(owner) {
      const enterprise = await currentEnterprise(owner);
      return enterprise === null ? null : known(owner, enterprise);
    },

    async believe(owner, enterprise, { told, withdrawn = [], isInUse = false }, at) {
      const key = keyOf(owner, enterprise);
      // What is told anew takes the place of what was told before.
      const keys = new Set(told.map(keyOfStatement));
      const gone = withdrawn.filter((one) => !keys.has(keyOfStatement(one)));
      await writeTogether(transaction, engine, [
        touched(transaction, { ...key, at }, engine),
        ...statements.withdrawing(key, gone),
        ...statements.telling(key, told),
      ]);
      if (!isInUse) await makeCurrent(transaction, engine, key);
    },

    async empty(owner, enterprise, at) {
      const key = keyOf(owner, enterprise);
      await use(key, at);
      await statements.withdrawAll(key);
    },

    async switchTo(owner, enterprise, at) {
      const key = keyOf(owner, enterprise);
      await addIfNew(transaction, engine, { ...key, at });
      await makeCurrent(transaction, engine, key);
    },

    async enterprises(owner) {
      const { channel, senderId, scope } = keyOf(owner, null);
      const rows = await transaction
        .selectFrom('profile')
        .select('enterprise')
        .where('office', '=', engine.office)
        .where('channel', '=', channel)
        .where('senderId', '=', senderId)
        .where('scope', '=', scope)
        .orderBy('updatedAt')
        .execute();
      const all = [];
      for (const row of rows) all.push(await known(owner, row.enterprise));
      return all;
    },

    async following(after, most) {
      const all: (Contact & Known)[] = [];
      for (const { channel, senderId, enterprise, statement: told } of await statements.inUse(after, most)) {
        let last = all.at(-1);
        if (last?.channel !== channel || last.senderId !== senderId) {
          last = { channel, senderId, enterprise: enterprise || null, statements: [] };
          all.push(last);
        }
        if (told) last.statements.push(told);
      }
      return all;
    },

    async current(owner) {
      const now = await this.statements(owner);
      return now && { enterprise: now.enterprise, facts: factsOf(now.statements) };
    },

    async save(owner, enterprise, facts, at) {
      const key = keyOf(owner, enterprise);
      const { told, withdrawn } = statementsOf(facts, await statements.of(key), at);
      await this.believe(owner, enterprise, { told, withdrawn }, at);
    },

    async list(owner) {
      const all = await this.enterprises(owner);
      return all.map(({ enterprise, statements: each }) => ({ enterprise, facts: factsOf(each) }));
    },
  };
}
