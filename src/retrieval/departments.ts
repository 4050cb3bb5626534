/** What a department is responsible for: 市商务局管哪些政策. Departments are searched apart: in the text they only lead astray. */
import type { Policy } from '../policy/index.ts';
import { normalise } from './analyse.ts';
import type { Index } from './build-index.ts';
import type { Focus } from './question-kind.ts';
import type { Ranked } from './rank.ts';

/** 管哪些 · 负责什么 · 牵头了几条 · 有哪些归它 */
const WHAT_IT_DOES =
  /(?:管|负责|牵头|承担|主管|落实|经办)(?:了|的|着)?(?:是|有)?(?:哪些|什么|啥|哪几|几|多少)|(?:哪些|哪几[条项个]|什么)[^，。？?]{0,8}(?:归|由|是)[^，。？?]{0,12}(?:管|负责|牵头)/u;

/** What the question calls it, and every department that is meant: 税务局 without a level is the one of the province and of the district. */
export interface AskedDepartment {
  called: string;
  names: readonly string[];
}

/** The department that a question asks the measures of; null when it asks something else. */
export function askedDepartment(index: Index, question: string, focuses: Focus[]): AskedDepartment | null {
  if (!WHAT_IT_DOES.test(question) || focuses.includes('deadline')) return null;
  let longest: { name: string; said: string } | null = null;
  for (const { name, also } of index.knowledge.departments) {
    for (const said of [name, ...also].map(normalise)) {
      if (question.includes(said) && said.length > (longest?.said.length ?? 1)) longest = { name, said };
    }
  }
  if (!longest) return null;
  const { name, said } = longest;
  const alike = index.knowledge.departments
    .map((one) => one.name)
    .filter((one) => normalise(one).endsWith(said));
  const isShared = alike.length > 1 && alike.includes(name);
  return isShared ? { called: said, names: alike } : { called: name, names: [name] };
}

/** Its measures: those nearest to the question first, then in the order of the documents. */
export function measuresOf(
  index: Index,
  names: readonly string[],
  documents: Policy[],
  ranked: Ranked[],
): Ranked[] {
  const scores = new Map(ranked.map(({ position, score }) => [position, score]));
  return index.entries
    .flatMap((entry, position): Ranked[] =>
      entry.kind === 'measure' &&
      names.some((name) => entry.measure.responsible.includes(name)) &&
      (documents.length === 0 || documents.includes(entry.policy))
        ? [{ position, entry, score: scores.get(position) ?? 0, share: 0, alias: 0, nearest: null }]
        : [],
    )
    .sort((a, b) => b.score - a.score);
}
