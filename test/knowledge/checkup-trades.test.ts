/** 政策体检 as ten trades meet it: what each is told on three days, and nothing else (checkup-trades.yaml). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { play, storySchema } from '../support/story.ts';

const trades = parse(readFileSync(new URL('checkup-trades.yaml', import.meta.url), 'utf8')) as {
  trade: string;
  say: string;
  also: string[];
  lists: Record<string, string[]>;
}[];
const rows = trades.flatMap(({ trade, say, also, lists }) =>
  [say, ...also].flatMap((words) =>
    Object.entries(lists).map(([today, measures]) => ({ trade, say: words, today, measures })),
  ),
);

test('ten trades on three days', () => {
  expect(new Set(rows.map(({ trade, today }) => `${trade} ${today}`)).size).toBe(30);
});

test.each(rows)('$trade on $today, $say: $measures', async ({ say, today, measures }) => {
  const story = storySchema.parse({ story: say, today, turns: [{ say: `${say}，政策体检` }] });
  await play(story, (_turn, { handled }) => {
    const { reply } = handled;
    expect(reply.text).toContain('政策体检');
    expect(reply.options.map(({ id }) => id).sort(), reply.text).toEqual([...measures].sort());
    // What is not listed is not asked about either: of masks, for one, no school is asked years later.
    expect(reply.text).not.toContain('口罩');
  });
});
