/** Questions that the shelf as a whole answers, whatever was talked about: tried before a measure is looked for. */
import type { Day } from '../../contract/index.ts';
import { readAct } from '../../language/index.ts';
import type { Policy } from '../../policy/index.ts';
import { contentWords, type Finding, type Index, namesNoTopic, objectWords } from '../../retrieval/index.ts';
import type { ForEveryone } from './for-everyone.ts';
import { tellOverlap } from './overlap.ts';
import { tellOpenNow, tellPart, tellShelf } from './shelf.ts';

const plain: ForEveryone = {
  text: '',
  quotes: [],
  measures: [],
  policies: [],
  document: null,
  measure: null,
};

/** Null where the question is of a measure. `context`: what is talked about. */
export function forEveryone(
  index: Index,
  question: string,
  found: Finding,
  { today, context = null }: { today: Day; context?: string | null | undefined },
): ForEveryone | null {
  const act = readAct(question)?.act;
  if (act === 'open-now') return { ...plain, ...tellOpenNow(index, today) };
  if (act === 'shelf-list' && found.route.documents.length === 0)
    return { ...plain, ...tellShelf(index, today, wantedIn(question, today)) };
  if (context === null && asksWhetherOpen(question, found)) return { ...plain, ...tellOpenNow(index, today) };
  const document = documentMeant(index, found, context);
  return (
    (document && (partIn(document, question) ?? lastIn(document, question, found))) ??
    wholeOf(found, question) ??
    tellOverlap(index, question, found, { today, context })
  );
}

/** 今天还能不能报: of nothing that is named. */
const asksWhetherOpen = (question: string, { focuses, route, signals }: Finding): boolean =>
  focuses[0] === 'deadline' &&
  route.documents.length === 0 &&
  route.items.length === 0 &&
  STILL.test(question) &&
  (objectWords(question).every((word) => namesNoTopic(word) || INTERJECTION.test(word)) ||
    signals.words === 0);
const STILL = /还|今天|现在|来得及/u;
/** 急急急 · 哈哈. */
const INTERJECTION = /^(?<one>.)\k<one>+$|^急/u;

function documentMeant({ knowledge }: Index, { route }: Finding, context: string | null): Policy | null {
  if (route.documents.length > 1) return null;
  return (
    route.documents[0] ??
    knowledge.policies.find(
      ({ number }) => number === context || (context?.startsWith(`${number}#`) ?? false),
    ) ??
    null
  );
}

/** 省里的 · 中央的; 今年 · 2020年. */
function wantedIn(question: string, today: Day) {
  const level = /(?<!全)(?<level>[省市区县])(?:里|级|的|政府|上|这边)/u.exec(question)?.groups?.level ?? null;
  const nation = /国家|中央/u.test(question) ? '国' : null;
  const year = /(?<!\d)(?<year>20\d\d|\d\d)年/u.exec(question)?.groups?.year;
  const relative = ['今年', '去年', '前年'].findIndex((word) => question.includes(word));
  const back = relative < 0 ? null : String(Number(today.slice(0, 4)) - relative);
  return { level: level ?? nation, year: year ? year.padStart(4, '20') : back };
}

/** 第二部分 · 第4章. */
const PART = /第(?<part>[一二三四五六七八九十]|\d{1,2})(?:个)?(?:大)?(?:部分|章|块)(?!第|的第)/u;
const DIGITS = '零一二三四五六七八九十';

function partIn(policy: Policy, question: string): ForEveryone | null {
  const part = PART.exec(question)?.groups?.part;
  const told = part ? tellPart(policy, /\d/u.test(part) ? Number(part) : DIGITS.indexOf(part)) : null;
  return told && { ...plain, ...told };
}

/** 最后一条是啥 · 倒数第二条. */
const FROM_END =
  /最后(?:面)?(?:那|的)?(?:一)?(?:条|项|个|点)(?!期|工作)|倒数第(?<place>[一二三四五六七八九]|\d)(?:条|项|个|点)?/u;

function lastIn(policy: Policy, question: string, { route }: Finding): ForEveryone | null {
  const match = FROM_END.exec(question);
  if (!match || (route.documents.length === 0 && contentWords(question).some(isMatter))) return null;
  const place = match.groups?.place;
  const back = place ? (/\d/u.test(place) ? Number(place) : DIGITS.indexOf(place)) : 1;
  const measure = policy.measures.at(-back) ?? null;
  return measure && { ...plain, measure, measures: [measure] };
}
const isMatter = (word: string): boolean =>
  !namesNoTopic(word) && !FROM_END.test(word) && !/最后|倒数/u.test(word);

/** 58号文给我盘一盘: a document and nothing that any of its clauses says. */
function wholeOf({ route, band, focuses, signals, refusal }: Finding, question: string): ForEveryone | null {
  const [document] = route.documents;
  // Named, but of a place that it does not speak for.
  if (refusal?.reason === 'place') return null;
  if (!document || route.documents.length > 1 || route.items.length > 0) return null;
  if ((band !== 'menu' && band !== 'none') || signals.words > LITTLE) return null;
  if (focuses.some((focus) => focus !== 'about' && focus !== 'count') || ASKS.test(question)) return null;
  return { ...plain, document };
}
/** Share of the question's words that the nearest clause has. */
const LITTLE = 0.34;
const ASKS = /有没有|有无|吗|多少|几|谁|哪|能不能|可以|怎么/u;
