import type { Engine } from '../engine/engine.ts';
import type { WorkerRecords } from '../interface/workers.ts';
import type { OpenTransaction } from '../schema.ts';

const slotOf = (name: string): string => `pace:${name}`;
/** A worker that runs holds a seat of its own; who holds it is the version that it answers from. */
const PRESENT = 'present:';
/** Seats of workers that ended without a word are cleared away after that. */
const LONG_GONE_MS = 3_600_000;

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

    async report({ worker, version, until }) {
      await transaction
        .insertInto('seat')
        .values({ office, role: `${PRESENT}${worker}`, holder: version, heldUntil: until })
        .onConflict((conflict) =>
          conflict.columns(['office', 'role']).doUpdateSet({ holder: version, heldUntil: until }),
        )
        .execute();
      await transaction
        .deleteFrom('seat')
        .where('office', '=', office)
        .where('role', 'like', `${PRESENT}%`)
        .where('heldUntil', '<', until - LONG_GONE_MS)
        .execute();
    },

    async present(now) {
      const rows = await transaction
        .selectFrom('seat')
        .select('holder')
        .where('office', '=', office)
        .where('role', 'like', `${PRESENT}%`)
        .where('heldUntil', '>', now)
        .orderBy('role')
        .execute();
      return rows.map(({ holder }) => holder);
    },

    // A slot is a seat that a message holds until the next may leave.
    async takeSlot(name, { now, everyMs, withinMs }) {
      const taken = await transaction
        .insertInto('seat')
        .values({ office, role: slotOf(name), holder: '', heldUntil: now + everyMs })
        .onConflict((conflict) =>
          conflict
            .columns(['office', 'role'])
            .doUpdateSet((e) => ({
              heldUntil: e(
                e
                  .case()
                  .when('seat.heldUntil', '>', now)
                  .then(e.ref('seat.heldUntil'))
                  .else(e.val(now))
                  .end(),
                '+',
                everyMs,
              ),
            }))
            .where('seat.heldUntil', '<=', now + withinMs),
        )
        .returning('heldUntil')
        .executeTakeFirst();
      if (taken) return taken.heldUntil - everyMs;
      const { heldUntil } = await transaction
        .selectFrom('seat')
        .select('heldUntil')
        .where('office', '=', office)
        .where('role', '=', slotOf(name))
        .executeTakeFirstOrThrow();
      return heldUntil;
    },

    async takeSlotNow(name, { now, everyMs }) {
      const heldUntil = now + everyMs;
      const row = await transaction
        .insertInto('seat')
        .values({ office, role: slotOf(name), holder: '', heldUntil })
        .onConflict((conflict) =>
          conflict.columns(['office', 'role']).doUpdateSet({ heldUntil }).where('seat.heldUntil', '<=', now),
        )
        .returning('heldUntil')
        .executeTakeFirst();
      return row !== undefined;
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
