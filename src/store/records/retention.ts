/** Who has not written for long, and what was closed long ago: found here, so that a sweep can let it go. */
import { sql } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import type { RetentionRecords } from '../interface/chats.ts';
import type { OpenTransaction } from '../schema.ts';

/** A reminder in one of these is still to come. */
const STILL_TO_COME = ['due', 'claimed', 'sending', 'waiting', 'paused'] as const;

export function retentionRecords(transaction: OpenTransaction, { office }: Engine): RetentionRecords {
  /** Who was shown something and has no conversation: what was refused, and the farewell to who asked to be forgotten. */
  const shownAlone = () =>
    transaction
      .selectFrom(
        transaction
          .selectFrom('shown')
          .where('office', '=', office)
          .select(['channel', 'senderId'])
          .distinct()
          .as('reader'),
      )
      .where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom('conversation')
              .select(sql`1`.as('one'))
              .where('conversation.office', '=', office)
              .whereRef('conversation.channel', '=', 'reader.channel')
              .whereRef('conversation.senderId', '=', 'reader.senderId'),
          ),
        ),
      )
      .select((e) => [
        'reader.channel',
        'reader.senderId',
        e
          .selectFrom('shown')
          .select(({ fn }) => fn.max('at').as('at'))
          .where('shown.office', '=', office)
          .whereRef('shown.channel', '=', 'reader.channel')
          .whereRef('shown.senderId', '=', 'reader.senderId')
          .$asScalar()
          .$notNull()
          .as('at'),
      ]);

  return {
    async idleContacts({ before, limit }) {
      const seen = transaction
        .selectFrom('conversation')
        .where('office', '=', office)
        .select(['channel', 'senderId', 'lastInboundAt as at'])
        .unionAll(
          transaction
            .selectFrom('profile')
            .where('office', '=', office)
            .select(['channel', 'senderId', 'updatedAt as at']),
        )
        .unionAll(shownAlone());
      return transaction
        .selectFrom(seen.as('seen'))
        .select(['seen.channel', 'seen.senderId'])
        .where((e) =>
          e.not(
            e.exists(
              e
                .selectFrom('reminder')
                .select(sql`1`.as('one'))
                .where('reminder.office', '=', office)
                .whereRef('reminder.channel', '=', 'seen.channel')
                .whereRef('reminder.senderId', '=', 'seen.senderId')
                .where('reminder.status', 'in', STILL_TO_COME),
            ),
          ),
        )
        .where((e) =>
          e.not(
            e.exists(
              e
                .selectFrom('ticket')
                .select(sql`1`.as('one'))
                .where('ticket.office', '=', office)
                .whereRef('ticket.channel', '=', 'seen.channel')
                .whereRef('ticket.senderId', '=', 'seen.senderId')
                .where('ticket.state', '=', 'open'),
            ),
          ),
        )
        .groupBy(['seen.channel', 'seen.senderId'])
        .having((e) => e.fn.max('seen.at'), '<', before)
        .orderBy('seen.channel')
        .orderBy('seen.senderId')
        .limit(limit)
        .execute();
    },
    async dropClosedTickets(before) {
      const [{ numDeletedRows }] = (await transaction
        .deleteFrom('ticket')
        .where('office', '=', office)
        .where('state', '=', 'closed')
        .where('closedAt', '<', before)
        .execute()) as [{ numDeletedRows: bigint }];
      return Number(numDeletedRows);
    },
  };
}
