/** 我的资料: what is kept of the enterprise and on which words it rests, how to change it, and how to take one line away. */

import { hearMentions } from '../../language/index.ts';
import { general, type ToldLine, toldLines, profileWords as words } from '../../words/index.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { before, remember } from '../state.ts';
import { leaveThread, profileUpdated } from '../thread.ts';

export const profile = ({ state, known, mind }: Scene): Outcome => {
  const lines = toldLines(mind.knowledge, known);
  return lines.length === 0
    ? say(state, general.emptyProfile)
    : say(state, listed(words.head(known.enterprise), lines));
};

const listed = (head: string, lines: readonly ToldLine[]): string =>
  [head, ...lines.map(({ line }, place) => `${place + 1}. ${line}`), words.howToChange].join('\n');

/** 删掉在岗人数 · 把制造业那条删了 · 删除第2条. */
const TAKE_AWAY =
  /^(?:请|麻烦|帮我|给我)*(?:(?:删掉|删除|删了|删去|去掉|清掉|拿掉)(?<first>[^，。,]{1,30})|把(?<last>[^，。,]{1,30}?)(?:给我|都)?(?:删掉|删除|删了|去掉|清掉|拿掉)(?:吧|了)?)$/u;

/** One fact is taken away: by its place in the list, by its name or by the words it is heard by. */
export const oneTakenAway: Handler = (scene) => {
  const meant = TAKE_AWAY.exec(scene.message.text.trim())?.groups;
  const lines = meant ? toldLines(scene.mind.knowledge, scene.known) : [];
  return meant && lines.length > 0 ? takeAway(scene, lines, meant.first ?? meant.last ?? '') : null;
};

function takeAway(scene: Scene, lines: readonly ToldLine[], named: string): Outcome {
  const { state, known } = scene;
  const line = lineNamed(scene, lines, named.replace(/(?:这|那)?(?:一)?[条项个]?吧?$/u, ''), named);
  if (!line) return say(state, listed(words.noSuch, lines), { about: state.about });
  const next = remember(leaveThread(state), {
    ...before(known),
    about: state.about,
    thread: state.thread,
  });
  return say(next, words.removed(line.line), { about: state.about }, [
    line.fact === null
      ? profileUpdated(
          {},
          (known.beside ?? []).filter((thing) => thing !== line.thing),
        )
      : profileUpdated({ [line.fact]: null }, undefined),
  ]);
}

const PLACE = /^第(?<place>[\d一二三四五六七八九十]{1,2})[条项个]$/u;
const NUMERALS = '零一二三四五六七八九十';

function lineNamed(
  { mind, today }: Scene,
  lines: readonly ToldLine[],
  name: string,
  whole: string,
): ToldLine | undefined {
  const place = PLACE.exec(whole)?.groups?.place;
  if (place !== undefined) return lines[(Number(place) || NUMERALS.indexOf(place)) - 1];
  const labelOf = ({ fact }: ToldLine) => mind.knowledge.facts.get(fact!)?.label ?? fact!;
  const own = lines.filter(({ fact }) => fact !== null);
  const called = own.filter((line) => labelOf(line).includes(name) || name.includes(labelOf(line)));
  if (called.length === 1) return called[0];
  const heard = hearMentions(name, mind.knowledge, today);
  const meant = own.filter(({ fact }) => heard.includes(fact!));
  return meant.length === 1 ? meant[0] : undefined;
}
