/** Scores of a search, by what they say of the first that was found. */

/** Below this it shares a word with the question by chance. */
export const BY_CHANCE = 0.3;
/** From this on it is not found by chance. */
export const NO_CHANCE = 0.4;
/** From this on it is what the question names. */
export const NAMED_FOR_SURE = 0.5;
