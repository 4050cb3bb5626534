/** The ledger of reminders. */
import type { DeliveryRow, ReminderStatus, Subscription } from '../interface/reminders.ts';

export interface RemindersTables {
  subscription: {
    office: string;
    id: string;
    channel: string;
    conversationId: string;
    senderId: string;
    isGroup: number;
    about: string;
    deadline: string;
    choice: string;
    state: Subscription['state'];
    pausedUntil: number | null;
    createdAt: number;
  };
  reminder: {
    office: string;
    id: string;
    subscriptionId: string;
    channel: string;
    conversationId: string;
    senderId: string;
    isGroup: number;
    about: string;
    deadline: string;
    dueAt: number;
    expiresAt: number;
    isLast: number;
    isResend: number;
    was: string | null;
    status: ReminderStatus;
    attempts: number;
    leaseOwner: string | null;
    leaseUntil: number | null;
  };
  delivery: {
    office: string;
    id: string;
    reminderId: string;
    attempt: number;
    worker: string;
    startedAt: number;
    finishedAt: number | null;
    outcome: DeliveryRow['outcome'];
    platformMessageId: string | null;
    reason: string | null;
  };
  quietHours: { office: string; channel: string; senderId: string; from: string; to: string };
}
