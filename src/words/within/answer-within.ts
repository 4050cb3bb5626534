/** A question within a measure that is talked about: the sentence of the measure, or of its document, that answers it, and no more than that. */
import type { Day } from '../../contract/index.ts';
import { readFigures } from '../../figures/index.ts';
import type { Measure, Policy } from '../../policy/index.ts';
import {
  contentWords,
  foundShareIn,
  type Index,
  namesNoTopic,
  weigh,
  writtenAs,
} from '../../retrieval/index.ts';
import type { Told } from '../answer/measure.ts';
import { lines, sourceOf, whomToAsk } from '../answer/parts.ts';
import { wordWorths } from '../answer/quote.ts';
import { datesOf, expiredMark, validityFirst } from '../answer/validity.ts';
import { withContext } from '../answer/with-context.ts';
import { measureWords } from '../answers.ts';
import { type Aspect, type AspectName, aspectIn, aspectNamed } from './aspects.ts';
import { type Passage, passagesOf } from './passages.ts';
import { respectiveIn } from './respective.ts';
import { tierIn } from './tiers.ts';
import { withinWords as words } from './words.ts';
import { asksYesOrNo, heldAgainst, sayYesOrNo } from './yes-or-no.ts';

export interface WithinAsk {
  question: string;
  /** What was asked when the talk came here: what a short question leaves unsaid. */
  context: string | null;
  today: Day;
  expirySaid: boolean;
  /** 公司注册才8个月: told rather than asked, and nothing that is kept as a fact. */
  told?: boolean;
  /** What is asked for, where that is known by other signs than the words. */
  aspect?: AspectName;
}

/** Null where the question asks for nothing that a sentence states, or names what none of them has. */
export function answerWithin(index: Index, policy: Policy, measure: Measure, ask: WithinAsk): Told | null {
  const aspect = ask.aspect ? aspectNamed(ask.aspect) : aspectIn(ask.question);
  const chosen = aspect
    ? byForm(index, policy, measure, aspect, ask)
    : [
        byTier,
        byPlaceInList,
        byElsewhere,
        byPercent,
        byStart,
        byWords,
        byComparing,
        byValue,
      ].reduce<Chosen | null>((found, way) => found ?? way(index, policy, measure, ask), null);
  if (chosen === null) return null;
  const first = ask.expirySaid ? null : validityFirst(policy, ask.today);
  const mark = first === null ? expiredMark(policy, ask.today) : '';
  const [passage] = chosen.passages;
  const where = sourceOf(policy, passage ? passage.measure : measure) + mark;
  const quotes = chosen.passages.map(({ text }) => text);
  const quote = quotes.length > 0 ? measureWords.quote(quotes.join('')) : '';
  return { text: lines(first, `${chosen.opening ?? ''}${quote}`, where), quotes };
}

interface Chosen {
  opening: string | null;
  passages: Passage[];
}

/** The form that is asked for stands in a sentence: of several the one with most of the question's words. */
function byForm(
  index: Index,
  policy: Policy,
  measure: Measure,
  aspect: Aspect,
  ask: WithinAsk,
): Chosen | null {
  const pools = measure.benefits.flatMap(({ pool }) => (pool === null ? [] : [pool.text]));
  const all = passagesOf(policy, measure).filter(
    ({ text }) => aspect.says.test(text) && !pools.some((pool) => OF_ALL.test(text) && text.includes(pool)),
  );
  const own = all.filter((one) => one.own);
  const stating = ofTheKindAsked(own.length > 0 ? own : all, ask.question);
  if (stating.length === 0) {
    const lacking = words.lacking(aspect.name, whomToAsk(policy, measure));
    const until = aspect.name === 'later' ? `${datesOf(policy)}。` : '';
    return { opening: `${until}${lacking}`, passages: [] };
  }
  const worth = worthOf(index, stating, ask);
  const ranked = stating.toSorted((a, b) => worth(b) - worth(a) || Number(b.own) - Number(a.own));
  const passages = withNeighbours(ranked[0]!, stating, {
    worth,
    near: aspect.name === 'payout' ? STEP : BESIDE,
  });
  const text = passages.map((one) => one.text).join('');
  return { opening: sayYesOrNo(ask, text, { aspect, matched: [] }), passages };
}

