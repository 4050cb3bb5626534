/** The sentence that answers: the one with the question's words and the figures, verbatim. */

import { asksYesOrNo } from '../../language/index.ts';
import {
  type Focus,
  type Index,
  idfOf,
  sentencesOf,
  spell,
  type Term,
  termsOf,
  withoutDepartments,
  writtenAs,
} from '../../retrieval/index.ts';
import { denies } from '../within/yes-or-no.ts';

export interface Quote {
  /** As shown: stretches joined by …… where something stands between them. */
  text: string;
  /** Each stretch as it stands in the clause. */
  stretches: string[];
}

export interface Ask {
  terms: ReadonlyMap<Term, number>;
  focus: Focus | null;
  /** In words: which part of how to apply is asked for. */
  question?: string | undefined;
  /** The alias nearest to the question: other words for the same thing. */
  nearest?: string | null | undefined;
  /** So many characters are enough. */
  aim?: number | undefined;
  /** A sentence longer than this falls into its parts. */
  longest?: number | undefined;
}

const AIM = 180;
/** Where nobody wrote how a measure is asked for it is less sure which of its sentences answers: a little more is shown. */
const MORE = 40;
const LONGEST = 190;
const SHORTENED = 90;
const GAP = '……';

/** 给予 · 补贴 · 奖励 · 优先 …: the sentence that grants something. */
const GRANTS = /给予|给与|补贴|补助|奖励|奖补|补偿|贴息|减免|返还|优先|予以|资助/u;
/** 10万元 · 60% · 1‰ · 3000 亿元 */
const FIGURE = /\d[\d.]*\s*(?:万|亿)?\s*(?:元|%|‰|个百分点|亩|只|人)/u;
const MONEY = /\d[\d.]*\s*(?:万|亿)?\s*元|\d[\d.]*\s*[%‰]/u;
/** 2022年6月30日 · 3月初 · 上半年 */
const DATE = /\d{4}\s*年|\d{1,2}\s*月|季度|上半年|下半年|年底|期间/u;

/** The clause without its number, title and departments: （二）鼓励企业…。 */
export function bodyOf(clause: string, title: string): string {
  const body = withoutDepartments(clause);
  const at = title ? body.indexOf(title) : -1;
  const rest = at >= 0 && at <= 12 ? body.slice(at + title.length).replace(/^[。．.：:\s]+/u, '') : body;
  return rest.length >= 8 ? rest : body;
}

/** A sentence too long to be shown whole falls into its parts, at ； and then at ，. */
function parts(sentence: string, longest: number): string[] {
  if (sentence.length <= longest) return [sentence];
  return (sentence.match(/[^；;]+[；;]?/gu) ?? [sentence]).flatMap((part) =>
    part.length <= longest ? [part] : gather(part.match(/[^，,]+[，,]?/gu) ?? [part], SHORTENED),
  );
}

/** Joins neighbours while they stay short. */
function gather(pieces: string[], longest: number): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && last.length + piece.length <= longest) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

export interface Stretch {
  place: number;
  text: string;
  worth: number;
}

export function quoteFrom(
  index: Index,
  clause: string,
  title: string,
  { terms: asked, focus, nearest, question = '', aim = AIM, longest = LONGEST }: Ask,
): Quote {
  const terms = withAlias(asked, nearest);
  const stretches: Stretch[] = sentencesOf(bodyOf(clause, title))
    .flatMap((sentence) => parts(sentence, longest))
    .map((text, place) => ({ place, text, worth: 0 }));
  const said = wordWorths(index, stretches, terms);
  const most = Math.max(...said, 1);
  const written = writtenAs(question);
  const enough = index.partlyAliased ? aim + MORE : aim;
  for (const stretch of stretches)
    stretch.worth =
      said[stretch.place]! +
      most *
        (bonus(stretch.text, focus) +
          sameFigures(stretch.text, question) +
          VALUE_WORTH * statedShare(stretch.text, written));

  const byWorth = [...stretches].sort((a, b) => b.worth - a.worth || a.place - b.place);
  const chosen: Stretch[] = [];
  let length = 0;
  for (const stretch of byWorth) {
    const isOfSomethingElse = said[stretch.place]! < OWN_WORDS * said[byWorth[0]!.place]!;
    if (chosen.length && (length + stretch.text.length > enough || stretch.worth < 0.35 * byWorth[0]!.worth))
      continue;
    if (chosen.length && isOfSomethingElse) continue;
    chosen.push(stretch);
    length += stretch.text.length;
  }
  const beside = written.filter((pattern) => !writtenAs(AMOUNTS).includes(pattern));
  const stating = byWorth.find(({ text }) => beside.length > 0 && statedShare(text, beside) === 1);
  if (stating && !chosen.some(({ text }) => statedShare(text, beside) > 0))
    chosen.splice(1, chosen.length, stating);
  const excluding = asksYesOrNo(question) ? byWorth.find(({ text }) => denies(text)) : undefined;
  const isLeftOut = excluding !== undefined && !chosen.some(({ text }) => denies(text));
  if (isLeftOut && lengthOf([...chosen, excluding]) <= LONGEST_WITH) chosen.push(excluding);
  return join(
    chosen.sort((a, b) => a.place - b.place),
    clause,
  );
}

/** A sentence beside the one that answers has at least so much of the question's words: a figure alone is of something else. */
const OWN_WORDS = 0.3;

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { text }) => sum + text.length, 0);

/** Whoever asks whether it is given is shown what the clause leaves out, as far as a message holds it. */
const LONGEST_WITH = 260;

