/** The door of the facts room: what can be known of an enterprise, and what follows from what was said. */

export { believable } from './believable.ts';
export { complete, type Facts, sourcesOf } from './derive.ts';
export { type Fact, factSchema, followsFromTrade, type OwnFact, ownFactSchema } from './fact.ts';
export { factId } from './fact-id.ts';
export { factsOf } from './facts-of.ts';
export { inOrder } from './in-order.ts';
export { boundsOf, isExact } from './interval.ts';
export { AND } from './joining.ts';
export { type Meanings, meaningsSchema, NO_MEANINGS } from './meanings.ts';
export { type Opposition, oppositionSchema, oppositionsIn } from './opposition.ts';
export { timesUnit } from './scales.ts';
export { profilesOf, statementsOf, statementsOfThings, thingsOf } from './statements.ts';
export { exchanged, type InHand, inHand, thingIn } from './things.ts';
export { withFacts } from './with-facts.ts';
