/** What a pressed button carries back, as the text of InboundMessage.choice. Anything else is the id of a measure or document. */
import type { FactValue } from './statement.ts';

const SAY = 'say:';
const TELL = 'tell:';

/** A button that says these words. */
export const sayChoice = (words: string): string => `${SAY}${words}`;

/** A button that tells facts; null: not known. */
export const tellChoice = (facts: Readonly<Record<string, FactValue | null>>): string =>
  `${TELL}${JSON.stringify(facts)}`;

/** The words of such a button; null for any other. */
export const wordsOfChoice = (choice: string | undefined): string | null =>
  choice?.startsWith(SAY) ? choice.slice(SAY.length) : null;

/**
 * The facts of such a button; null for any other and for what nobody made here. Names and values come from outside: whoever believes
 * them checks each against its declaration.
 */
export function factsOfChoice(choice: string | undefined): Record<string, unknown> | null {
  if (!choice?.startsWith(TELL)) return null;
  try {
    const read: unknown = JSON.parse(choice.slice(TELL.length));
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : null;
  } catch {
    return null;
  }
}
