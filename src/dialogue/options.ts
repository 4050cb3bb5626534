/** Ids of options: what a pressed button means. Short enough for a button's 64 bytes. */

/** A measure id or a document's number stands for itself. */
export type OptionMeaning = { kind: 'open'; about: string } | { kind: 'say'; words: string };

const SAY = 's:';

/** Pressing it is as if the words had been typed. */
export function sayOption(words: string): { id: string; label: string } {
  return { id: `${SAY}${words}`, label: words };
}

export function readOption(id: string): OptionMeaning {
  return id.startsWith(SAY) ? { kind: 'say', words: id.slice(SAY.length) } : { kind: 'open', about: id };
}
