/** Questions within a measure, on documents that nobody annotated. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { draftedKnowledge } from '../support/drafted-knowledge.ts';
import { play, storySchema } from '../support/story.ts';

const readFile = (name: string) => {
  const { documents, stories } = z
    .strictObject({ documents: z.record(z.string(), z.string()), stories: z.array(storySchema) })
    .parse(parse(readFileSync(new URL(name, import.meta.url), 'utf8')));
  return { knowledge: draftedKnowledge(documents), stories };
};

describe.each(['within.yaml', 'lacking.yaml'])('%s', (file) => {
  const { knowledge, stories } = readFile(file);
  test.each(stories.map((story) => [story.story, story] as const))('%s', (_, story) =>
    play(
      story,
      ({ say, expect: wanted }, { handled: { reply, effects } }) => {
        const at = `「${say}」→ ${reply.text}`;
        if (wanted.about !== undefined) expect(reply.about, at).toBe(wanted.about);
        for (const words of wanted.contains ?? []) expect(reply.text, at).toContain(words);
        for (const words of wanted.lacks ?? []) expect(reply.text, at).not.toContain(words);
        if (wanted.options !== undefined) expect(reply.options, at).toHaveLength(wanted.options);
        for (const kind of wanted.noEffects ?? [])
          expect(
            effects.map((one) => one.kind),
            at,
          ).not.toContain(kind);
      },
      knowledge,
    ),
  );
});
