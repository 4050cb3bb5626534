/** Numbers that only grow: of tickets, of changes of the shelf. */
import type { Engine } from '../engine/engine.ts';
import type { OpenTransaction } from '../schema.ts';

type Counter = 'ticket' | 'shelf';

/** The next number of this office, from 1. */
export async function countUp(
  transaction: OpenTransaction,
  { office }: Engine,
  name: Counter,
): Promise<number> {
  const { value } = await transaction
    .insertInto('counter')
    .values({ office, name, value: 1 })
    .onConflict((conflict) =>
      conflict.columns(['office', 'name']).doUpdateSet((e) => ({ value: e('counter.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}

/** The last number given out; 0 before the first. */
export async function lastNumber(
  transaction: OpenTransaction,
  { office }: Engine,
  name: Counter,
): Promise<number> {
  const row = await transaction
    .selectFrom('counter')
    .select('value')
    .where('office', '=', office)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value ?? 0;
}