/** 几年, 哪天 and 几个人 are asked of the measure as a whole; of what a sum is, the sentence itself has to say. */
const AMOUNTS = '多少钱，几成';

/** What a value of the kind asked for counts beside the question's words. */
const VALUE_WORTH = 0.6;

/** Which share of the asked kinds of values a stretch states. */
const statedShare = (text: string, written: readonly RegExp[]): number =>
  written.length === 0 ? 0 : written.filter((pattern) => pattern.test(text)).length / written.length;

/** A stretch of so many characters counts half. */
const SHORTER = 150;

/** 对A给予…,对B给予…: what is granted to each. */
const GRANT_PARTS = /(?<=[,，;；。])(?=对)/u;

/** Of several grants in the words shown the one that has most of the question's words; all of them where none stands out. */
export function closestGrant(index: Index, text: string, terms: ReadonlyMap<Term, number>): string {
  const parts = text.split(GRANT_PARTS);
  const stretches = parts.map((part, place) => ({ place, text: part, worth: 0 }));
  const worth = wordWorths(index, stretches, terms);
  const most = Math.max(...worth);
  const best = worth.filter((one) => one >= CLOSE * most);
  return most > 0 && best.length === 1 ? parts[worth.indexOf(most)]! : text;
}
const CLOSE = 0.6;

const ALIAS_SHARE = 0.4;

function withAlias(
  asked: ReadonlyMap<Term, number>,
  nearest: string | null | undefined,
): ReadonlyMap<Term, number> {
  if (!nearest) return asked;
  const terms = new Map(Array.from(termsOf(nearest), (term) => [term, ALIAS_SHARE]));
  for (const [term, weight] of asked) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  return terms;
}

/** What a sentence has that answers such a question, and how much that counts beside its words. */
const HINTS: Partial<Record<Focus, readonly (readonly [RegExp, number])[]>> = {
  amount: [
    [MONEY, 0.4],
    [/\d[\d.]*\s*(?:天|日|个|家|亩|小时|万|亿|次|人|%|‰)/u, 0.2],
  ],
  deadline: [[DATE, 0.4]],
  'money-source': [[/分担|负担|承担|财政|资金/u, 0.6]],
  explainer: [[/解释/u, 0.6]],
  conditions: [[/以上|超过?\s*\d|符合|列入|认定|同比/u, 0.2]],
  'how-to-apply': [[/申请|申报|办理|平台|网上|窗口|投诉/u, 0.3]],
};

function bonus(text: string, focus: Focus | null): number {
  let more = 0;
  if (GRANTS.test(text)) more += 0.2;
  if (FIGURE.test(text)) more += 0.1;
  for (const [hint, worth] of (focus && HINTS[focus]) || []) if (hint.test(text)) more += worth;
  return more;
}

/** 100万 · 30% · 4.5亿: a figure that the question names. */
const NAMED_FIGURE = /\d[\d.]*\d\s*(?:万|亿|千|%|‰)?|\d+\s*(?:万|亿|千|%|‰)/gu;
/** 分别多少 · 几档 · 各给几万: several figures are asked for. */
const SEVERAL = /分别|几档|几种|哪几|各(?:给|奖|补|是|有|多少)|[和跟与].{1,8}一样/u;

/** The sentence with the question's own figure, and the one with several where several are asked for. */
function sameFigures(text: string, question: string): number {
  const named = question.match(NAMED_FIGURE) ?? [];
  const plain = text.normalize('NFKC').replace(/[\s,，]/gu, '');
  const same = named.some((figure) => plain.includes(figure.replace(/\s/gu, '')));
  const several = SEVERAL.test(question) && (plain.match(new RegExp(MONEY.source, 'gu'))?.length ?? 0) > 1;
  return (same ? 0.3 : 0) + (several ? 0.3 : 0);
}

/**
 * Pairs and words of the question that stand in each stretch, by weight. What the whole clause is about stands in most of its sentences and
 * tells none apart: a word counts the more, the fewer of them have it.
 */
export function wordWorths(
  index: Index,
  stretches: readonly Stretch[],
  terms: ReadonlyMap<Term, number>,
): number[] {
  const plain = stretches.map(({ text }) => text.normalize('NFKC').toLowerCase());
  const worths = stretches.map(() => 0);
  for (const [term, weight] of terms) {
    const word = spell(term);
    const holders = plain.flatMap((text, at) => (text.includes(word) ? [at] : []));
    if (holders.length === 0) continue;
    const rarity = Math.log(1 + stretches.length / holders.length) / Math.log(1 + stretches.length);
    const worth = weight * (idfOf(index.text, term) ?? 0) * (word.length > 1 ? 1 : 0.25) * rarity;
    for (const at of holders) worths[at]! += worth;
  }
  return worths.map((worth, at) => worth / (1 + stretches[at]!.text.length / SHORTER));
}

/** Neighbours are one stretch where nothing was left out between them in the clause. */
function join(chosen: Stretch[], clause: string): Quote {
  const whole = clause.replace(/\s/gu, '');
  let text = '';
  const stretches: string[] = [];
  chosen.forEach((stretch, at) => {
    const before = chosen[at - 1];
    const adjoins =
      before?.place === stretch.place - 1 && whole.includes((before.text + stretch.text).replace(/\s/gu, ''));
    if (adjoins) {
      text += stretch.text;
      stretches[stretches.length - 1] += stretch.text;
    } else {
      text += before ? `${GAP}${stretch.text}` : stretch.text;
      stretches.push(stretch.text);
    }
  });
  return { text: text.trim(), stretches: stretches.map((stretch) => stretch.trim()) };
}
