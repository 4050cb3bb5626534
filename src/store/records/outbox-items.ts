/** What is to go out comes in: by itself, or as the reply to a message, which is answered with it. */
import type { Engine } from '../engine/engine.ts';
import type { NewOutboxItem } from '../interface/outbox.ts';
import { literal, type OpenTransaction } from '../schema.ts';
import { statement, writingTogether } from '../statement.ts';
import { type Answering, answeredMessage, answeringOf } from './answered.ts';

/** An item as it is kept: one that was given no person or time of its own has them by now. */
export interface NewRow extends Required<Omit<NewOutboxItem, 'senderId' | 'isGroup'>> {
  senderId: string | null;
  isGroup: number;
}

const newItem = (transaction: OpenTransaction, row: NewRow, { office }: Engine) => {
  const { id, channel, conversationId, senderId, isGroup, body, createdAt, dueAt, attempts } = row;
  const given = { id, channel, conversationId, senderId, isGroup, body, createdAt, dueAt, attempts };
  const untouched = {
    leaseOwner: null,
    leaseUntil: null,
    finishedAt: null,
    platformMessageId: null,
    reason: null,
  };
  return transaction
    .insertInto('outbox')
    .values({ office, ...given, ...untouched, status: literal('due') })
    .onConflict((conflict) => conflict.columns(['office', 'id']).doNothing());
};
const insertItem = statement(newItem);
const insertReply = writingTogether<NewRow & Answering>(newItem, answeredMessage);

export async function addItem(
  transaction: OpenTransaction,
  engine: Engine,
  item: NewOutboxItem,
): Promise<void> {
  await insertItem(transaction, engine, rowOf(item));
}

export const addReply = (
  transaction: OpenTransaction,
  engine: Engine,
  item: NewOutboxItem,
  eventId: string,
): Promise<void> =>
  insertReply(transaction, engine, { ...rowOf(item), ...answeringOf(item.channel, eventId, item.createdAt) });

const rowOf = ({ senderId, isGroup, dueAt, attempts = 0, ...item }: NewOutboxItem): NewRow => ({
  ...item,
  senderId: senderId ?? null,
  isGroup: isGroup ? 1 : 0,
  dueAt: dueAt ?? item.createdAt,
  attempts,
});
