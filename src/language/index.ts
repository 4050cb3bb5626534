/** The door of the room: a message → one Utterance, an Utterance → what it tells of the enterprise. Pure; names no fact and no document. */

export { type Act, type ReadAct, readAct } from './acts/index.ts';
export { type Alternatives, alternativesIn } from './alternatives.ts';
export { onlyClauses, withHoles, without, withoutOpenings } from './blank.ts';
export { comparedIn } from './comparison.ts';
export { type Detail, detailIn } from './detail.ts';
export { isOnlyNotKnown, saysNotKnown, supposes } from './doubt.ts';
export { type FirmSaid, firmsSaid, isSame, withoutSame } from './firms.ts';
export { grantSaidOfOthers, withoutGrant } from './grant-of-others.ts';
export { isNamed } from './named/names.ts';
export { lettersOf, type StandsIn } from './of-document.ts';
export { type OtherFirm, otherFirm, speaksOfOneself } from './other-firm.ts';
export { plainText } from './plain-text.ts';
export { partsOf } from './quoted.ts';
export { tellsOfRefusal } from './refusal.ts';
export type { Holder } from './reported.ts';
export { namesSelf } from './source.ts';
export { statesSomething } from './states.ts';
export { simplified } from './traditional.ts';
export {
  type Clause,
  matter,
  type ReadOptions,
  readUtterance,
  type Span,
  type Utterance,
} from './utterance.ts';
export { isName, withoutNames } from './worded/names.ts';
export { placeNamed } from './worded/places.ts';
export { hearMentions, readFacts } from './worded/read-facts.ts';
export type { ReadFactsOptions, Reading, Unsure } from './worded/reading.ts';
export { isA } from './words-said.ts';
export { affirmsAll, agrees, disagrees, opensWithYes } from './yes-and-no.ts';
export { asksYesOrNo } from './yes-no-question.ts';
