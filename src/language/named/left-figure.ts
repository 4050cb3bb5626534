/**
 * Money of a benefit that is surely spoken of: its one open sum that is spent is meant by the one sum that was spent and is nobody's yet.
 * 投了800万搞了台驻场演出: the 总投资. Never between two facts or two figures.
 */
import { SPENDS } from './by-deed.ts';
import { isOfAnother } from './by-slot.ts';
import { isCommon, isOfAnyMoney } from './common.ts';
import { unitOfEach } from './each.ts';
import { giveFigure } from './figures-heard.ts';
import { inside, type Part, type Scene } from './scene.ts';
import type { Measured } from './units.ts';

const SPENT = /(?:费用?|投资额?|投入|支出|价格?|价款|成本|购置额?|金额|资金)$/u;

export function giveLeftFigures(scene: Scene, asked: readonly string[], taken: Set<Measured>): void {
  const { facts, names, result } = scene;
  const sums = asked.filter((id) => facts.get(id)?.unit === 'yuan');
  const open = sums.filter((id) => !(id in result.facts) && !result.mentions.includes(id));
  const [id] = open;
  if (open.length !== 1 || !names.has(id!) || !SPENT.test(facts.get(id!)!.label)) return;
  const left = scene.amounts.flatMap((amount) => {
    const part = scene.parts.find((one) => inside(amount, one));
    const given = result.taken.get(amount.start) ?? [];
    return amount.unit === 'yuan' && part?.own && !given.some((one) => asked.includes(one))
      ? [{ amount, part }]
      : [];
  });
  const [only] = left;
  if (left.length !== 1 || !isSpent(scene, only!.part, only!.amount) || !saysItsThing(scene, id!, asked))
    return;
  if (
    unitOfEach(scene, only!.amount, only!.part) !== null ||
    isOfAnother(scene, only!, facts.get(id!)!.topic)
  )
    return;
  giveFigure(scene, id!, only!.amount, only!.part);
  taken.add(only!.amount);
  result.taken.set(only!.amount.start, [...(result.taken.get(only!.amount.start) ?? []), id!]);
}

/** 办赛 is short for 举办体育赛事. */
const isShort = (gram: string, deeds: string): boolean =>
  [...gram].every((character) => deeds.includes(character) || OF_MONEY.has(character));
const OF_MONEY: ReadonlySet<string> = new Set('费用价款额总支出投资金');

/** 投了, 花了, 付了 stands before the sum in its clause. */
const isSpent = ({ grams }: Scene, part: Part, { start }: Measured): boolean =>
  grams.some((gram) => SPENDS.has(gram.gram) && inside(gram, part) && gram.end <= start);

/** 设备购置费: the 设备 has to be said, or to be what the benefit is known to be about. */
function saysItsThing(
  { names, grams, parts, language, result }: Scene,
  id: string,
  asked: readonly string[],
): boolean {
  const said = new Set(
    grams.filter((gram) => parts.some((part) => part.own && inside(gram, part))).map(({ gram }) => gram),
  );
  const told = asked
    .filter((one) => one in result.facts)
    .flatMap((one) => [...(names.get(one)?.[0]?.pieces.keys() ?? [])]);
  const deeds = asked.filter((one) => result.facts[one] === true).join(' ');
  const { pieces } = names.get(id)![0]!;
  const isLight = (gram: string): boolean =>
    gram.length < 2 ||
    isCommon(gram) ||
    isOfAnyMoney(gram) ||
    language.isAct(gram) ||
    SPENDS.has(gram) ||
    language.isBroad(gram);
  const light = new Set([...pieces].flatMap(([gram, places]) => (isLight(gram) ? places : [])));
  return [...pieces].every(
    ([gram, places]) =>
      places.some((at) => light.has(at)) || said.has(gram) || told.includes(gram) || isShort(gram, deeds),
  );
}
