/** 实习生算人数吗 · 落地实施怎么认定 · 目录上哪儿查 · 一般批多久: a detail of what is talked about is said, or said not to be written. */
import { type Detail, detailIn } from '../../language/index.ts';
import { type Measure, type Policy, subjectOf } from '../../policy/index.ts';
import { contentWords, type Finding, namesNoTopic } from '../../retrieval/index.ts';
import {
  answerMeasure,
  hasFigure,
  measureWords,
  sourceWords,
  whomToAsk,
  detailWords as words,
} from '../../words/index.ts';
import { bare } from '../intents.ts';
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
  const asked = detailIn(bare(message.text));
  const subject = subjectOf(mind.knowledge, state.about);
  if (asked === null || state.about === null || !subject?.measure) return null;
  const { policy, measure } = subject;
  const first = found.ranked[0]?.entry;
  const ofAny = asked.kind === 'payout' || asked.kind === 'figure';
  const isOfAnother = found.band === 'answer' && first?.kind === 'measure' && first.measure !== measure;
  if (isOfAnother && !ofAny && !namesOf(asked).some((word) => standsIn(measure, word))) return null;
  const line = sayDetail(asked, { policy, measure, whom: whomToAsk(policy, measure) });
  return line === null
    ? null
    : withNearest(scene, state.about, { line, source: sourceWords(policy, measure) }, asked, policy);
}

function withNearest(
  scene: Scene,
  about: string,
  { line, source }: { line: string; source: string },
  asked: Detail,
  policy: Policy,
): Outcome | null {
  const { mind, today, message, state } = scene;
  if (asked.kind === 'payout')
    return say(state, `${line}\n${source}${stillAsked(scene, about)}`, {
      about,
      asks: state.asked.length > 0 ? state.asked : null,
    });
  const told = answerMeasure(mind.index, about, {
    today,
    question: asked.kind === 'counts' && asked.as ? `${asked.as}，${message.text}` : message.text,
    expirySaid: state.expirySaid.includes(policy.number),
    bare: true,
  });
  if (told === null) return null;
  const text = `${line}\n${told.text}${stillAsked(scene, about)}`;
  return say(state, text, { about, asks: state.asked.length > 0 ? state.asked : null });
}

const namesOf = (asked: Detail): string[] =>
  asked.kind === 'payout' || asked.kind === 'figure'
    ? []
    : asked.kind === 'counts' && asked.as
      ? [asked.what, asked.as]
      : [asked.what];

function sayDetail(asked: Detail, { policy, measure, whom }: Asked): string | null {
  switch (asked.kind) {
    case 'payout':
      return policy.guide.some(({ part }) => part === '时限') ? null : words.notPaidWhen(whom);
    case 'figure': {
      const granted = measure.benefits.map(({ quote }) => quote).join('；') || measure.clause.text;
      return hasFigure(plain(granted).replace(DATES, ''), asked.of)
        ? null
        : words.notStated(measureWords.noFigure[asked.of], whom);
    }
    case 'where':
      return PLACES.test(asked.what) ? null : words.notSaidWhere(asked.what, whom);
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

/** Papers and where to hand them in are told by how to apply. */
const PLACES = /材料|申请|申报|表|文件|政策|办|报|交|我|咱/u;

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
