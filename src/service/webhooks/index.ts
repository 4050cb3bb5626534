/** Telling other systems what happened. */
export { type Announce, announceToNobody, WEBHOOK_CHANNEL, webhookAnnouncer } from './announce.ts';
export { announceDocuments } from './documents.ts';
export { EVENT_TYPES, type WebhookEvent } from './event.ts';
export type { QueueSender } from './queue.ts';
export { reminderTeller } from './reminders.ts';
export { createWebhookSender } from './sender.ts';
