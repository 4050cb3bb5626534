/** All that a turn begins with, as one statement: a server that is a wire away is asked once, not ten times. */

import type { Selectable } from 'kysely';
import { type Statement, ticketId } from '../../contract/index.ts';
import { factsOf } from '../../facts/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { StoredInbound } from '../interface/chats.ts';
import type { TurnRecords, TurnStart } from '../interface/turn.ts';
import type { OpenTransaction, Tables } from '../schema.ts';
import { statement } from '../statement.ts';
import { withTruths } from './reminder-row.ts';
import { currentEnterprise, keyOf, type StatementRow, statementOf, toldBy } from './statements.ts';
import { remindersOf } from './subscriptions.ts';

interface Asked {
  channel: string;
  conversationId: string;
  senderId: string;
  scope: string;
  consentKey: string;
  now: number;
}

/** SQLite makes objects of named columns alone. */
const REMINDER = [
  'id',
  'subscriptionId',
  'channel',
  'conversationId',
  'senderId',
  'isGroup',
  'about',
  'deadline',
  'dueAt',
  'expiresAt',
  'isLast',
  'isResend',
  'was',
  'status',
  'attempts',
] as const;
const TICKET = [
  'number',
  'channel',
  'conversationId',
  'senderId',
  'isGroup',
  'question',
  'about',
  'department',
  'known',
  'state',
  'openedAt',
] as const;

const turnOf = statement((transaction, asked: Asked, engine) => {
  const { channel, conversationId, senderId, consentKey, now } = asked;
  const { office, listOf } = engine;
  const inChat = <T extends 'conversation' | 'takeover' | 'reminder'>(table: T) =>
    transaction
      .selectFrom(table as 'conversation')
      .where('office', '=', office)
      .where('channel', '=', channel)
      .where('conversationId', '=', conversationId);
  const thread = inChat('conversation').select(['state', 'version']).where('senderId', '=', senderId);
  const takeover = inChat('takeover').select('channel');
  const waiting = transaction
    .selectFrom('reminder')
    .select('id')
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('conversationId', '=', conversationId)
    .where('status', 'in', ['due', 'waiting'])
    .where('dueAt', '<=', now)
    .where('expiresAt', '>', now)
    .limit(1);
  const consent = transaction
    .selectFrom('note')
    .select(['value', 'expiresAt'])
    .where('office', '=', office)
    .where('purpose', '=', 'consent')
    .where('key', '=', consentKey);
  const current = currentEnterprise(transaction, asked, engine);
  const told = toldBy(transaction, asked, engine).where('enterprise', '=', current.limit(1));
  const tickets = transaction
    .selectFrom('ticket')
    .select(TICKET)
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('senderId', '=', senderId)
    .orderBy('number');
  const quiet = transaction
    .selectFrom('quietHours')
    .select(['from', 'to'])
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('senderId', '=', senderId);
  const unanswered = transaction
    .selectFrom('inbound')
    .select(['channel', 'eventId', 'conversationId', 'senderId', 'body', 'receivedAt'])
    .where('office', '=', office)
    .where('answeredAt', 'is', null)
    .where('channel', '=', channel)
    .where('conversationId', '=', conversationId)
    .orderBy('receivedAt')
    .orderBy('eventId');
  return transaction.selectNoFrom([
    listOf(unanswered).as('unanswered'),
    listOf(thread).as('threads'),
    listOf(takeover).as('takeovers'),
    listOf(waiting).as('waiting'),
    listOf(consent).as('consents'),
    listOf(current).as('enterprises'),
    listOf(told).as('told'),
    listOf(remindersOf(transaction, { channel, senderId }, engine).clearSelect().select(REMINDER)).as(
      'reminders',
    ),
    listOf(tickets).as('tickets'),
    listOf(quiet).as('quiet'),
  ]);
});

type Row<T extends keyof Tables> = Selectable<Tables[T]>;

export function turnRecords(transaction: OpenTransaction, engine: Engine): TurnRecords {
  return {
    async begin({ address, contact, owner, eventId, consentKey, now }) {
      const { channel, conversationId } = address;
      // Before it is read: what another worker is just answering has to be seen.
      const isShared = eventId !== null && (await engine.lockChat(transaction, channel, conversationId));
      const { scope } = keyOf(owner, null);
      const { rows } = await turnOf(transaction, engine, { ...address, ...contact, scope, consentKey, now });
      const read = rows[0]!;
      const listIn = <R>(name: keyof typeof read): R[] => parsed(read[name]);
      const [thread] = listIn<Pick<Row<'conversation'>, 'state' | 'version'>>('threads');
      const [consent] = listIn<Pick<Row<'note'>, 'value' | 'expiresAt'>>('consents');
      const [current] = listIn<Pick<Row<'profile'>, 'enterprise'>>('enterprises');
      const isGood = consent && (consent.expiresAt === null || consent.expiresAt > now);
      return {
        turn: isShared ? turnIn(listIn<StoredInbound>('unanswered'), eventId) : 'own',
        thread: thread ?? null,
        isTakenOver: listIn('takeovers').length > 0,
        isWaiting: listIn('waiting').length > 0,
        consent: isGood ? consent.value : null,
        known: current ? knownOf(current.enterprise, listIn<StatementRow>('told').map(statementOf)) : null,
        reminders: listIn<Pick<Row<'reminder'>, (typeof REMINDER)[number]>>('reminders').map(withTruths),
        tickets: listIn<Pick<Row<'ticket'>, (typeof TICKET)[number]>>('tickets').map(
          ({ number, isGroup, ...ticket }) => ({
            ...ticket,
            isGroup: isGroup === 1,
            id: ticketId(number),
          }),
        ),
        quiet: listIn<Pick<Row<'quietHours'>, 'from' | 'to'>>('quiet')[0] ?? null,
      };
    },
  };
}

function turnIn(unanswered: readonly StoredInbound[], eventId: string): TurnStart['turn'] {
  const [first] = unanswered;
  if (!unanswered.some((one) => one.eventId === eventId)) return 'answered';
  return !first || first.eventId === eventId ? 'own' : { earlier: first };
}

const knownOf = (enterprise: string, statements: Statement[]) => ({
  enterprise: enterprise || null,
  statements,
  facts: factsOf(statements),
});

/** PostgreSQL hands out its JSON read, SQLite as text. */
const parsed = <R>(json: unknown): R[] => (typeof json === 'string' ? JSON.parse(json) : json) as R[];
