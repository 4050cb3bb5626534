/** 说人话 · 太长了 · 那就没戏了: the thing in hand said again, plainer, shorter, or as a clear no. */
import { bestFirst, evaluateAll } from '../../eligibility/index.ts';
import { subjectOf } from '../../policy/index.ts';
import { general, inOtherWords, mainFigure, sayAmount, sayBasis, shortNumber } from '../../words/index.ts';
import { checkMeasure } from '../check.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { replyOf } from '../thread.ts';
import { openNow } from '../topic.ts';

const { words } = inOtherWords;

/** The measure in hand as far as it was checked: the one being checked, else the one talked about. */
function inHand(scene: Scene) {
  const { state, known, mind } = scene;
  const about = state.thread?.measure ?? state.about;
  const subject = subjectOf(mind.knowledge, about);
  const checked =
    about === null
      ? null
      : checkMeasure(scene, about, known.profile, { benefit: state.thread?.benefit ?? null });
  return { about, subject, checked };
}

/** What was asked stays asked. */
const asksStill = ({ state }: Scene) => (state.asked.length > 0 ? state.asked : null);

export function plainer(scene: Scene): Outcome {
  const { state, mind, known } = scene;
  const { about, subject, checked } = inHand(scene);
  if (subject === null) return say(state, general.help);
  const { facts } = mind.knowledge;
  if (checked)
    return say(state, `${inOtherWords.plainly(checked, facts, known.profile)}\n${sayBasis(checked)}`, {
      ...replyOf(checked, [], scene),
      asks: asksStill(scene),
    });
  return say(state, oneSentence(subject), { about, asks: asksStill(scene) });
}

export function shorter(scene: Scene): Outcome {
  const { state, mind, today } = scene;
  const { about, subject, checked } = inHand(scene);
  if (subject === null) return say(state, general.goAhead);
  const { facts } = mind.knowledge;
  const wasChecked = state.thread?.measure === about || state.said?.measure === about;
  if (checked && wasChecked)
    return say(state, inOtherWords.shortly(checked, facts, today), {
      ...replyOf(checked, [], scene),
      asks: asksStill(scene),
    });
  if (checked) return say(state, inOtherWords.plainly(checked, facts, {}), { about, asks: asksStill(scene) });
  return say(state, oneSentence(subject), { about, asks: asksStill(scene) });
}

/** A measure without benefits, or a document: its name, its figure, the beginning of what it says. */
function oneSentence(subject: NonNullable<ReturnType<typeof subjectOf>>): string {
  const { measure, policy } = subject;
  if (!measure) return words.short(`《${policy.title}》共${policy.measures.length}条`, '');
  const first = measure.clause.text
    .replace(/\s/gu, '')
    .split(/[。；]/u)
    .map((sentence) =>
      sentence.replace(measure.title, '').replace(/^[（(]?[一二三四五六七八九十\d]+[)）、.．]*/u, ''),
    )
    .find((sentence) => sentence.length >= SHORTEST);
  return [words.short(measure.title, mainFigure(measure.clause.text) ?? ''), first ? words.quote(first) : '']
    .filter(Boolean)
    .join('\n');
}
const SHORTEST = 8;

const MOST_NEAREST = 2;

/** A clear no, and the nearest that fits. */
export function noShare(scene: Scene): Outcome | null {
  const { state, mind, known, today } = scene;
  const { facts } = mind.knowledge;
  const { about, checked } = inHand(scene);
  const told = Object.keys(known.profile).length > 0;
  if (!checked && !told) return null;
  const answer = checked ? inOtherWords.answerToNoShare(checked, facts) : '';
  if (checked && checked.main.verdict !== 'ineligible')
    return say(state, answer, { ...replyOf(checked, [], scene), asks: asksStill(scene) });
  const nearest = bestFirst(evaluateAll(mind.knowledge, known.profile, { today }))
    .filter(
      (result) => result.verdict !== 'ineligible' && openNow(result, today) && result.measure.id !== about,
    )
    .filter((result, at, all) => all.findIndex(({ measure }) => measure === result.measure) === at)
    .filter(({ conditions }) => conditions.some(({ state: met, value }) => met === 'met' && value !== null))
    .slice(0, MOST_NEAREST);
  const lines = nearest.map((result, place) =>
    words.nearestEntry(
      place + 1,
      result.measure.title,
      shortNumber(result.policy.number),
      sayAmount(result, facts),
    ),
  );
  const text = [
    answer,
    checked ? sayBasis(checked) : '',
    ...(lines.length > 0 ? [words.nearest, ...lines] : [words.nothingElse]),
  ];
  return say(state, text.filter(Boolean).join('\n'), {
    ...(checked ? replyOf(checked, [], scene) : { about }),
    options: nearest.map(({ measure }) => ({ id: measure.id, label: measure.title })),
  });
}
