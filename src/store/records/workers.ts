import type { Engine } from '../engine/engine.ts';
import type { OpenTransaction } from '../schema.ts';
import type { WorkerRecords } from '../store.ts';

export function workerRecords(transaction: OpenTransaction, { office }: Engine): WorkerRecords {
  return {
    async sharedSecret(name, proposed) {
      await transaction
        .insertInto('secret')
        .values({ office, name, value: proposed })
        .onConflict((conflict) => conflict.columns(['office', 'name']).doNothing())
        .execute();
      const { value } = await transaction
        .selectFrom('secret')
        .select('value')
        .where('office', '=', office)
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      return value;
    },

    async takeSeat(role, holder, { now, leaseMs }) {
      const heldUntil = now + leaseMs;
      const row = await transaction
        .insertInto('seat')
        .values({ office, role, holder, heldUntil })
        .onConflict((conflict) =>
          conflict
            .columns(['office', 'role'])
            .doUpdateSet({ holder, heldUntil })
            .where((e) => e.or([e('seat.holder', '=', holder), e('seat.heldUntil', '<=', now)])),
        )
        .returning('holder')
        .executeTakeFirst();
      return row?.holder === holder;
    },

    async leaveSeat(role, holder) {
      await transaction
        .deleteFrom('seat')
        .where('office', '=', office)
        .where('role', '=', role)
        .where('holder', '=', holder)
        .execute();
    },
  };
}
