import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/contract/index.ts';
import { play, readStories } from '../support/story.ts';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

describe.each(files)('%s', (file) => {
  test.each(readStories(new URL(file, folder)).map((story) => [story.story, story] as const))(
    '%s',
    async (_, story) => {
      await play(story, (turn, { handled, facts }, place) => {
        const { reply, effects } = handled;
        const at = `turn ${place + 1}「${turn.say ?? turn.press}」→ ${reply.text}`;
        const wanted = turn.expect;
        if (wanted.about !== undefined) expect(reply.about, at).toBe(wanted.about);
        if (wanted.verdict !== undefined) expect(reply.verdict, at).toBe(wanted.verdict);
        if (wanted.amountYuan !== undefined) expect(reply.amountYuan, at).toBe(wanted.amountYuan);
        if (wanted.asks !== undefined)
          expect([...(reply.asks ?? [])].sort(), at).toEqual([...wanted.asks].sort());
        for (const words of wanted.contains ?? []) expect(reply.text, at).toContain(words);
        for (const words of wanted.lacks ?? []) expect(reply.text, at).not.toContain(words);
        const kinds = effects.map((effect) => effect.kind);
        for (const kind of wanted.effects ?? []) expect(kinds, at).toContain(kind);
        for (const kind of wanted.noEffects ?? []) expect(kinds, at).not.toContain(kind);
        if (wanted.options !== undefined) expect(reply.options, at).toHaveLength(wanted.options);
        if (wanted.card) expect(cardOf(reply), at).toMatchObject(wanted.card);
        for (const [name, value] of Object.entries(wanted.facts ?? {}))
          expect(facts[name] ?? null, `${at} ${name}`).toEqual(value);
      });
    },
  );
});

/** A card as stories speak of it: conditions by their labels, taps by what they send. */
function cardOf({ card }: Reply) {
  if (card === null) return null;
  const labels = (state: string) =>
    card.conditions.filter((one) => one.state === state).map(({ label }) => label);
  return {
    verdict: card.verdict,
    near: card.near,
    expired: card.expired,
    yuan: card.amount?.yuan ?? null,
    met: labels('met'),
    unmet: labels('unmet'),
    open: labels('open'),
    daysLeft: card.deadline?.daysLeft ?? null,
    sends: card.actions.map(({ send }) => send),
  };
}
