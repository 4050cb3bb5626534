/** A choice whose value is named: which of them, and how it is told. */
import type { FactValue } from '../../contract/index.ts';
import type { Fact } from '../../facts/index.ts';
import { isA } from '../words-said.ts';
import { choicesHeard } from './choices.ts';
import { fitOf } from './fit.ts';
import type { Name } from './names.ts';
import { type Side, standingOf } from './opposed.ts';
import { asksOnly, inside, keep, mannerIn, type Part, type Scene } from './scene.ts';

/** The value of a choice that says: none of them. */
const NO_VALUE = 'none';

/** 国家级 of a choice between ranks: what its values say is told by them. */
const isOfValues = (side: Side, { values }: Fact): boolean =>
  Object.values(values ?? {}).some((forms) => forms.some((form) => standingOf(side, form) !== 'unsaid'));

export function hearChoice(
  scene: Scene,
  name: Name,
  fact: Fact,
  coverage: number,
  parts: readonly Part[],
  text: string,
): void {
  const id = name.fact;
  const fit = fitOf(
    {
      ...name,
      sides: name.sides.filter(
        (side) => !side.opposition.needed || side.opposition.denies || !isOfValues(side, fact),
      ),
    },
    text,
    scene.asked,
  );
  if (fit === 'opposed') return;
  const heard = choicesHeard(fact, {
    coverage,
    parts,
    asked: scene.asked.includes(id),
    language: scene.language,
    isPast: (part) => scene.words.some((word) => inside(word, part) && isA(word, 'former')),
  });
  if (heard === null) return;
  const manner = mannerIn(scene, id, heard.part, heard.start, heard.end);
  if (asksOnly(scene, heard.part, heard.start)) return;
  if (manner.denials % 2 === 1) {
    scene.result.mentions.push(id);
    const rest = Object.keys(fact.values!).filter((value) => !heard.values.includes(value));
    if (rest.length > 0 && !manner.doubted)
      keep(scene, id, rest.length === 1 ? rest[0]! : { oneOf: rest }, heard.part, manner, false);
    return;
  }
  const [first] = heard.values;
  if (fit === 'denied') {
    if (NO_VALUE in fact.values!) keep(scene, id, NO_VALUE, heard.part, manner, false);
    return;
  }
  const value: FactValue =
    heard.values.length === 1 ? first! : fact.many ? { allOf: heard.values } : { oneOf: heard.values };
  keep(scene, id, value, heard.part, manner, false);
}
