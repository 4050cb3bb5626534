/** What a turn of the dialogue changes in the ledger, inside the turn's own transaction. */
import { createHash } from 'node:crypto';
import type { Day, Effect, ReminderChoice } from '../contract/index.ts';
import type { Contact, Plan, QuietHours, Records, Subscription } from '../store/index.ts';
import { dayNote } from '../words/index.ts';
import { chooseReminder } from './choose.ts';
import { instantOf } from './local-time.ts';
import { DEFAULT_CHOICE, planReminders, planTimes } from './plan.ts';
import { readChoice } from './read-choice.ts';

/** A contact in a chat. */
export interface Subscriber extends Contact {
  conversationId: string;
  isGroup: boolean;
}

/** One subscription a contact, chat and subject: asking again changes it. */
export function subscriptionId(who: Omit<Subscriber, 'isGroup'>, about: string): string {
  const key = JSON.stringify([who.channel, who.conversationId, who.senderId, about]);
  return createHash('sha256').update(key).digest('base64url').slice(0, 16);
}

/** For the dialogue: the very times that `carryOutReminder` will store. */
export function plannerFor(who: Omit<Subscriber, 'isGroup'>, quiet: QuietHours | null = null) {
  return {
    choose: chooseReminder,
    plan(about: string, deadline: Day, chosen: ReminderChoice | null, now: string) {
      const choice = chosen ?? DEFAULT_CHOICE;
      const id = subscriptionId(who, about);
      return {
        choice,
        times: planTimes({ subscriptionId: id, deadline, choice, now: instantOf(now), quiet }),
      };
    },
    dayNote: (day: Day) => dayNote(day),
  };
}

export type ReminderEffect = Extract<
  Effect,
  {
    kind:
      | 'reminder-set'
      | 'reminder-cancelled'
      | 'reminder-paused'
      | 'reminder-resumed'
      | 'applied'
      | 'quiet-hours';
  }
>;

export interface EffectSetting {
  records: Records;
  who: Subscriber;
  /** Epoch milliseconds. */
  now: number;
  /** The contact's quiet hours where they have been read already; null: none. */
  quiet?: QuietHours | null;
}

export async function carryOutReminder(effect: ReminderEffect, setting: EffectSetting): Promise<void> {
  const { records, who, now } = setting;
  const contact: Contact = { channel: who.channel, senderId: who.senderId };
  switch (effect.kind) {
    case 'reminder-set':
      return setReminder(effect, setting);
    case 'reminder-cancelled':
      await records.reminders.setState(contact, effect.about, 'cancelled');
      return;
    case 'applied':
      await records.reminders.setState(contact, effect.about, 'applied');
      return;
    case 'reminder-paused': {
      // The day named is the first one with reminders again.
      const pausedUntil = effect.until === null ? null : instantOf(`${effect.until}T00:00`);
      await records.reminders.setState(contact, effect.about, 'paused', { now, pausedUntil });
      return;
    }
    case 'reminder-resumed':
      await records.reminders.setState(contact, effect.about, 'active', { now });
      return;
    case 'quiet-hours':
      return keepQuiet({ from: effect.from, to: effect.to }, contact, setting);
  }
}

async function setReminder(
  effect: Extract<Effect, { kind: 'reminder-set' }>,
  { records, who, now, quiet: known }: EffectSetting,
): Promise<void> {
  const quiet = known === undefined ? await records.reminders.quietHours(who) : known;
  const subscription: Subscription = {
    id: subscriptionId(who, effect.about),
    channel: who.channel,
    conversationId: who.conversationId,
    senderId: who.senderId,
    isGroup: who.isGroup,
    about: effect.about,
    deadline: effect.deadline,
    choice: JSON.stringify(effect.choice),
    state: 'active',
    pausedUntil: null,
    createdAt: now,
  };
  await records.reminders.subscribe([planOf(subscription, now, quiet)]);
}

/** Reminders that are planned already keep out of the new quiet hours. */
async function keepQuiet(
  quiet: QuietHours,
  contact: Contact,
  { records, now }: EffectSetting,
): Promise<void> {
  await records.reminders.setQuietHours(contact, quiet.from === quiet.to ? null : quiet);
  const subscriptions = await records.reminders.subscriptions(contact);
  const running = subscriptions.filter(({ state }) => state === 'active' || state === 'paused');
  // What is due already, or waits for the contact to write, stays.
  await records.reminders.subscribe(
    running.map((subscription) => planOf(subscription, now, quiet)),
    now,
  );
}

/** The subscription with its reminders as they are to be from now on; at the usual times where the choice cannot be read. */
export function planOf(subscription: Subscription, now: number, quiet: QuietHours | null): Plan {
  const choice = readChoice(subscription.choice) ?? DEFAULT_CHOICE;
  const { id, deadline } = subscription;
  return { subscription, reminders: planReminders({ subscriptionId: id, deadline, choice, now, quiet }) };
}
