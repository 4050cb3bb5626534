/** Conversations as data: reads a story and plays it through the whole bot on a store in memory. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Knowledge } from '../../src/policy/index.ts';
import { type App, createApp } from '../../src/service/app.ts';
import type { Handled } from '../../src/service/handled.ts';
import { openStore } from '../../src/store/index.ts';
import { shippedKnowledge } from './shipped.ts';

const expectSchema = z.strictObject({
  about: z.string().nullable().optional(),
  verdict: z.enum(['eligible', 'ineligible', 'unknown']).nullable().optional(),
  amountYuan: z.number().nullable().optional(),
  /** Each of these is asked. */
  asks: z.array(z.string()).optional(),
  contains: z.array(z.string()).optional(),
  lacks: z.array(z.string()).optional(),
  effects: z.array(z.string()).optional(),
  noEffects: z.array(z.string()).optional(),
  options: z.number().optional(),
  /** Of the card: its fields where they are named, and what can be tapped by what it sends. */
  card: z
    .strictObject({
      verdict: z.string().nullable().optional(),
      near: z.boolean().optional(),
      expired: z.boolean().optional(),
      yuan: z.number().nullable().optional(),
      met: z.array(z.string()).optional(),
      unmet: z.array(z.string()).optional(),
      open: z.array(z.string()).optional(),
      daysLeft: z.number().nullable().optional(),
      sends: z.array(z.string()).optional(),
    })
    .optional(),
  /** Facts of the profile after the turn. */
  facts: z.record(z.string(), z.unknown()).optional(),
});

const turnSchema = z.strictObject({
  say: z.string().optional(),
  press: z.string().optional(),
  /** The day passes to this one before the turn. */
  day: z.iso.date().optional(),
  /** Who speaks; one contact unless said otherwise. */
  who: z.string().default('a'),
  expect: expectSchema.default({}),
});

export const storySchema = z.strictObject({
  story: z.string(),
  today: z.iso.date(),
  turns: z.array(turnSchema),
});
export type Story = z.infer<typeof storySchema>;
export type Expectation = z.infer<typeof expectSchema>;

export function readStories(file: string | URL): Story[] {
  return z.array(storySchema).parse(parse(readFileSync(file, 'utf8')));
}

export interface Played {
  handled: Handled;
  facts: Record<string, unknown>;
}

/** Plays one story, with the shelf that ships unless another is given; `check` is called after every turn. */
export async function play(
  story: Story,
  check: (turn: Story['turns'][number], played: Played, place: number) => void,
  knowledge: Knowledge = shippedKnowledge(),
): Promise<void> {
  const store = await openStore({ memory: true });
  const time = { today: story.today };
  const app: App = createApp({
    knowledge,
    store,
    clock: { now: () => Date.parse(`${time.today}T09:00:00+08:00`) },
  });
  try {
    for (const [place, turn] of story.turns.entries()) {
      if (turn.day) time.today = turn.day;
      const handled = await app.answer({
        channel: 'test',
        conversationId: turn.who,
        senderId: turn.who,
        isGroup: false,
        addressedToBot: true,
        text: turn.say ?? '',
        ...(turn.press ? { choice: turn.press } : {}),
        eventId: `${turn.who}-${place}`,
        receivedAt: app.clock.now(),
      });
      const profile = await store.transaction((records) =>
        records.profiles.current({ channel: 'test', senderId: turn.who }),
      );
      check(turn, { handled, facts: profile ? JSON.parse(profile.facts) : {} }, place);
    }
  } finally {
    await store.close();
  }
}
