/** A question of how to apply (材料, 地点, 电话, 时限, 对象, 步骤), answered from the section of the document that says it. */
import type { Day } from '../../contract/index.ts';
import type { Measure, Policy } from '../../policy/index.ts';
import type { Finding, Ranked } from '../../retrieval/index.ts';
import { measureWords } from '../answers.ts';
import type { Told } from './measure.ts';
import { askedOfGuide, grantsSomething, guideOf } from './missing.ts';
import { lines, sourceOf } from './parts.ts';
import { validityFirst, validityLast } from './validity.ts';

export interface ToldGuide extends Told {
  /** The sections that the words stand in, as far as they are measures. */
  homes: Measure[];
}

/** So many of the first found have to be of one document. */
const FIRST = 3;

/** The one document that the question leads to; null where it leads to several, or to a grant that says itself how it is applied for. */
export function guidingPolicy({ band, ranked, document }: Finding): Policy | null {
  if (band === 'document') return document;
  const among = ranked.slice(0, band === 'menu' ? FIRST : 1).map(({ entry }) => entry);
  const [first] = among;
  if (!first || !['answer', 'menu'].includes(band)) return null;
  if (band === 'answer' && first.kind === 'measure' && grantsSomething(first.measure)) return null;
  return among.every(({ policy }) => policy === first.policy) ? first.policy : null;
}

/** What the document says of all parts that the question asks for; null where it asks for none, or one stands nowhere as a whole. */
export function tellGuide(policy: Policy, question: string, today: Day): ToldGuide | null {
  const said = askedOfGuide(question, guideOf(policy, null));
  if (said.length === 0) return null;
  const homes = said.flatMap(
    ({ start, end }) => policy.measures.find(({ clause }) => start < clause.end && end > clause.start) ?? [],
  );
  const last = validityLast(policy, today);
  return {
    homes,
    text: lines(
      validityFirst(policy, today),
      ...said.map(({ label, text }) => measureWords.guide(label, measureWords.quote(text))),
      sourceOf(policy, homes[0] ?? null) + (last ? `，${last}` : ''),
    ),
    quotes: said.map(({ quote }) => quote),
  };
}

/** Those of the ranked that the words stand in. */
export const amongHomes = (ranked: readonly Ranked[], homes: readonly Measure[]): Ranked[] =>
  ranked.filter(({ entry }) => entry.kind === 'measure' && homes.includes(entry.measure));
