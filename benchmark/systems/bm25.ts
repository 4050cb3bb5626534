/**
 * BM25 over the bigrams of each measure's title, text and aliases: what a search box with a good index gives. It has no cut: whatever
 * shares two characters with the question is an answer.
 */
import type { CreateSystem } from '../system.ts';

const K1 = 1.2;
const B = 0.75;
export const bm25: CreateSystem = ({ passages }) => {
  const documents = passages.map(({ title, text, aliases }) => countsOf([title, text, ...aliases].join(' ')));
  const lengths = documents.map((counts) => [...counts.values()].reduce((sum, one) => sum + one, 0));
  const average = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length);
  const holding = new Map<string, number>();
  for (const counts of documents)
    for (const term of counts.keys()) holding.set(term, (holding.get(term) ?? 0) + 1);
  const rarity = (term: string): number => {
    const n = holding.get(term) ?? 0;
    return Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
  };
  return {
    name: 'BM25',
    find(question) {
      const terms = [...countsOf(question).keys()];
      return documents
        .map((counts, i) => ({
          id: passages[i]!.id,
          score: terms.reduce((sum, term) => {
            const found = counts.get(term) ?? 0;
            const weighed = (found * (K1 + 1)) / (found + K1 * (1 - B + (B * lengths[i]!) / average));
            return sum + rarity(term) * weighed;
          }, 0),
        }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .map(({ id }) => id);
    },
  };
};

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const run of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const characters = [...run[0]];
    for (let i = 0; i + 1 < characters.length; i += 1) {
      const term = `${characters[i]}${characters[i + 1]}`;
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return counts;
}
