/** What the dialogue is given to know of a contact when a turn begins. */
import { z } from 'zod';
import {
  ENTERPRISE,
  type InboundMessage,
  type Known,
  type Profile,
  type ReminderView,
  shanghaiDay,
  shanghaiTime,
} from '../contract/index.ts';
import { thingsOf } from '../facts/index.ts';
import type { Records, ReminderRow, TurnStart } from '../store/index.ts';
import { consentKeyOf } from './consent.ts';
import { profileOwner } from './effects.ts';

/** `isStored`: the message was stored before, and another worker may be at it. */
export const turnStart = (
  records: Records,
  message: InboundMessage,
  { now, isStored }: { now: number; isStored: boolean },
): Promise<TurnStart> => {
  const { channel, conversationId, senderId, eventId } = message;
  const contact = { channel, senderId };
  const owner = profileOwner(message);
  return records.turn.begin({
    address: { channel, conversationId },
    contact,
    owner,
    eventId: isStored ? eventId : null,
    consentKey: consentKeyOf(contact),
    now,
  });
};

/** Several people write under the name of a group: what one told is not another's. */
export const NOTHING_KNOWN = { profile: {}, enterprise: null, reminders: [], tickets: [] };

const factsSchema = z.record(z.string(), z.json());

/** In a group only what was said there is used or shown: the others read along. */
export function whatIsKnown(
  start: TurnStart,
  message: InboundMessage,
  about: Pick<Known, 'firstContact' | 'push' | 'mayShare'>,
): Known {
  const { isGroup, conversationId } = message;
  const isShownHere = (one: { conversationId: string }) => !isGroup || one.conversationId === conversationId;
  const { known } = start;
  const told = known?.statements ?? [];
  const reminders = start.reminders.filter(isShownHere);
  const tickets = start.tickets.filter(isShownHere);
  return {
    ...about,
    profile: known ? (factsSchema.parse(JSON.parse(known.facts)) as Profile) : {},
    told: Object.fromEntries(
      told
        .filter(({ entity }) => entity === ENTERPRISE)
        .map(({ fact, evidence, said }) => [fact, { words: evidence?.words ?? null, said }]),
    ),
    beside: thingsOf(told),
    enterprise: known?.enterprise ?? null,
    reminders: reminders.flatMap(viewOf),
    tickets: tickets.map(({ id, question, state, openedAt }) => ({
      id,
      question,
      state,
      openedOn: shanghaiDay(openedAt),
    })),
  };
}

const AHEAD: Partial<Record<ReminderRow['status'], ReminderView['state']>> = {
  due: 'due',
  claimed: 'due',
  waiting: 'due',
  paused: 'paused',
};

/** Only what is still to come is shown. */
function viewOf({ id, about, deadline, dueAt, status }: ReminderRow): ReminderView[] {
  const state = AHEAD[status];
  return state ? [{ id, about, deadline, dueAt: shanghaiTime(dueAt), state }] : [];
}
