/** What is asked more of the thing in hand than its clause says: said so, with the nearest words and whom to ask. */
import { readFigures } from '../../figures/index.ts';
import { placeNamed } from '../../language/index.ts';
import { type Measure, type Subject, subjectOf } from '../../policy/index.ts';
import {
  contentWords,
  type Finding,
  namesNoTopic,
  normalise,
  wordFound,
  wordsOf,
} from '../../retrieval/index.ts';
import { answerMeasure, verdictWords, whomToAsk } from '../../words/index.ts';
import { asks } from '../fit-question.ts';
import { bare } from '../intents.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { stillAsked } from '../topic.ts';
import { nothingFound } from './ask-back.ts';
import { nearestElsewhere, writtenElsewhere } from './elsewhere.ts';

/** `foreign`: words of the question that the clause does not have. */
export function tellMissing(
  scene: Scene,
  about: string,
  { subject, foreign }: { subject: Subject; foreign: readonly string[] },
): Outcome | null {
  const { mind, today, message, state } = scene;
  const { measure, policy } = subject;
  if (measure === null) return null;
  const told = answerMeasure(mind.index, about, {
    today,
    question: message.text,
    context: state.opened,
    expirySaid: state.expirySaid.includes(policy.number),
    bare: true,
  });
  if (told === null) return null;
  const asked = namedIn(message.text, foreign);
  const lacking = lackingIn(scene, foreign, measure);
  const whom = whomToAsk(policy, measure);
  // 落地实施咋算, where 落地实施 stands in the clause: what it means is not said, which is another thing.
  const first =
    asked.length > 0 && lacking.length === 0
      ? verdictWords.notDefined(whom)
      : verdictWords.notWritten(measure.title, lacking, whom);
  const parts = foreign.filter((word) => lacking.some((whole) => whole.includes(word)));
  const other =
    writtenElsewhere(scene, [...lacking, ...parts], measure) ??
    (asked.length > 0 && lacking.length === 0 ? null : nearestElsewhere(scene, subject));
  const text = [`${first}\n${told.text}${stillAsked(scene, about)}`, other?.text].filter(Boolean).join('\n');
  return say(state, text, {
    about,
    asks: state.asked.length > 0 ? state.asked : null,
    options: other?.options ?? [],
  });
}

/** 退役大学生士兵 of 退役大学毕业生士兵: most of its pairs stand in the measure, so that it cannot be said to be missing. */
function standsIn(word: string, { title, clause }: Measure): boolean {
  const text = normalise(`${title}${clause.text}`).replace(/\s/gu, '');
  return wordFound(normalise(word), text) >= MOST_OF_IT;
}
const MOST_OF_IT = 0.6;

/** Of what is asked about, what the measure says nothing of. */
export const lackingIn = (
  { message, mind }: Scene,
  foreign: readonly string[],
  measure: Measure,
): readonly string[] =>
  namedIn(message.text, foreign).filter(
    // From where one comes is no thing that a clause could lack.
    (word) => !standsIn(word, measure) && placeNamed(word, mind.knowledge.places) === null,
  );

/** What is asked about, as it was said: 广交会, of 广交会呢; else the words that the clause lacks, each as long as it stands in the question. */
function namedIn(text: string, foreign: readonly string[]): readonly string[] {
  const what = ALONE.exec(bare(text).replace(OUT_OF_IT, ''))?.groups?.what;
  const said = what
    ? OF_ONESELF.test(what)
      ? []
      : [what.replace(ENDED, '').replace(AT_EDGE, '')]
    : joined(text, foreign)
        .flatMap((words) => words.split(SMALL))
        .filter((word) => isOfWords(word, foreign) && standsAlone(text, word) && !isPartOfFigure(text, word));
  const nouns = said.filter(
    (word) => word.length > 1 && word.length <= LONGEST && !NO_THING.test(word) && !namesNoTopic(word),
  );
  return nouns.length <= MOST_NAMED ? nouns : [];
}

