/** 要是1001人呢: worked out beside the record, which stays as it is. */

import Big from 'big.js';
import type { Day, FactValue } from '../../contract/index.ts';
import { withFacts } from '../../facts/index.ts';
import { readFigures } from '../../figures/index.ts';
import { type Reading, supposes } from '../../language/index.ts';
import { sayVerdict, verdictWords as words } from '../../words/index.ts';
import { checkMeasure, nextFacts } from '../check.ts';
import { readScene } from '../reading.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { focusOn } from '../state.ts';
import { namedMeasure } from '../target.ts';
import { replyOf } from '../thread.ts';
import { relevance } from '../topic.ts';

export const whatIf: Handler = (scene) => {
  const { state } = scene;
  const target =
    state.thread?.measure ?? state.about ?? (supposes(scene.message.text) ? namedMeasure(scene) : null);
  if (target === null) return null;
  const read = withCountAlone(scene, target, readScene(scene));
  const names = Object.keys(read.facts);
  const isSupposed = read.whatIf || asksIfCounts(scene, names);
  if (
    !isSupposed ||
    !names.some((name) => bearsOn(scene, target, name)) ||
    isOfAnother(scene, target, read.facts)
  )
    return null;
  const supposed = RELATIVE.test(scene.message.text) ? addedTo(scene, read.facts) : read.facts;
  return triedOut(scene, target, supposed);
};

/** The verdict as it would be with these facts; the record stays as it is. Null where the measure cannot be checked. */
export function triedOut(
  scene: Scene,
  target: string,
  supposed: Record<string, FactValue | null>,
): Outcome | null {
  const { state, known, mind } = scene;
  const { facts } = mind.knowledge;
  const profile = withFacts(known.profile, supposed);
  const today = dayMeant(scene);
  const checked = checkMeasure({ ...scene, today }, target, profile, {
    benefit: state.thread?.benefit ?? null,
    told: Object.keys(supposed),
    question: scene.message.text,
  });
  if (!checked) return null;
  const asks = nextFacts(checked, state.thread?.notKnown ?? [], facts);
  // What was said of the real verdict was said of the supposed one too: only what differs is new.
  const said = state.said?.measure === target ? state.said.lines : [];
  const verdict = sayVerdict(checked, { facts, today, profile, asks, expirySaid: true, said });
  const focused = {
    ...focusOn(state, target),
    thread: state.thread && { ...state.thread, benefit: checked.meant },
    said: state.said && state.said.measure === target ? { ...state.said, lines: verdict.said } : state.said,
  };
  const honest = PADS.test(scene.message.text) ? `\n${words.asItIs}` : '';
  return say(
    focused,
    `${words.whatIf}${verdict.text}${honest}`,
    replyOf(checked, asks, scene, verdict.covers),
  );
}

/** 如果明年再投一单: what is supposed for a day to come is judged as of that day, when the document may have ended. */
function dayMeant({ message, today }: Scene): Day {
  const days = readFigures(message.text, { ref: today }).flatMap((figure) =>
    figure.kind === 'date' ? [figure.value] : figure.kind === 'daterange' ? [figure.from ?? today] : [],
  );
  return days.reduce((latest, day) => (day > latest ? day : latest), today);
}

/** 多报两个人 · 凑够人数: what is applied for must be true. */
const PADS = /多报|虚报|谎报|少报|凑|编/u;

/** 多一个人呢 says of nothing what it counts: it is the head count that was told and that the measure looks at. */
function withCountAlone(scene: Scene, target: string, read: Reading): Reading {
  const { known, mind, message } = scene;
  const count = COUNT_ALONE.exec(message.text)?.groups?.count;
  if (!read.whatIf || Object.keys(read.facts).length > 0 || !count) return read;
  const [figure] = readFigures(`${count}人`);
  const name = Object.keys(known.profile).find(
    (told) => mind.knowledge.facts.get(told)?.unit === 'person' && relevance(scene, target, [told]) > 0,
  );
  if (figure?.kind !== 'count' || figure.value === undefined || !name) return read;
  return { ...read, facts: { [name]: figure.value } };
}
/** 多一个人 · 少10人 · 再来20个. */
const COUNT_ALONE =
  /(?:多|少|加|减|招|借|来)(?:上|了|报|招|算|来|写|填)?\s*(?<count>[\d一二两三四五六七八九十百千]+)\s*(?:个|名|号)?(?:人|工人|员工)?(?:呢|的话|行吗|行不行|可以吗)?[?？]?$/u;

/** Where the enterprise is bears on every measure. */
function bearsOn(scene: Scene, target: string, name: string): boolean {
  return scene.mind.knowledge.facts.get(name)?.type === 'place' || relevance(scene, target, [name]) > 0;
}

/** 网吧呢, asked while a factory is checked: it says of the measure only what it is not, so it is about another. */
function isOfAnother(scene: Scene, target: string, facts: Record<string, FactValue | null>): boolean {
  const names = Object.keys(facts);
  const counts = (name: string) => bearsOn(scene, target, name);
  return (
    names.every((name) => !counts(name) || facts[name] === false) &&
    names.some((name) => !counts(name) && facts[name] !== false)
  );
}

/** 6月30号签的算不算: a value beside the one that was told, or of nobody's, asked about. */
function asksIfCounts({ message: { text }, known }: Scene, names: readonly string[]): boolean {
  const isNobodys = !/[我咱]/u.test(text);
  return COUNTS.test(text) && names.some((name) => isNobodys || known.profile[name] !== undefined);
}
const COUNTS = /(?:算不算|行不行|算吗|行吗|可不可以|可以吗|能算吗)[?？]?$/u;

/** 再多1个人 · 少10人 · 再招20个: counted from what was said before. */
const RELATIVE =
  /(?:再|又|还)?(?:多|少|加|减|增加|减少|招|借|补|来)(?:上|了|报|招|算|来|写|填)?\s*[\d一二两三四五六七八九十百]/u;
const LESS = /少|减/u;

/** Figures that were known exactly grow or shrink by what is said; others are taken as they are said. */
function addedTo(
  { known: { profile }, mind, message: { text } }: Scene,
  facts: Record<string, FactValue | null>,
): Record<string, FactValue | null> {
  const sign = LESS.test(text) ? -1 : 1;
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      const before = profile[name];
      // 只涨9%: a rate is said as it is.
      const counts = mind.knowledge.facts.get(name)?.unit !== 'ratio';
      const relative = counts && typeof before === 'number' && typeof value === 'number';
      return [name, relative ? Number(new Big(before).plus(sign * Math.abs(value))) : value];
    }),
  );
}
