/** Telling other systems what happened. */
export { type Announce, announcer, announceToNobody, WEBHOOK_CHANNEL } from './announce.ts';
export { announceDocuments } from './documents.ts';
export { EVENT_TYPES, type WebhookEvent } from './event.ts';
export { reminderTeller } from './reminders.ts';
export { createWebhookSender, type WebhookSender } from './sender.ts';