/** 搭建费|给 · 利息|能 · 一个人|补: small words and verbs of paying end what is named. */
const SMALL = /[是能也都我你他就没不吗有要会可还才的了在到给把被怎几多少么啥咋哪得着过补领拿报发]/u;
/** 自己报名去的: small words at its edges are no part of what is named. */
const AT_EDGE = new RegExp(`^(?:${SMALL.source})+|(?:${SMALL.source})+$`, 'gu');
/** 两个展位呢，都给吗: what is named ends where it is asked about. */
const ENDED = /[呢吧啊].*$/u;
/** 300人里劳务派遣算不算: out of those that the rule counts. */
const OUT_OF_IT = /^.*\d[^，。]{0,3}(?:里面?|中)/u;
/** 我们员工350人: what one has is no thing that a clause could lack. */
const OF_ONESELF = /[我咱\d]/u;

/** 机票酒店; not 钱省里 or 介钱, of which a part is a single character. 利息罚息 is the two words that were looked for. */
function isOfWords(named: string, foreign: readonly string[]): boolean {
  const words = wordsOf(named);
  const isWhole = words.length <= 1 || words.every((word) => word.length > 1);
  return (
    isWhole || [...new Set(foreign)].filter((word) => named.includes(word)).join('').length === named.length
  );
}

/** 去年 · 月付, of 6月付了300万: a time or a figure, or what was cut off at its edge. */
function isPartOfFigure(text: string, word: string): boolean {
  const start = text.indexOf(word);
  return readFigures(text, { ref: ANY_DAY }).some(
    (figure) => figure.start <= start + word.length && start <= figure.end,
  );
}
/** Only where times stand is looked at, not which they are. */
const ANY_DAY = '2000-01-01';

/** Nothing of a longer word: of 骑手交保险 neither 手交 nor 骑手 is cut out. */
function standsAlone(text: string, word: string): boolean {
  const start = text.indexOf(word);
  const isEdge = (beside: string | undefined) =>
    beside === undefined ||
    !/\p{Script=Han}/u.test(beside) ||
    SMALL.test(beside) ||
    /[那这呢吧啊]/u.test(beside);
  return start >= 0 && isEdge(text[start - 1]) && isEdge(text[start + word.length]);
}

/** 零售 and 额增速, side by side in the question, are one thing: 零售额增速. */
function joined(text: string, words: readonly string[]): string[] {
  const places = words
    .map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }))
    .filter(({ start }) => start >= 0)
    .sort((one, other) => one.start - other.start);
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of places) {
    const last = runs.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => text.slice(start, end));
}
/** 广交会呢 · 国庆节算不算 · 那临时工行不行. */
const ALONE =
  /^(?:那么?|还有|要是|如果)?(?<what>[\p{Script=Han}a-z\d]{2,8}?)(?:呢|算不算|算吗|行不行|行吗|可以吗|可不可以|有没有|有吗|也?(?:给|报|补|算)[不吗]?)$/u;
/** When, where or in general: no thing that a clause could lack. */
const NO_THING =
  /[最之以]|^(?:目前|部分|定义|作数|算数|地方|东西|情况|意思|问题|方面|结果|标准|规定|一个人?|每人|每家)$/u;
const MOST_NAMED = 3;
const LONGEST = 8;

/** 跟哪个月比 · 中秋算不算: asks more of what is talked about than its document says. */
export function notWritten(scene: Scene, found: Finding): Outcome | null {
  const { state, message, mind } = scene;
  const { text } = message;
  const named = contentWords(text).some((word) => word.length > 1 && !namesNoTopic(word));
  const subject = subjectOf(mind.knowledge, state.about);
  const isCounted = IS_COUNTED.test(bare(text)) && (nothingFound(found) || found.band === 'menu');
  if (!isCounted && (named || !nothingFound(found) || !asks(text))) return null;
  if (!subject?.measure) return null;
  return tellMissing(scene, state.about ?? '', { subject, foreign: [] });
}
/** 中秋算不算 · 外包的行不行. */
const IS_COUNTED = /^[^，。]{1,8}(?:算不算|算吗|行不行|行吗|可以吗|算在内吗)$/u;
