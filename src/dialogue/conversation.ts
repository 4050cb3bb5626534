/** What a turn of the dialogue takes and gives. The dialogue is pure: (conversation, message, today, known) → (conversation, reply, effects). */
import type { Day } from '../day.ts';
import type { FactValue, Profile } from '../eligibility/profile.ts';

export interface Message {
  text: string;
  /** Id of a pressed button or of an option chosen by number. */
  choice?: string | undefined;
}

/** What a turn must know of the store. */
export interface Known {
  profile: Profile;
  /** Name of the enterprise whose profile this is; null for the first, unnamed one. */
  enterprise: string | null;
  reminders: ReminderView[];
  tickets: TicketView[];
  /** True on the very first message of this contact. */
  firstContact: boolean;
  /** Whether this channel can push unasked; the confirmation of a reminder says so. */
  push: 'always' | 'window' | 'never';
}

export interface ReminderView {
  id: string;
  /** Measure id or document number that the reminder is about. */
  about: string;
  /** The deadline reminded of. */
  deadline: Day;
  /** When it is due, local time in Asia/Shanghai: '2022-07-23T09:07'. */
  dueAt: string;
  state: 'due' | 'paused' | 'sent';
}

export interface TicketView {
  id: string;
  question: string;
  state: 'open' | 'answered' | 'closed';
  openedOn: Day;
}

export interface Reply {
  text: string;
  options: { id: string; label: string }[];
  /** Measure id (or document number) the reply is about. */
  about: string | null;
  /** Facts asked for, by name. */
  asks: string[] | null;
  verdict: 'eligible' | 'ineligible' | 'unknown' | null;
  /** Yuan; null unless the verdict is eligible and the amount is stated. */
  amountYuan: number | null;
}

/** When to remind, as chosen in words. */
export type ReminderChoice =
  /** Days before the deadline, each at 9:00 or at the given time. */
  | { kind: 'days-before'; days: number[]; time?: string }
  /** Once, at a local time 'YYYY-MM-DDTHH:MM'. */
  | { kind: 'at'; at: string }
  /** Weekly on a weekday (1 Monday … 7 Sunday) until the deadline. */
  | { kind: 'weekly'; weekday: number; time?: string };

export type Effect =
  | { kind: 'reminder-set'; about: string; deadline: Day; choice: ReminderChoice }
  | { kind: 'reminder-list' }
  /** `about` null: all. */
  | { kind: 'reminder-cancelled'; about: string | null }
  | { kind: 'reminder-paused'; about: string | null; until: Day | null }
  | { kind: 'reminder-resumed'; about: string | null }
  /** 已申报: stops the reminders of that measure. */
  | { kind: 'applied'; about: string }
  | { kind: 'quiet-hours'; from: string; to: string }
  /** null removes a fact. */
  | { kind: 'profile-updated'; facts: Record<string, FactValue | null> }
  | { kind: 'enterprise-switched'; enterprise: string }
  | { kind: 'forgotten' }
  | { kind: 'reset' }
  | {
      kind: 'ticket-opened';
      question: string;
      about: string | null;
      department: string | null;
      known: string;
    };
