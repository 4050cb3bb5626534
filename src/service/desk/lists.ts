/** Lists that officers keep: units with their telephones, replies ready-made. */
import { randomUUID } from 'node:crypto';
import { UserError } from '../../contract/index.ts';
import type { Store } from '../../store/index.ts';
import { deskWords as words } from '../../words/index.ts';
import { type Actor, note } from '../officers/index.ts';

export interface Unit {
  id: string;
  name: string;
  telephone: string;
  address: string;
  hours: string;
}
export interface ReadyReply {
  id: string;
  text: string;
}

const list = <T>(store: Store, kind: string): Promise<T[]> =>
  store.transaction(async ({ desk }) => (await desk.listed(kind)) as unknown as T[]);

export const listUnits = (store: Store): Promise<Unit[]> => list<Unit>(store, 'unit');
export const listReadyReplies = (store: Store): Promise<ReadyReply[]> => list<ReadyReply>(store, 'reply');

const add = (
  store: Store,
  kind: string,
  data: Record<string, string>,
  subject: string,
  actor: Actor,
): Promise<void> =>
  store.transaction(async (records) => {
    if (subject.trim() === '') throw new UserError(words.emptyNote);
    await records.desk.list(kind, randomUUID(), data);
    await note(records, actor, store.now(), {
      action: `${kind}.add`,
      subject,
      after: Object.values(data).filter(Boolean).join(' '),
    });
  });

export const addUnit = (store: Store, { name, telephone, address, hours }: Omit<Unit, 'id'>, actor: Actor) =>
  add(store, 'unit', { name, telephone, address, hours }, name, actor);
export const addReadyReply = (store: Store, text: string, actor: Actor) =>
  add(store, 'reply', { text }, text.slice(0, 40), actor);

export const removeListed = (store: Store, kind: 'unit' | 'reply', id: string, actor: Actor): Promise<void> =>
  store.transaction(async (records) => {
    const one = (await records.desk.listed(kind)).find((each) => each.id === id);
    await records.desk.unlist(kind, id);
    await note(records, actor, store.now(), {
      action: `${kind}.remove`,
      subject: one?.name ?? one?.text?.slice(0, 40) ?? id,
    });
  });
