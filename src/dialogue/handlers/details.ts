/** 实习生算人数吗 · 落地实施怎么认定 · 目录上哪儿查 · 一般批多久: a detail of what is talked about is said, or said not to be written. */
import { type Detail, detailIn } from '../../language/index.ts';
import { type Measure, type Policy, subjectOf } from '../../policy/index.ts';
import { contentWords, type Finding, namesNoTopic } from '../../retrieval/index.ts';
import {
  answerMeasure,
  hasFigure,
  measureWords,
  whomToAsk,
  detailWords as words,
} from '../../words/index.ts';
import { aimOf } from '../aim.ts';
import { asks } from '../fit-question.ts';
import { bare } from '../intents.ts';
import { clausesOf } from '../reading.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { stillAsked } from '../topic.ts';

interface Asked {
  policy: Policy;
  measure: Measure;
  whom: string | null;
}

/** Null where no detail is asked for, or where another measure is asked about. */
export function detail(scene: Scene, found: Finding): Outcome | null {
  const { state, mind, message } = scene;
  const asked = detailIn(bare(message.text)) ?? detailIn(withSubject(message.text));
  const subject = subjectOf(mind.knowledge, state.about);
  if (asked === null || state.about === null || !subject?.measure) return null;
  const { policy, measure } = subject;
  const isNamed = namesOf(asked).some((word) => standsIn(measure, word));
  if (!isNamed && aimOf(scene, found, null).subject === null) return null;
  const line = sayDetail(asked, { policy, measure, whom: whomToAsk(policy, measure) });
  return line === null ? null : withNearest(scene, state.about, line, asked, { policy, measure });
}

/** 里面有5个是外包保安，算不算人头: what the clause before names is what is asked about. */
function withSubject(text: string): string {
  const [before, last] = clausesOf(text).slice(-2);
  if (before === undefined || last === undefined || !COUNTS_ALONE.test(last) || asks(before)) return '';
  const named = before.replace(/^.*(?:是|有)(?:\d+|[一二两三几]+)?[个名位条台]?/u, '');
  return bare(`${named || before}${last}`);
}
const COUNTS_ALONE = /^(?:这个?|这种|他们|它|也|能|都|这些)*(?:算不算|算(?![了盘])|行不行|可不可以)/u;

function withNearest(
  scene: Scene,
  about: string,
  line: string,
  asked: Detail,
  { policy, measure }: Pick<Asked, 'policy' | 'measure'>,
): Outcome | null {
  const { mind, today, state } = scene;
  const told = answerMeasure(mind.index, about, {
    today,
    question: questionOf(scene, asked, measure),
    expirySaid: state.expirySaid.includes(policy.number),
    bare: true,
  });
  if (told === null) return null;
  // The word that binds stands in the sentence that is quoted.
  const modal = asked.kind === 'force' ? modalIn(told.text) : null;
  const text = `${modal ? words.force(modal, LEAVES_OPEN.test(modal)) : line}\n${told.text}${stillAsked(scene, about)}`;
  return say(state, text, { about, asks: state.asked.length > 0 ? state.asked : null });
}

/** The words nearest to what is asked; where it names nothing of the clause, those that grant. */
function questionOf({ message, state }: Scene, asked: Detail, measure: Measure): string {
  const names = namesOf(asked).filter((name) => standsIn(measure, name));
  // 那是强制的吗: of the sentence that the talk came for.
  if (asked.kind === 'force') return `${state.opened ?? ''}，${message.text}`;
  const granted = measure.benefits.map(({ benefit }) => benefit);
  return [...(names.length > 0 ? names : granted), message.text].join('，');
}

const namesOf = (asked: Detail): string[] => {
  if (!('what' in asked)) return [];
  return asked.kind === 'counts' && asked.as ? [asked.what, asked.as] : [asked.what];
};

