/** Which documents a question means: by name or number, by place and kind, by a loose mention, or by what was talked about. */
import type { Policy } from '../policy/index.ts';
import { ASKING_WORDS } from './asking-words.ts';
import type { Index } from './build-index.ts';
import { LOOSE_DOCUMENT } from './cuts.ts';
import { misspeltDocument } from './names.ts';
import type { AskedPlace } from './places.ts';
import { asksForDocument, type Focus } from './question-kind.ts';
import { nearestDocument, type Route } from './routes.ts';
import { contentWords } from './words.ts';

export interface Named {
  documents: Policy[];
  /** What the question says beside the names. */
  rest: string;
}

/** 文件 · 方案 · 措施 · 那个文: the question speaks of a document. */
const DOCUMENT_WORD = /文件|方案|措施|通知|意见|办法|若干|政策|[那这]个文|号文|发的文|条例|细则/u;

export function namedDocuments(
  index: Index,
  route: Route,
  places: AskedPlace[],
  focuses: Focus[],
  question: string,
  search: string,
  context: string | null | undefined,
): Named {
  const named = (documents: Policy[], rest = search): Named => ({ documents, rest });
  if (route.documents.length) return named(route.documents);
  const misspelt =
    misspeltDocument(index.routes.shortNames, question) ??
    misspeltDocument(index.routes.shortNames, withoutAsking(search).replaceAll(' ', ''));
  if (misspelt) return named([misspelt], '');
  // 东湖方案 · 江西那个意见: a place and a word of the document's title.
  const kind = /方案|措施|通知|意见|办法|细则|规划/u.exec(question)?.[0];
  const focus = focuses[0];
  const asksWhole = focus !== undefined && (asksForDocument(focus) || focus === 'deadline');
  // 东湖方案; 东湖区的政策找谁解释
  const saysWhich = kind ? nextTo(question, places, kind) : asksWhole && /政策|文件/u.test(question);
  const ofPlace = saysWhich
    ? ownOf(index, places).filter((policy) => kind === undefined || policy.title.includes(kind))
    : [];
  const ofYear = ofPlace.filter((policy) =>
    route.years.some((year) => index.routes.years.get(policy)?.has(year)),
  );
  const placed = ofYear.length ? ofYear : ofPlace;
  if (placed.length === 1) return named(placed);
  const ofContext = route.items.length > 0 && context ? documentOf(index, context) : undefined;
  if (ofContext) return named([ofContext]);
  if (asksWhole && DOCUMENT_WORD.test(question)) {
    const loose = nearestDocument(index.routes, withoutAsking(search), ownDocuments(index, places));
    if (loose && loose.share >= LOOSE_DOCUMENT) return named([loose.policy]);
  }
  return named([]);
}

/** By what was talked about: a document's number or the id of one of its measures. */
const documentOf = (index: Index, context: string): Policy | undefined =>
  index.knowledge.policies.find(({ number }) => number === context || context.startsWith(`${number}#`));

/** Documents that speak for one of the places itself, in the order of the shelf. */
function ownOf({ places: known, knowledge }: Index, places: AskedPlace[]): Policy[] {
  const own = new Set(places.flatMap(({ name }) => known.standing(name).get('own') ?? []));
  return own.size === 0 ? [] : knowledge.policies.filter((policy) => own.has(policy));
}

/** Those of the places asked about, where there are any: a loose mention means one of them. */
function ownDocuments(index: Index, places: AskedPlace[]): ReadonlySet<Policy> | null {
  const own = ownOf(index, places);
  return own.length ? new Set(own) : null;
}

/** 东湖方案 · 南昌2023年那个措施: hardly anything stands between the place and the word. */
function nextTo(question: string, places: AskedPlace[], kind: string): boolean {
  return places.some((place) => {
    const from = question.indexOf(place.said);
    const to = question.indexOf(kind, from);
    return from >= 0 && to >= 0 && to - from - place.said.length <= 8;
  });
}

/** Leaves what a document could be called by. */
function withoutAsking(text: string): string {
  return contentWords(text)
    .filter((word) => !ASKING_WORDS.has(word))
    .filter((word) => !/部门|单位|解释|印发|发布|有效|截止|到期|什么|多少|几条|讲|内容|主要/u.test(word))
    .join(' ');
}
