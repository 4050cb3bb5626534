/** Words that oppose one another (knowledge/core/oppositions.yaml): they tell facts of a like name apart. */
import { z } from 'zod';

const words = z.string().min(1);

export const oppositionSchema = z.strictObject({
  /** Each list says the same; two lists exclude each other. */
  sides: z.array(z.array(words).min(1)).min(2),
  /** By side: what says it in a message, where a name that has such a word means that alone (德国 is 境外). */
  also: z.array(z.array(words)).default([]),
  /** Longer words with such a word in them that oppose nothing. */
  plain: z.array(words).default([]),
  /** Of the same thing the one side denies the other: again is not the first time. */
  denies: z.boolean().default(false),
  /** A name that has a side is believed only where that side is said, or was asked for. */
  needed: z.boolean().default(false),
});
export type Opposition = z.output<typeof oppositionSchema>;

/** Those of which a name may have a side. */
export const oppositionsIn = (name: string, all: readonly Opposition[]): Opposition[] =>
  all.filter(({ sides }) => sides.flat().some((word) => name.includes(word)));
