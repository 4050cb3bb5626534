/** 那算10万还是20万 · 是给厂里还是给工人: which of two it is, by the verdict where it decides, else by the words of the clause. */
import { readFigures } from '../../figures/index.ts';
import { type Alternatives, alternativesIn } from '../../language/index.ts';
import { subjectOf } from '../../policy/index.ts';
import { asksForDocument, focusesOf } from '../../retrieval/index.ts';
import { answerMeasure, aspectIn, whomToAsk, alternativeWords as words } from '../../words/index.ts';
import { sumsOf } from '../granted.ts';
import { readScene } from '../reading.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { focusOn } from '../state.ts';
import { namedMeasure } from '../target.ts';
import { stepThread } from '../thread.ts';
import { canCheck, stillAsked } from '../topic.ts';
import { focusOf } from './follow-up.ts';

export const alternatives: Handler = (scene) => {
  const { state, message } = scene;
  const both = alternativesIn(message.text);
  // What is told of oneself beside is heard first, and decides.
  if (both === null || Object.keys(readScene(scene).facts).length > 0) return null;
  // 这钱市里给还是县里给 · 谁发的文，区里还是市里: the document says it of all its measures.
  if (focusesOf(message.text).some(asksForDocument) || focusOf(message.text) === 'department') return null;
  // 我们算大型还是中型: what one is stands in no clause.
  if (/[我咱]/u.test(both.one)) return null;
  const inHand = state.thread?.measure ?? state.about;
  const named = namedMeasure(scene);
  const about = [inHand, named].find((id) => id !== null && namesSums(scene, both, id)) ?? null;
  if (about !== null) return canCheck(scene, about) ? stepThread(scene, about) : null;
  const decided = [inHand, named].find((id) => decides(scene, both, id));
  return byTheClause(scene, both, decided ?? inHand ?? named);
};

/** 5万还是10万: what the rows pay, so that the verdict says which. */
function namesSums(scene: Scene, { one, other }: Alternatives, about: string): boolean {
  const sums = sumsOf(scene, about);
  // The unit stands behind the last: 5还是10万.
  const unit = /[万亿]/u.exec(other)?.[0] ?? '';
  return [/[万亿元]/u.test(one) ? one : `${one}${unit}`, other].some((text) =>
    readFigures(text, {}).some(
      (figure) => (figure.kind === 'money' || figure.kind === 'number') && sums.has(figure.value ?? -1),
    ),
  );
}

const measureOf = ({ mind }: Scene, id: string | null) => {
  const subject = subjectOf(mind.knowledge, id);
  return subject?.measure ? { policy: subject.policy, measure: subject.measure } : null;
};

/** Which of the two the words of a measure say, and by which of its words. */
function saidBy(scene: Scene, { one, other }: Alternatives, id: string | null) {
  const clause = measureOf(scene, id)?.measure.clause.text.replace(/\s/gu, '').replace(UNITS, '') ?? '';
  const written = [asWritten(clause, one, other), asWritten(clause, other, one)];
  const [first, second] = written.some((found) => found.length > 0)
    ? written
    : [ownWords(clause, one, other), ownWords(clause, other, one)];
  return { first: first!, second: second! };
}

function decides(scene: Scene, both: Alternatives, id: string | null): boolean {
  const { first, second } = saidBy(scene, both, id);
  return first.length > 0 !== second.length > 0;
}

function byTheClause(scene: Scene, both: Alternatives, about: string | null): Outcome | null {
  const { mind, today, message, state } = scene;
  const subject = measureOf(scene, about);
  if (subject === null || about === null) return null;
  const { first, second } = saidBy(scene, both, about);
  const told = answerMeasure(mind.index, about, {
    today,
    question: [message.text, ...first, ...second].join('，'),
    expirySaid: state.expirySaid.includes(subject.policy.number),
    bare: true,
  });
  if (told === null) return null;
  const { one, other } = both;
  // 每年都有还是就这一回: neither is said so, but how often may be.
  if (first.length === 0 && second.length === 0 && aspectIn(message.text) !== null) return null;
  const line =
    first.length > 0 && second.length > 0
      ? words.both(one, other)
      : first.length > 0
        ? words.that(one)
        : second.length > 0
          ? words.that(other)
          : words.neither(one, other, whomToAsk(subject.policy, subject.measure));
  return say(focusOn(state, about), `${line}\n${told.text}${stillAsked(scene, about)}`, {
    about,
    asks: state.asked.length > 0 ? state.asked : null,
  });
}

/** Who is in charge is no part of what is granted. */
const UNITS = /[（(【[]责任单位[^）)】\]]*[）)】\]]/gu;

/** What of one choice stands in the clause, where it is nearly all that the choice names: 展位费, of 是补展位费. */
function ownWords(clause: string, choice: string, other: string): string[] {
  const core = choice.replaceAll(SMALL, '');
  const found = longestShared(core, clause);
  const isItself = found.length >= SHORTEST && found.length >= MOST_OF_IT * core.length;
  return isItself && !other.includes(found) ? [found] : [];
}
/** Words that only lead up to what is chosen or end it. */
const SMALL = /[是的了给补按看只要还算拿领得发报行呢用交到打在找去能来就才也]|可以|应该/gu;
const SHORTEST = 2;
const MOST_OF_IT = 0.7;

function longestShared(choice: string, clause: string): string {
  for (let length = choice.length; length > 0; length--)
    for (let start = 0; start + length <= choice.length; start++) {
      const part = choice.slice(start, start + length);
      if (clause.includes(part)) return part;
    }
  return '';
}

/** How a document writes what people say. */
const asWritten = (clause: string, choice: string, other: string): string[] =>
  WRITTEN.flatMap(([said, document]) => {
    const found = said.test(choice) && !said.test(other) ? document.exec(clause)?.[0] : undefined;
    return found === undefined ? [] : [found];
  });

/** What may be chosen between in any grant: who gets it, how often, of what, against when; as it is said, and as a document writes it. */
const WRITTEN: readonly (readonly [said: RegExp, document: RegExp])[] = [
  [/厂|公司|企业|单位|老板|对公|法人/u, /(?:企业|公司|单位)[^。；]{0,12}给予|给予[^。；]{0,6}(?:企业|单位)/u],
  [
    /个人|工人|员工|职工|本人|打工/u,
    /(?:个人|职工|员工|劳动者|人员|毕业生)[^。；]{0,12}给予|给予[^。；]{0,6}(?:个人|职工|员工)/u,
  ],
  [/一次|一笔|一下子/u, /一次性/u],
  [/[按每]月|分期|分次|分批|[按每逐]年|[几多]次/u, /每月|按月|分期|分阶段|分年|按年|每年/u],
  [/全部|总的?额|总数|整个|所有/u, /(?:按|以)[^。；]{0,10}(?:总额|全额)/u],
  [/全[补免额报退减]|全部|不收/u, /全额|全部免|全免|免收|免费/u],
  [/一半|减半|对半|五折/u, /减半|一半|50%/u],
  [/[几按]?个?季|[几]个月|半年/u, /\d{1,2}\s*[-—至]\s*\d{1,2}\s*月|季度|半年/u],
  [/全年|整年|一年|年度/u, /全年|年度/u],
  [/小型/u, /小微|中小/u],
  [/微型/u, /小微|中小微/u],
  [/中型/u, /中小|大中/u],
  [/多出|增加|增长|涨|新增|增量|超出|多的/u, /净增|增量|新增部分|超出部分|增加部分/u],
  [/去年|上年/u, /同比|上年同期|去年同期/u],
  [/上个?月|上个?季/u, /环比/u],
];
