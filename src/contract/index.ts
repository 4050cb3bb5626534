/** The door of the contract room: the types that cross rooms, days, the clock's edge, the error for people, two helpers for texts. A leaf. */
export { candidatesOf } from './candidates.ts';
export type * from './card.ts';
export * from './choice.ts';
export { type Clock, clockOn, shanghaiDay, shanghaiTime, systemClock } from './clock.ts';
export * from './day.ts';
export type * from './effect.ts';
export { forLastTexts } from './last-texts.ts';
export * from './message.ts';
export { printable, printableJson, printableLine } from './printable.ts';
export type * from './profile.ts';
export * from './reply.ts';
export * from './statement.ts';
export { subjectOfChat, ticketId } from './subjects.ts';
export type * from './turn.ts';
export { UserError } from './user-error.ts';