/** 总奖励金额不超过500万元: for all together, the most of nobody. */
const OF_ALL = /总/u;

/** 最多几个人: those with a figure of that kind, where any has one. */
function ofTheKindAsked(passages: Passage[], question: string): Passage[] {
  const forms = writtenAs(question);
  const having = passages.filter(({ text }) => forms.some((form) => form.test(text)));
  return having.length > 0 ? having : passages;
}

/** What comes so near to the best, of the same section, is shown beside it, as far as a message holds it. */
const BESIDE = 0.9;
/** 审核, 公示, 拨付: steps follow each other. */
const STEP = 0.2;
const LONGEST = 160;

function withNeighbours(
  best: Passage,
  stating: readonly Passage[],
  { worth, near: least }: { worth: (passage: Passage) => number; near: number },
): Passage[] {
  const near = stating.filter((one) => one.measure === best.measure && worth(one) >= least * worth(best));
  let room = LONGEST - best.text.length;
  return near.filter((one) => {
    if (one !== best) room -= one.text.length;
    return one === best || room >= 0;
  });
}

/** 6亿算哪一档: the highest of the steps that it reaches. */
function byTier(_index: Index, policy: Policy, measure: Measure, ask: WithinAsk): Chosen | null {
  if (!ASKS_TIER.test(ask.question)) return null;
  for (const passage of passagesOf(policy, measure)) {
    const step = passage.own ? tierIn(passage.text, ask.question) : null;
    if (step !== null) return { opening: words.tier(step), passages: [passage] };
  }
  return null;
}
const ASKS_TIER = /哪一?个?[档级]|第几[档级]|几档/u;

/** 那40%是啥意思 · 必须招40%吗: the sentence that has the very share. */
function byPercent(_index: Index, policy: Policy, measure: Measure, ask: WithinAsk): Chosen | null {
  const [share] = sharesIn(ask.question);
  const found = passagesOf(policy, measure).find(
    ({ own, text }) => own && share !== undefined && sharesIn(text).includes(share),
  );
  return found === undefined ? null : { opening: null, passages: [found] };
}
const sharesIn = (text: string): number[] =>
  readFigures(text, {}).flatMap((figure) =>
    figure.kind === 'percent' && figure.value !== undefined ? [figure.value] : [],
  );

/** 去年参加的能补吗: a time before the document holds, of which it says nothing. */
function byStart(_index: Index, policy: Policy, _measure: Measure, ask: WithinAsk): Chosen | null {
  const { validFrom } = policy;
  if (validFrom === null || !asksYesOrNo(ask.question)) return null;
  const times = readFigures(ask.question, { ref: ask.today }).flatMap((figure) =>
    figure.kind === 'date' ? [figure.value] : figure.kind === 'daterange' && figure.to ? [figure.to] : [],
  );
  const [day, ...more] = times;
  if (day === undefined || more.length > 0 || day >= validFrom.day) return null;
  const home: Passage = { text: validFrom.quote.replace(/\s/gu, ''), measure: null, own: false };
  return { opening: words.beforeStart, passages: [home] };
}

/** 申报书要交几份: a value of the kind asked for, of the thing named, in a section beside the grants. */
function byElsewhere(index: Index, policy: Policy, measure: Measure, ask: WithinAsk): Chosen | null {
  const [forms, named] = [writtenAs(ask.question), thingsIn(ask.question)];
  if (forms.length === 0 || named.length === 0) return null;
  const passages = passagesOf(policy, measure).filter(
    ({ own, text }) =>
      !own && forms.every((form) => form.test(text)) && foundShareIn(index, named, text) >= ALL_NAMED,
  );
  const worth = worthOf(index, passages, ask);
  const [best] = passages.toSorted((a, b) => worth(b) - worth(a));
  return best === undefined ? null : { opening: null, passages: [best] };
}
const ALL_NAMED = 0.8;

/** 省级的多少 · 那博士呢: one of those for which the figures are listed. */
function byPlaceInList(_index: Index, policy: Policy, measure: Measure, ask: WithinAsk): Chosen | null {
  if (!ASKS_FIGURE.test(ask.question)) return null;
  const found = passagesOf(policy, measure).flatMap((passage) => {
    const one = passage.own ? respectiveIn(passage.text, ask.question) : null;
    return one ? [{ passage, one }] : [];
  });
  const [first] = found;
  return first ? { opening: words.each(first.one.named, first.one.figure), passages: [first.passage] } : null;
}
const ASKS_FIGURE = /多少|几|呢[?？]?$/u;

