/** The records of one open transaction. */
import type { Engine } from '../engine/engine.ts';
import type { OpenTransaction } from '../schema.ts';
import type { Records } from '../store.ts';
import { conversationRecords } from './conversations.ts';
import { forgetContact } from './forget.ts';
import { inboundRecords } from './inbound.ts';
import { outboxRecords } from './outbox.ts';
import { profileRecords } from './profiles.ts';
import { reminderRecords } from './reminders.ts';
import { shownRecords } from './shown.ts';
import { ticketRecords } from './tickets.ts';

export function recordsIn(transaction: OpenTransaction, engine: Engine): Records {
  return {
    inbound: inboundRecords(transaction, engine),
    conversations: conversationRecords(transaction, engine),
    profiles: profileRecords(transaction, engine),
    outbox: outboxRecords(transaction, engine),
    tickets: ticketRecords(transaction, engine),
    reminders: reminderRecords(transaction, engine),
    shown: shownRecords(transaction),
    forget: (contact) => forgetContact(transaction, contact),
  };
}
