/** Conversations about a document that nobody annotated: the amount within three turns, and nothing asked that is not missing. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createApp } from '../../src/service/index.ts';
import { openStore } from '../../src/store/index.ts';
import { draftedKnowledge } from '../support/drafted-knowledge.ts';

interface Talk {
  opening: string;
  /** By words of the question. */
  answers: Record<string, string>;
  amountYuan: number;
}

const read = (name: string) => readFileSync(new URL(`drafted/${name}`, import.meta.url), 'utf8');
const talks = parse(read('talks.yaml')) as Talk[];
const knowledge = draftedKnowledge({ orchard: read('orchard.txt') });
const now = Date.parse('2031-06-01T09:00:00+08:00');
const MOST_TURNS = 3;

/** What kept the amount away; null where it was told. */
async function hindrance({ opening, answers, amountYuan }: Talk): Promise<string | null> {
  const store = await openStore({ memory: true });
  const app = createApp({ knowledge, store, clock: { now: () => now } });
  try {
    let text = opening;
    for (let turn = 1; turn <= MOST_TURNS; turn++) {
      const who = {
        channel: 'test',
        conversationId: 'one',
        senderId: 'one',
        isGroup: false,
        addressedToBot: true,
      };
      const { reply } = await app.answer({ ...who, text, eventId: `${turn}`, receivedAt: now });
      if (reply.verdict === 'eligible' && reply.amountYuan !== null)
        return reply.amountYuan === amountYuan ? null : `told ${reply.amountYuan}`;
      const asked = (reply.asks ?? []).map((fact) => `${fact} ${knowledge.facts.get(fact)?.question ?? ''}`);
      const said = asked.map((question) => Object.keys(answers).find((words) => question.includes(words)));
      if (asked.length === 0) return `asked nothing in turn ${turn}: ${reply.text}`;
      const beside = asked.filter((_, i) => said[i] === undefined);
      if (beside.length > 0) return `asked beside: ${beside.join(' / ')}`;
      text = [...new Set(said)].map((words) => answers[words!]).join('，');
    }
    return `no amount after ${MOST_TURNS} turns`;
  } finally {
    await store.close();
  }
}

test('eight of ten contacts of a drafted document get their amount within three turns, asked for what is missing alone', async () => {
  const found = await Promise.all(
    talks.map(async (talk) => ({ opening: talk.opening, why: await hindrance(talk) })),
  );
  const missed = found.filter(({ why }) => why !== null);
  expect(missed.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(talks.length * 0.2);
});
