/** Ids of options: what a pressed button means. Short enough for a button's 64 bytes. */
export const optionIds = {
  /** m:<measure id or document number> opens it. */
  measure: (id: string): string => `m:${id}`,
  /** s:<words> is as if the words had been typed. */
  say: (words: string): string => `s:${words}`,
};

export type OptionMeaning = { kind: 'measure'; id: string } | { kind: 'say'; words: string };

export function readOption(id: string): OptionMeaning | null {
  if (id.startsWith('m:')) return { kind: 'measure', id: id.slice(2) };
  if (id.startsWith('s:')) return { kind: 'say', words: id.slice(2) };
  return null;
}
