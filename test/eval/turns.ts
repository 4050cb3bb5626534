/** Single messages of a talk, each with where its answer stands: turns.own.jsonl. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const turnSchema = z.strictObject({
  today: z.iso.date(),
  /** The measure or document in hand; null for a first message. */
  hand: z.string().nullable(),
  /** What was asked before, which brought the talk to it. */
  before: z.string().nullable(),
  text: z.string(),
  /** In the thing in hand, in its document as a whole, in another measure, or nowhere. */
  where: z.enum(['hand', 'document', 'other', 'none']),
  /** Any of them is right. */
  ids: z.array(z.string()),
  /** Of the sentence that answers, or is nearest; null where nothing is written of it. */
  quote: z.string().nullable(),
});
export type Turn = z.infer<typeof turnSchema>;

const testedTurnSchema = z.strictObject({
  today: z.iso.date(),
  hand: z.string(),
  text: z.string(),
  stays: z.boolean(),
});
/** What the stories of the repository decide of a message: it goes on about what is in hand, or turns to another. */
export type TestedTurn = z.infer<typeof testedTurnSchema>;

export const readTurns = (): Turn[] => read('turns.own.jsonl', turnSchema);
export const readTestedTurns = (): TestedTurn[] => read('turns.tested.jsonl', testedTurnSchema);

const read = <One>(file: string, schema: z.ZodType<One>): One[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)));
