/** huiqi by its own doors: the same that `ask`, `figures`, `match` and `draft` use. */
import { readFigures } from '../../src/figures/index.ts';
import { buildIndex } from '../../src/retrieval/index.ts';
import { matchProfile, profileOfText } from '../../src/service/index.ts';
import { answer } from '../../src/words/index.ts';
import type { CreateSystem, Verdict } from '../system.ts';
import { paysOf } from './pays.ts';

/** A day on which the unseen documents are in force. */
const TODAY = '2026-09-01';
const RANK: Verdict[] = ['eligible', 'unknown', 'ineligible'];

export const huiqi: CreateSystem = ({ knowledge }) => {
  const index = buildIndex(knowledge);
  return {
    name: 'huiqi',
    find(question) {
      const { kind, measures, text } = answer(index, question, { today: TODAY });
      if (kind === 'none') return [];
      if (measures.length > 0) return measures.map(({ id }) => id);
      // An answer about a whole document names it in its source.
      return knowledge.policies.map(({ number }) => number).filter((number) => text.includes(number));
    },
    figures: (text, ref) => readFigures(text, { ref: ref ?? undefined }),
    match(text, measure) {
      const profile = profileOfText(knowledge, text, TODAY);
      const mine = matchProfile(knowledge, profile, TODAY).filter((one) => one.measure === measure);
      const best = RANK.flatMap((verdict) => mine.filter((one) => one.verdict === verdict))[0];
      return { verdict: best?.verdict ?? 'unknown', amountYuan: best?.amountYuan ?? null };
    },
    draft: (measure) => paysOf(knowledge, measure),
  };
};
