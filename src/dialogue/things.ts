/** Several orders or loans of one enterprise: which of them is talked of. A rule over one of them sees each. */
import type { Thing } from '../contract/index.ts';
import { exchanged, type InHand, inHand, withFacts } from '../facts/index.ts';
import type { Reading } from '../language/index.ts';
import { checkMeasure } from './check.ts';
import type { Scene } from './scene.ts';

const RANK = { eligible: 2, unknown: 1, ineligible: 0 } as const;

/**
 * What the message changes, with the thing in hand for which the measure gives most; null where the enterprise has told of no more than
 * one of a kind. `measure` null: the thing told last stays in hand.
 */
export function takenInHand(
  { known, mind, ...scene }: Scene,
  read: Reading,
  measure: string | null,
): InHand | null {
  const beside = known.beside ?? [];
  if (beside.length === 0 && read.beside.length === 0 && read.another.length === 0) return null;
  const { facts } = mind.knowledge;
  const said = inHand({ profile: known.profile, beside }, read, facts);
  if (measure === null) return said;
  const worth = (one: InHand): number => {
    const main = checkMeasure({ ...scene, known, mind }, measure, withFacts(known.profile, one.facts))?.main;
    return main ? RANK[main.verdict] * ENOUGH + (main.amountYuan ?? 0) : 0;
  };
  const exchange = (thing: Thing): InHand => {
    const next = exchanged(
      { profile: withFacts(known.profile, said.facts), beside: said.beside },
      thing,
      facts,
    );
    return { facts: { ...said.facts, ...next.facts }, beside: next.beside };
  };
  const choices = [said, ...said.beside.map(exchange)];
  return choices.reduce((best, one) => (worth(one) > worth(best) ? one : best));
}
/** More than any amount, so that the verdict counts first. */
const ENOUGH = 1e15;
