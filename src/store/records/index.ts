/** The records of one open transaction. */
import type { Engine } from '../engine/engine.ts';
import type { OpenTransaction } from '../schema.ts';
import type { Records } from '../store.ts';
import { additionRecords } from './additions.ts';
import { conversationRecords } from './conversations.ts';
import { deskRecords } from './desk.ts';
import { exchangeRecords } from './exchanges.ts';
import { fileRecords } from './files.ts';
import { forgetContact } from './forget.ts';
import { inboundRecords } from './inbound.ts';
import { intakeRecords } from './intake.ts';
import { announcedRecords, keyRecords } from './machines.ts';
import { noteRecords } from './notes.ts';
import { auditRecords, officerRecords } from './officers.ts';
import { outboxRecords } from './outbox.ts';
import { profileRecords } from './profiles.ts';
import { quietRecords } from './quiet-hours.ts';
import { ledgerRecords } from './reminders.ts';
import { retentionRecords } from './retention.ts';
import { shelfRecords } from './shelf.ts';
import { shownRecords } from './shown.ts';
import { subscriptionStates } from './subscription-states.ts';
import { subscriptionRecords } from './subscriptions.ts';
import { ticketRecords } from './tickets.ts';
import { turnRecords } from './turn.ts';
import { workerRecords } from './workers.ts';

/** `onForget`: something was deleted of which no bytes may stay once the transaction is committed. */
export function recordsIn(transaction: OpenTransaction, engine: Engine, onForget: () => void): Records {
  return {
    turn: turnRecords(transaction, engine),
    inbound: inboundRecords(transaction, engine),
    conversations: conversationRecords(transaction, engine),
    profiles: profileRecords(transaction, engine),
    outbox: outboxRecords(transaction, engine),
    tickets: ticketRecords(transaction, engine),
    reminders: {
      ...subscriptionRecords(transaction, engine),
      ...subscriptionStates(transaction, engine),
      ...quietRecords(transaction, engine),
      ...ledgerRecords(transaction, engine),
    },
    workers: workerRecords(transaction, engine),
    shelf: shelfRecords(transaction, engine),
    files: fileRecords(transaction, engine),
    shown: shownRecords(transaction, engine),
    keys: keyRecords(transaction, engine),
    announced: announcedRecords(transaction, engine),
    notes: noteRecords(transaction, engine),
    officers: officerRecords(transaction, engine),
    audit: auditRecords(transaction, engine),
    intake: intakeRecords(transaction, engine),
    exchanges: exchangeRecords(transaction, engine),
    additions: additionRecords(transaction, engine),
    desk: deskRecords(transaction, engine),
    retention: retentionRecords(transaction, engine),
    async forget(contact) {
      await forgetContact(transaction, engine, contact);
      onForget();
    },
  };
}
