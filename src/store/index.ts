/** The door of the store. */

export type * from './interface/chats.ts';
export type * from './interface/exchanges.ts';
export type * from './interface/files.ts';
export type * from './interface/machines.ts';
export type * from './interface/notes.ts';
export type * from './interface/officers.ts';
export type * from './interface/outbox.ts';
export type * from './interface/profiles.ts';
export type * from './interface/reminders.ts';
export type * from './interface/shelf.ts';
export type * from './interface/tickets.ts';
export type * from './interface/turn.ts';
export type * from './interface/workers.ts';
export { ONLY_OFFICE, openEngine, openStore, type StoreOptions, storeOptions } from './open.ts';
export { restoreInto } from './restore.ts';
export * from './store.ts';
