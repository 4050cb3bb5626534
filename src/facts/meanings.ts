/** Words that say the same where an enterprise tells what a document asks for (knowledge/core/meanings.yaml). The first of a line means all. */
import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);
const lines = z.array(z.array(z.string().min(1)).min(2)).default([]);

export const meaningsSchema = z.strictObject({
  /** What is done, and says nothing without what it is done with: 购置. */
  deeds: lines,
  /** What is awarded: 认定. Of these the status alone is told. */
  awards: lines,
  /** What is done, and says something by itself: 投产. */
  whole: lines,
  /** What it is done with, and how much of it. */
  things: lines,
  /** Nouns of so many things that alone they name none: 合同, 设备. */
  broad: words.default([]),
  /** Meanings that say which of its kind a thing is: 研发 of 研发工作站. */
  qualifying: words.default([]),
  /** Who one is: what documents call a kind of enterprise, and what people say who are of it. */
  kinds: z.array(z.strictObject({ kind: words, are: words })).default([]),
});
export type Meanings = z.output<typeof meaningsSchema> & {
  /** All words for one thing (same-things.yaml). Set where the shelf is put together. */
  same?: readonly (readonly string[])[];
};

/** Of a folder that has none. */
export const NO_MEANINGS: Meanings = {
  deeds: [],
  awards: [],
  whole: [],
  things: [],
  broad: [],
  qualifying: [],
  kinds: [],
};
