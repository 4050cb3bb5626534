/** The honest no: why, and who does answer. */
import type { Finding, Index } from '../../retrieval/index.ts';
import { documentWords, noneWords } from '../answers.ts';
import { itemWords, lines, whomToAsk } from './parts.ts';

/** A nearest measure is named only when it shares this much of the question. */
const WORTH_NAMING = 0.25;

export function tellNone(index: Index, finding: Finding): string {
  const { refusal } = finding;
  switch (refusal?.reason) {
    case 'place': {
      const { name } = refusal.place;
      const { gazetteer, covered } = index.places;
      const above = gazetteer.upwards(name).filter((place) => place !== name && covered.has(place));
      return above.length
        ? noneWords.ownPlan(name, above.join('、'))
        : noneWords.place(name, fewNames([...covered]));
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

const NAMED_PLACES = 6;

function fewNames(places: string[]): string {
  const few = places.slice(0, NAMED_PLACES).join('、');
  return places.length > NAMED_PLACES ? noneWords.andOtherPlaces(few, places.length) : few;
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
