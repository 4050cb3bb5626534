/** What a turn brings about. Effects are values that the dialogue returns and the service carries out. */
import type { Day } from './day.ts';
import type { FactValue, Thing } from './statement.ts';

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
  /** null removes a fact. `words`: what each rests on, as the contact said it. */
  | {
      kind: 'profile-updated';
      facts: Record<string, FactValue | null>;
      words?: Record<string, string>;
      /** Other orders, loans … than the one in the profile, where that changes: all that stand beside it now. */
      beside?: readonly Thing[];
    }
  | { kind: 'enterprise-switched'; enterprise: string }
  | { kind: 'forgotten' }
  /** 我的数据: a link to a file with all that is kept. */
  | { kind: 'data-asked' }
  /** 有新政策告诉我 · 不要推送 */
  | { kind: 'push-consent'; wants: boolean }
  | { kind: 'reset' }
  /** Colleagues use one profile together: a code is wanted, used, what it began is left or ended. */
  | { kind: 'share-asked' }
  | { kind: 'share-joined'; code: string }
  | { kind: 'share-left' }
  | { kind: 'share-ended' }
  | {
      kind: 'ticket-opened';
      question: string;
      about: string | null;
      department: string | null;
      known: string;
    }
  /** A telephone or more words for a ticket that was opened before. */
  | { kind: 'ticket-added'; ticket: string; text: string };