/** 员工350人行不行: the sentence with a bound or a time for what is asked about. */
function byComparing(index: Index, policy: Policy, measure: Measure, ask: WithinAsk): Chosen | null {
  if (!asksYesOrNo(ask.question) && !ask.told) return null;
  const named = thingsIn(ask.question);
  const passages = passagesOf(policy, measure).filter(
    ({ text }) =>
      named.length > 0 && foundShareIn(index, named, text) >= ITS_NOUN && heldAgainst(ask, text) !== null,
  );
  const worth = worthOf(index, passages, ask);
  const [best] = passages.toSorted((a, b) => worth(b) - worth(a));
  return best === undefined ? null : { opening: heldAgainst(ask, best.text), passages: [best] };
}

/** A noun of several words is met by a part of it: 合同签 by 劳动合同. */
const ITS_NOUN = 0.35;

/** 一家给多少, of a section with several grants as its items: the item that the talk is about. */
function byValue(index: Index, policy: Policy, measure: Measure, ask: WithinAsk): Chosen | null {
  const forms = writtenAs(ask.question);
  const stating = passagesOf(policy, measure).filter(
    ({ own, text }) => own && ITEM.test(text) && forms.some((form) => form.test(text)),
  );
  const worth = worthOf(index, stating, ask);
  const [best, next] = stating.toSorted((a, b) => worth(b) - worth(a));
  const standsOut = best !== undefined && next !== undefined && worth(best) >= CLEARLY * worth(next);
  return standsOut ? { opening: null, passages: [best] } : null;
}
const CLEARLY = 1.5;
const ITEM = /^[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]/u;

/** A sentence has so much of what a yes or no is asked about. */
const MOST_OF_IT = 0.5;

function byWords(index: Index, policy: Policy, measure: Measure, ask: WithinAsk): Chosen | null {
  if (!asksYesOrNo(ask.question)) return null;
  const passages = passagesOf(policy, measure);
  const asked = tellingWords(ask.question, measure, passages);
  const has = ({ text }: Passage) => asked.filter((word) => text.includes(word));
  const share = (one: Passage) => has(one).join('').length / asked.join('').length;
  const worth = worthOf(index, passages, ask);
  const [best] = passages
    .filter((one) => asked.length > 0 && share(one) >= MOST_OF_IT)
    .toSorted((a, b) => share(b) - share(a) || worth(b) - worth(a));
  if (best === undefined) return null;
  const matched = has(best);
  const opening = sayYesOrNo(ask, best.text, { aspect: null, matched });
  return { opening: opening ?? measureWords.written(matched), passages: [best] };
}

/** What a question names and few of the sentences have: what all of it is about tells none of them from another. */
function tellingWords(question: string, { title }: Measure, passages: readonly Passage[]): string[] {
  const own = passages.filter((one) => one.own).length;
  const isTelling = (word: string) =>
    !title.includes(word) &&
    passages.filter(({ text }) => text.includes(word)).length <= Math.max(1, own / 2);
  return thingsIn(question).filter(isTelling);
}

/** Its words without those that only ask, times and figures. */
const thingsIn = (question: string): string[] => {
  const figures = readFigures(question, { ref: ANY_DAY }).map(({ text }) => text);
  return contentWords(question).filter(
    (word) => word.length > 1 && !namesNoTopic(word) && !figures.some((said) => said.includes(word)),
  );
};
/** Only where times stand is looked at, not which they are. */
const ANY_DAY = '2000-01-01';

/** By the words of the question, and half as much by those of what was asked before. */
function worthOf(
  index: Index,
  passages: readonly Passage[],
  { question, context }: WithinAsk,
): (passage: Passage) => number {
  const terms = withContext(weigh(index, question), weigh(index, context ?? ''));
  const worths = wordWorths(
    index,
    passages.map(({ text }, place) => ({ place, text, worth: 0 })),
    terms,
  );
  const byPassage = new Map(passages.map((passage, at) => [passage, worths[at]!]));
  return (passage) => byPassage.get(passage) ?? 0;
}
