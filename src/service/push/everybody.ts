/** Everybody who told something, some at a time: nothing is kept open between them, and nobody waits for all of them. */
import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { Records, Store } from '../../store/index.ts';

export type Teller = Awaited<ReturnType<Records['profiles']['following']>>[number];

/** So many enterprises that told all facts are read in a few milliseconds. */
const AT_ONCE = 20;

export async function* everybody(store: Store): AsyncGenerator<Teller[]> {
  let last: Teller | null = null;
  do {
    const after: Teller | null = last;
    const some: Teller[] = await store.transaction(({ profiles }) => profiles.following(after, AT_ONCE));
    yield some;
    last = some.length < AT_ONCE ? null : some.at(-1)!;
    await letOthersIn();
  } while (last !== null);
}
