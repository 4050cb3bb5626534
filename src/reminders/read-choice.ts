/** A choice as it was stored. One that cannot be read any more keeps neither its contact nor anybody else from being reminded. */
import { z } from 'zod';
import type { ReminderChoice } from '../contract/index.ts';

/** 09:30 */
const clock = z.string().regex(/^[0-2]\d:[0-5]\d$/u);

const choiceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('days-before'),
    days: z.array(z.int().min(0).max(3_650)),
    time: clock.exactOptional(),
  }),
  // 2022-07-23T09:30
  z.object({
    kind: z.literal('at'),
    at: z.string().regex(/^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d$/u),
  }),
  z.object({
    kind: z.literal('weekly'),
    weekday: z.int().min(1).max(7),
    time: clock.exactOptional(),
  }),
]);

/** Null: unreadable. */
export function readChoice(text: string): ReminderChoice | null {
  try {
    return choiceSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
