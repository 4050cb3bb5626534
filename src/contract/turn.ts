/** What a turn of the dialogue takes: the message, and what the store knows of its sender. */
import type { Day } from './day.ts';
import type { Profile } from './profile.ts';
import type { Thing } from './statement.ts';

export interface Message {
  text: string;
  /** Id of a pressed button or of an option chosen by number. */
  choice?: string | undefined;
  /** What was quoted or passed on with it: somebody else's words. */
  quoted?: string | undefined;
  /** All of it as it was written, its openings too: what an act is read from; the text where nobody looked. */
  said?: string | undefined;
}

/** What a turn must know of the store. */
/** What a fact rests on: the contact's own words where they were kept, and the day. */
export interface Told {
  words: string | null;
  said: Day;
}

export interface Known {
  profile: Profile;
  /** Other orders, loans … than the one whose facts the profile has. */
  beside?: readonly Thing[];
  /** By fact of the profile. */
  told?: Readonly<Record<string, Told>>;
  /** Name of the enterprise whose profile this is; null for the first, unnamed one. */
  enterprise: string | null;
  reminders: ReminderView[];
  tickets: TicketView[];
  /** True on the very first message of this contact. */
  firstContact: boolean;
  /** Colleagues may use one profile together: absent where the office does not allow it; 'alone': not where others read along. */
  mayShare?: 'here' | 'alone';
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
