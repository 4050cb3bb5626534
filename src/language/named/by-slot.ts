/**
 * A figure that no name claims, given by its unit: of a benefit that the message tells something of, the one open figure of that unit is
 * meant by the one figure of it. 租了仓库5000平，租了12个月: the months are those of the lease. Never between two figures or two facts.
 */
import { tellsOfWhat } from './around.ts';
import { asksTwo } from './candidates.ts';
import { unitOfEach } from './each.ts';
import { giveFigure, unitFits } from './figures-heard.ts';
import { gramsOf } from './grams.ts';
import { isCommon, isOfAnyMoney } from './names.ts';
import { inside, type Part, type Scene } from './scene.ts';
import type { Measured } from './units.ts';

/** Units that count or measure one kind of thing; money, shares, days and years are said of anything. */
const ANY_THING: ReadonlySet<string> = new Set(['yuan', 'ratio', '年', '天', '名次', '岁', '美元']);
/** Who gets it says nothing of what is done: 物流企业. */
export const IS_HOLDER = /(?:企业|公司|单位|机构|主体|工商户|合作社|毕业生|人员)$/u;

/** `taken`: figures that are given already. */
export function hearBySlot(scene: Scene, taken: Set<Measured>): void {
  const { facts, names, result } = scene;
  const isOpen = (id: string): boolean => !(id in result.facts) && !result.mentions.includes(id);
  const open = [...names.keys()].filter((id) => {
    const { unit, beside } = facts.get(id)!;
    return (
      unit !== undefined &&
      !ANY_THING.has(unit) &&
      isOpen(id) &&
      !asksTwo(facts.get(id)!.label) &&
      beside?.some((one) => isSubject(scene, one))
    );
  });
  if (open.length === 0) return;
  const left = scene.amounts.flatMap((amount) => {
    const part = scene.parts.find((one) => inside(amount, one));
    return part?.own && !taken.has(amount) && amount.unit !== null && amount.unit !== 'date'
      ? [{ amount, part }]
      : [];
  });
  const slots = [...Map.groupBy(open, (id) => facts.get(id)!.topic).values()].flatMap((ofTopic) =>
    ofTopic.flatMap((id) => {
      const fact = facts.get(id)!;
      const fitting = left.filter(({ amount }) => amount.unit !== '个' && unitFits(fact, amount));
      const rivals = ofTopic.filter((other) => unitFits(facts.get(other)!, { ...ANY, unit: fact.unit! }));
      const [only] = fitting;
      const areOne = rivals.every((other) => isSameThing(scene, id, other));
      if (fitting.length !== 1 || !areOne || unitOfEach(scene, only!.amount, only!.part) !== null) return [];
      return isOfAnother(scene, only!, fact.topic) ? [] : [{ id, ...only!, told: toldBeside(scene, id) }];
    }),
  );
  // Of several measures the one is meant that the message tells most of.
  for (const fitting of Map.groupBy(slots, ({ amount }) => amount).values()) {
    const most = Math.max(...fitting.map(({ told }) => told));
    const meant = fitting.filter(({ told }) => told === most);
    for (const { id, amount, part } of meant) {
      giveFigure(scene, id, amount, part);
      taken.add(amount);
      result.taken.set(amount.start, [...(result.taken.get(amount.start) ?? []), id]);
    }
  }
}

/** 装机容量 asked in megawatts and 实际装机容量 paid by the kilowatt are one figure. */
function isSameThing({ facts, language }: Scene, one: string, other: string): boolean {
  const [shorter, longer] = [facts.get(one)!.label, facts.get(other)!.label].sort(
    (a, b) => a.length - b.length,
  );
  return (
    longer!.includes(shorter!) &&
    gramsOf(longer!.replace(shorter!, ' '), language).every(
      ({ gram }) => isCommon(gram) || isOfAnyMoney(gram),
    )
  );
}

const toldBeside = (scene: Scene, id: string): number =>
  scene.facts.get(id)!.beside!.filter((one) => isSubject(scene, one)).length;

/** 见习半年 is no half a year of insurance, where another measure asks for 见习: what stands beside the figure is told of that one. */
function isOfAnother(
  scene: Scene,
  { amount, part }: { amount: Measured; part: Part },
  topic: string,
): boolean {
  const { facts, names } = scene;
  const beside = scene.grams.findLast(
    (gram) => inside(gram, { start: part.start, end: amount.start }) && tellsOfWhat(gram.gram),
  );
  if (!beside || scene.language.isAct(beside.gram)) return false;
  const isIn = (ofTopic: boolean): boolean =>
    [...names].some(
      ([id, called]) =>
        (facts.get(id)!.topic === topic) === ofTopic && called.some(({ pieces }) => pieces.has(beside.gram)),
    );
  return isIn(false) && !isIn(true);
}

const ANY = { start: 0, end: 0, value: { min: 1, max: 1 } };

/** It is told, and says more than who it is. */
const isSubject = ({ result }: Scene, id: string): boolean =>
  id in result.facts && result.facts[id] !== false && !IS_HOLDER.test(id);
