/** The door of the store. */
export { ONLY_OFFICE, openEngine, openStore, type StoreOptions, storeOptions } from './open.ts';
export { restoreInto } from './restore.ts';
export * from './store.ts';