function sayDetail(asked: Detail, { policy, measure, whom }: Asked): string | null {
  switch (asked.kind) {
    // Within a measure they are answered by the form of the sentence that states them.
    case 'payout':
    case 'starts':
      return null;
    case 'source': {
      const all = [measure.clause, ...policy.clauses].map(({ text }) => plain(text)).join('');
      return PAID_BY.test(all) ? null : words.notPaidBy(whom);
    }
    case 'force':
      return words.noForce(whom);
    case 'figure': {
      if (asked.of === 'time') return null;
      if (asked.of === 'count')
        return /\d+(?:次|家|批|个名额)/u.test(plain(measure.clause.text))
          ? null
          : words.notStated(words.noCount, whom);
      const granted = measure.benefits.map(({ quote }) => quote).join('；') || measure.clause.text;
      return hasFigure(plain(granted).replace(DATES, ''), asked.of)
        ? null
        : words.notStated(measureWords.noFigure[asked.of], whom);
    }
    case 'when':
      return isUndated(policy, measure, asked.what) ? words.notSaidWhen(asked.what, whom) : null;
    case 'where':
      return PLACES.test(asked.what) ? null : words.notSaidWhere(asked.what, whom);
    case 'beforehand':
      return words.notAllowed(asked.what, whom);
    case 'needed':
      if (PLACES.test(asked.what)) return null;
      return standsIn(measure, asked.what) ? words.written(asked.what) : words.notNeeded(asked.what, whom);
    case 'means': {
      if (!standsIn(measure, asked.what)) return null;
      const reading = readingOf(measure, asked.what);
      return defines(policy, asked.what)
        ? null
        : reading
          ? words.reading(reading)
          : words.notDefined(asked.what, whom);
    }
    case 'counts': {
      if (/\d/u.test(asked.what) || /[我咱]/u.test(asked.what)) return null;
      const reading = readingOf(measure, asked.as ?? asked.what);
      const first = standsIn(measure, asked.what)
        ? words.written(asked.what)
        : words.notCounted(asked.what, asked.as, whom);
      return reading ? `${first}\n${words.reading(reading)}` : first;
    }
  }
}

/** Days of the document are no length of time. */
const DATES = /\d{4}年(?:\d{1,2}[-—至]?\d{0,2}月)?(?:\d{1,2}日)?|\d{1,2}[-—至]\d{1,2}月/gu;

/** Says of the whole document who pays. */
const PAID_BY =
  /资金[^。；]{0,12}(?:分担|负担|承担|列支|安排|统筹)|(?:财政|专项资金)[^。；]{0,8}(?:分担|负担|承担|列支|安排)/u;
/** How binding a rule is: what forbids and orders before what encourages. */
const LEAVES_OPEN = /鼓励|引导|支持|可以|原则上|力争/u;
const MODAL: readonly RegExp[] = [/不得|严禁|必须|应当|一律/u, LEAVES_OPEN, /给予/u];
const modalIn = (text: string): string | undefined =>
  MODAL.map((word) => word.exec(text)?.[0]).find((word) => word !== undefined);

/** A thing that the clause speaks of, and to which the document gives no day; the grant itself has the days of its document. */
function isUndated(policy: Policy, { clause }: Measure, what: string): boolean {
  const isGrant = PLACES.test(what) || /[补贴奖助]|资金|钱|截止|结束/u.test(what);
  if (isGrant || !plain(clause.text).includes(what)) return false;
  const sentences = [...policy.clauses, ...policy.measures.map((one) => one.clause)].flatMap(({ text }) =>
    plain(text).split(/[。；]/u),
  );
  return !sentences.some((one) => one.includes(what) && /\d[年月日]/u.test(one));
}

/** Papers and where to hand them in are told by how to apply. */
const PLACES = /材料|资料|申请|申报|手续|报名|上交|提交|交表|表格|文件|政策|办理|我|咱/u;

const plain = (text: string): string => text.replaceAll(/\s/gu, '');

/** All that the word names stands in the measure. */
function standsIn({ title, clause }: Measure, what: string): boolean {
  const text = plain(`${title}${clause.text}`);
  if (text.includes(what)) return true;
  const nouns = contentWords(what).filter((word) => word.length > 1 && !namesNoTopic(word));
  return nouns.length > 0 && nouns.every((word) => text.includes(word));
}

/** 中小企业是指…: the document says itself what it means. */
function defines(policy: Policy, what: string): boolean {
  const text = plain(
    [...policy.clauses, ...policy.measures.map(({ clause }) => clause)].map((one) => one.text).join(''),
  );
  const at = text.indexOf(what);
  return at >= 0 && /^[^。；，]{0,4}(?:是指|系指|指的是|指：)/u.test(text.slice(at + what.length));
}

/** How the clause is read where it leaves the word open. */
const readingOf = ({ benefits }: Measure, what: string): string | undefined =>
  benefits.flatMap(({ readings }) => readings).find((one) => one.includes(what));
