/** Acts: what a message does in a talk. */
export type { Act } from './form.ts';
export { type ReadAct, readAct } from './read-act.ts';
