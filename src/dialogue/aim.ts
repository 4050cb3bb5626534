/** What a question is about: the thing in hand, or another that it names better. */
import { supposes } from '../language/index.ts';
import { type Subject, subjectOf } from '../policy/index.ts';
import {
  type Finding,
  type Focus,
  foundShare,
  type Index,
  namesNoTopic,
  objectWords,
} from '../retrieval/index.ts';
import { asks } from './fit-question.ts';
import type { Scene } from './scene.ts';
import { asksWhetherCounts, likelyStays, stayingSigns } from './staying.ts';

export interface Aim {
  /** The thing in hand, where the question stays with it. */
  subject: Subject | null;
  focus: Focus | null;
  /** Words of the question that name something. */
  words: string[];
  /** Those that the thing in hand does not speak of. */
  foreign: string[];
}

/** `found`: what the question finds on the whole shelf. */
export function aimOf(scene: Scene, found: Finding, focus: Focus | null): Aim {
  const { state, mind, message } = scene;
  const subject = subjectOf(mind.knowledge, state.about);
  const words = objectWords(message.text).filter(
    (word) =>
      !namesNoTopic(word) &&
      !supposes(word) &&
      !FIGURE.test(word) &&
      !ASKS_ALONE.test(word) &&
      !isTime(scene, word),
  );
  const none: Aim = { subject: null, focus, words, foreign: [] };
  if (subject === null || answersFigure(scene)) return none;
  const levels = LEVEL.exec(message.text)?.slice(0, 1) ?? [];
  const named = [...words.filter((word) => !LEVEL.test(word)), ...levels];
  const foreign = named.filter((word) => !speaksOf(mind.index, subject, word));
  const stays = staysWith(scene, found, subject, named);
  return stays ? { subject, focus, words: named, foreign } : none;
}

/** 贷款下个月到期: when it is names nothing. */
const isTime = ({ utterance }: Scene, word: string): boolean =>
  utterance.figures.some(({ kind, text }) => TIMES.has(kind) && text.includes(word));
const TIMES: ReadonlySet<string> = new Set(['date', 'daterange', 'duration', 'time']);

/** 比去年多用了18%, with a question open: a figure is told, whatever else the words may ask. */
const answersFigure = ({ state, message }: Scene): boolean =>
  state.asked.length > 0 && /\d/u.test(message.text) && !asks(message.text);

/** 国家级 · 市里的: of which level, rather than of what. */
const LEVEL = /(?:国家|省|市|区|县)(?:级|里)/u;
/** 谁能 · 哪家能 · 到底是: a word cut out of the question itself. */
const ASKS_ALONE = /^(?:[谁哪几咋啥]|什么|怎[么样])|是$/u;
/** A figure names nothing. */
const FIGURE = /^[\d.]+.{0,1}$/u;

/** The thing in hand speaks of a word in its own text, or by what the lexicon takes it to mean. */
function speaksOf(index: Index, { policy, measure }: Subject, word: string): boolean {
  const entries = index.entries.filter((entry) =>
    measure ? entry.kind === 'measure' && entry.measure === measure : entry.policy === policy,
  );
  return entries.some((entry) => foundShare(index, [word], entry) >= MOST_OF_IT);
}
const MOST_OF_IT = 0.5;

function staysWith(
  { message, mind }: Scene,
  found: Finding,
  subject: Subject,
  words: readonly string[],
): boolean {
  const { band, route } = found;
  if (route.documents.length > 0 || route.items.length > 0 || band === 'small-talk') return false;
  // ABCD-2345: a code asks nothing of anything.
  if (!ASKABLE.test(message.text)) return false;
  if (band === 'department') return words.every((word) => LEVEL.test(word));
  if (namesByTitle(message.text, found, subject)) return false;
  // 出口到国外的行吗: whether something counts is asked of what is in hand.
  if (asksWhetherCounts(message.text) && words.length <= FEW) return true;
  const known = weighed.get(found);
  if (known?.subject === subject.measure) return known.stays;
  const stays = likelyStays(stayingSigns(mind.index, message.text, found, subject)) >= STAYS;
  weighed.set(found, { subject: subject.measure, stays });
  return stays;
}

/** By what the message found: several handlers ask for it in one turn. */
const weighed = new WeakMap<Finding, { subject: Subject['measure']; stays: boolean }>();

const ASKABLE = /\p{Script=Han}|[?？]/u;
const FEW = 2;

/** 加快政策兑现是谁负责: the title of another, as it stands. */
const namesByTitle = (question: string, { ranked }: Finding, { measure }: Subject): boolean => {
  const first = ranked[0]?.entry;
  return first?.kind === 'measure' && first.measure !== measure && question.includes(first.measure.title);
};

/** Of those that turn to another three in four lie below it, of those that go on four in a hundred (left out of the fitting). */
const STAYS = 0.6;
