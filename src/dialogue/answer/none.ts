/** The honest no: why, and who does answer. */
import type { Finding, Index } from '../../retrieval/index.ts';
import { documentWords, noneWords } from '../words/answers.ts';
import { itemWords, lines, whomToAsk } from './parts.ts';

/** A nearest measure is named only when it shares this much of the question. */
const WORTH_NAMING = 0.25;

export function tellNone(index: Index, finding: Finding): string {
  const { refusal } = finding;
  switch (refusal?.reason) {
    case 'place': {
      const { name, coverage } = refusal.place;
      const covered = [...index.places.covered];
      if (coverage !== 'above' && coverage !== 'top') return noneWords.place(name, covered.join('、'));
      const above = covered.filter((place) => place !== name && isAbove(index, place, name));
      return noneWords.ownPlan(name, above.join('、'));
    }
    case 'elsewhere':
      return noneWords.elsewhere(refusal.topic.topic, refusal.topic.ask);
    case 'no-item':
      return documentWords.noItem(
        refusal.policy.number,
        refusal.items.join('、'),
        refusal.policy.measures.length,
      );
    default:
      return nothing(finding);
  }
}

function isAbove(index: Index, place: string, name: string): boolean {
  for (let at = index.places.within.get(name); at; at = index.places.within.get(at))
    if (at === place) return true;
  return false;
}

function nothing({ ranked, signals }: Finding): string {
  const nearest = ranked.find(({ entry }) => entry.kind === 'measure');
  if (nearest?.entry.kind !== 'measure' || signals.words < WORTH_NAMING)
    return lines(noneWords.nothing, noneWords.tryAgain);
  const { policy, measure } = nearest.entry;
  const whom = whomToAsk(policy, measure);
  return lines(
    noneWords.nothing + noneWords.nearest(measure.title, policy.number + itemWords(measure)),
    whom ? noneWords.askWhom(whom) : noneWords.tryAgain,
  );
}
