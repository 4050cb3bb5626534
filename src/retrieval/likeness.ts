/** How alike two questions are, by what they are about: for grouping what people asked, and for answers that officers wrote. */
import { isPair, normalise, type Term, termsOf } from './analyse.ts';
import type { Index } from './build-index.ts';
import { find } from './find.ts';
import { idfOf } from './postings.ts';
import { contentWords } from './words.ts';

export type Gist = ReadonlySet<Term>;
export type WeightOf = (term: Term) => number;

/** The terms of the words that say what it is about; of all words where none do. */
export function gistOf(question: string): Gist {
  const text = normalise(question);
  const words = contentWords(text);
  return termsOf(words.length > 0 ? words.join('') : text);
}

/** A pair of characters is a word or half of one; a single one hints. */
const byForm: WeightOf = (term) => (typeof term === 'string' ? 3 : isPair(term) ? 2 : 1);

/** Words that no document has say most: what documents speak of everywhere (企业, 申请) tells questions apart least. */
export const byRarity = ({ text }: Index): WeightOf => {
  const unknown = Math.log(1 + text.size);
  return (term) => byForm(term) * (idfOf(text, term) ?? unknown);
};

function weigh(terms: Iterable<Term>, weightOf: WeightOf): number {
  let sum = 0;
  for (const term of terms) sum += weightOf(term);
  return sum;
}

/** From 0 to 1: the weight of what both have, against the mean of both. */
export function likeness(one: Gist, other: Gist, weightOf: WeightOf = byForm): number {
  const whole = weigh(one, weightOf) + weigh(other, weightOf);
  return whole === 0 ? 0 : (2 * weigh(one.intersection(other), weightOf)) / whole;
}

/** Wordings of one question. */
export interface Wordings {
  gists: readonly Gist[];
  /** Topics of other offices that they lie in. */
  topics: ReadonlySet<string>;
}

export const wordingsOf = (index: Index, questions: readonly string[], today: string): Wordings => ({
  gists: questions.map(gistOf),
  topics: new Set(questions.flatMap((question) => topicOf(index, question, today) ?? [])),
});

/** Two questions of one topic are nearer to each other than their words say. */
const SAME_TOPIC = 0.3;

export interface Nearness {
  /** By words alone: what only lies in the same topic is never the same question. */
  words: number;
  /** With the topic. */
  all: number;
}

const FAR: Nearness = { words: 0, all: 0 };

/** How near a question comes to any of the wordings, and how much of it they cover together. */
export function nearnessTo(index: Index, today: string, question: string): (wordings: Wordings) => Nearness {
  const gist = gistOf(question);
  const topic = topicOf(index, question, today);
  const weightOf = byRarity(index);
  const whole = weigh(gist, weightOf);
  return ({ gists, topics }) => {
    if (whole === 0 || gists.length === 0) return FAR;
    const nearest = Math.max(...gists.map((one) => likeness(gist, one, weightOf)));
    const all = gists.reduce<Gist>((sum, one) => sum.union(one), new Set());
    const covered = weigh(gist.intersection(all), weightOf) / whole;
    const words = (nearest + covered) / 2;
    return { words, all: words + (topic !== null && topics.has(topic) ? SAME_TOPIC : 0) };
  };
}

/** The topic of another office that a question lies in, where no document answers it. */
function topicOf(index: Index, question: string, today: string): string | null {
  const { refusal } = find(index, question, { today });
  return refusal?.reason === 'elsewhere' ? refusal.topic.topic : null;
}
