/**
 * A figure that no name claims, given by its unit: of a benefit that the message tells something of, the one open figure of that unit is
 * meant by the one figure of it. 租了仓库5000平，租了12个月: the months are those of the lease. Never between two figures or two facts.
 */
import { tellsOfWhat } from './around.ts';
import { asksTwo, EVERYWHERE } from './candidates.ts';
import { isCommon, isOfAnyMoney } from './common.ts';
import { isOfOne, unitOfEach } from './each.ts';
import { giveFigure, ofPersons, unitFits } from './figures-heard.ts';
import { gramsOf } from './grams.ts';

import { inside, type Part, type Scene } from './scene.ts';
import type { Measured } from './units.ts';

/** Units that count or measure one kind of thing; money, shares, days and years are said of anything. */
const ANY_THING: ReadonlySet<string> = new Set(['yuan', 'ratio', '名次', '岁', '美元']);
/** 三年 may be how long one has been there, and is a time of the deed where the name says how long that takes. */
const TIMES: ReadonlySet<string> = new Set(['年', '天']);
const TAKES_TIME = /期|年限|天数|时长|连续|时间/u;
const BEEN_THERE = /(?:成立|开业|毕业|注册|创业|入行|干|做|工作|开厂|开店|经营)[了过满有着]*$/u;
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
      (!TIMES.has(unit) || TAKES_TIME.test(facts.get(id)!.label)) &&
      !asksTwo(facts.get(id)!.label) &&
      beside?.some((one) => isSubject(scene, one))
    );
  });
  if (open.length === 0) return;
  const left = scene.amounts.flatMap((amount) => {
    const part = scene.parts.find((one) => inside(amount, one));
    return part?.own && !isSinceWhen(scene, amount, part) && amount.unit !== null && amount.unit !== 'date'
      ? [{ amount: ofPersons(amount, scene, part), from: amount, part }]
      : [];
  });
  const slots = [...Map.groupBy(open, (id) => facts.get(id)!.topic).values()].flatMap((ofTopic) =>
    ofTopic.flatMap((id) => {
      const fact = facts.get(id)!;
      const fitting = left.filter(
        ({ amount, from }) =>
          (amount.unit !== '个' || countsWhatFollows(scene, fact.label, amount)) &&
          unitFits(fact, amount) &&
          !isGiven(scene, from, taken, fact.unit!) &&
          (!taken.has(from) || !EVERYWHERE.has(amount.unit!) || amount.unit === fact.unit),
      );
      const rivals = ofTopic.filter(
        (other) =>
          !isOfOne(facts.get(other)!.label) &&
          !isOtherSize(facts.get(other)!.unit, fact.unit) &&
          unitFits(facts.get(other)!, { ...ANY, unit: fact.unit! }),
      );
      const [only] = fitting;
      const areOne = rivals.every((other) => isSameThing(scene, id, other));
      if (
        only === undefined ||
        !fitting.every((one) => isSameFigure(one.amount, only.amount)) ||
        !areOne ||
        unitOfEach(scene, only!.amount, only!.part) !== null
      )
        return [];
      return isOfAnother(scene, only!, fact.topic) ? [] : [{ id, ...only!, told: toldBeside(scene, id) }];
    }),
  );
  // Of several measures the one is meant that the message tells most of.
  for (const fitting of Map.groupBy(slots, ({ amount }) => amount).values()) {
    const most = Math.max(...fitting.map(({ told }) => told));
    const meant = fitting.filter(({ told }) => told === most);
    for (const { id, amount, from, part } of meant) {
      giveFigure(scene, id, amount, part);
      taken.add(from);
      result.taken.set(amount.start, [...(result.taken.get(amount.start) ?? []), id]);
    }
  }
}

/** To a fact of which its benefit is spoken of: what another measure calls so takes it from none. */
const isGiven = (scene: Scene, amount: Measured, taken: ReadonlySet<Measured>, unit: string): boolean =>
  taken.has(amount) &&
  (scene.result.taken.get(amount.start) ?? []).some(
    (id) =>
      ((scene.facts.get(id)?.beside ?? []).some((one) => isSubject(scene, one)) ||
        scene.asked.includes(id)) &&
      !isOtherSize(scene.facts.get(id)?.unit, unit),
  );

/** 2.4兆瓦 is the 装机容量 in megawatts, and so many watts that are paid for: one figure in two sizes of its unit. */
const isOtherSize = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other && SIZES.has(one) && SIZES.has(other);
const SIZES: ReadonlySet<string> = new Set(['兆瓦', '千瓦', '瓦', '兆瓦时', 'kWh']);

/** 签三年 and later 三年一共: the same figure, said twice. */
const isSameFigure = (one: Measured, other: Measured): boolean =>
  one.unit === other.unit && one.value.min === other.value.min && one.value.max === other.value.max;

/** 指定了8个国家: what is counted stands behind the figure, and in the name. */
function countsWhatFollows({ text }: Scene, label: string, { end }: Measured): boolean {
  const noun = /(?<noun>\p{Script=Han}{2,})(?:个数|家数|项数|件数|数量)$/u.exec(label)?.groups?.noun;
  return noun !== undefined && text.slice(end).startsWith(noun);
}

const isSinceWhen = ({ text }: Scene, { unit, start }: Measured, part: Part): boolean =>
  unit !== null && TIMES.has(unit) && BEEN_THERE.test(text.slice(part.start, start));

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
export function isOfAnother(
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
