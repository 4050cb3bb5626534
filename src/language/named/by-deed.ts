/**
 * A figure that no name claims, given by what its sentence tells of: 做数字化诊断花了30万 is what was spent on that, 给老人送餐，上月500人次
 * how often it was done.
 */
import { IS_HOLDER } from './by-slot.ts';
import { timesAsMuch, unitOfEach } from './each.ts';
import { giveFigure } from './figures-heard.ts';
import { inside, type Part, type Scene } from './scene.ts';
import type { Measured } from './units.ts';

/** Meanings that say money went out. */
export const SPENDS: ReadonlySet<string> = new Set(['费用', '投资', '购置']);

/** `taken`: figures that are given, these among them in the end. Of two facts of one measure that may be meant none is. */
export function hearByDeed(scene: Scene, taken: Set<Measured>): void {
  const { amounts, parts, facts, names, result } = scene;
  const deedsOf = new Map(
    [...names.keys()].flatMap((id) => {
      const { spentOn, implies, unit } = facts.get(id)!;
      const deeds = unit === 'yuan' ? spentOn : Object.keys(implies).filter((other) => implies[other]);
      return unit !== undefined && deeds.length > 0 ? [[id, deeds] as const] : [];
    }),
  );
  if (deedsOf.size === 0) return;
  for (const amount of amounts) {
    const part = parts.find((one) => amount.start >= one.start && amount.start < one.end);
    if (!part?.own || (amount.unit === 'yuan' && !isSpent(scene, part))) continue;
    // 10件，每件花了600元 is so much for all of them, and without their number no sum.
    const each = unitOfEach(scene, amount, part);
    const figure = each === null ? amount : timesAsMuch(scene, amount, part, each);
    if (figure === null) continue;
    const isToldBeside = (flag: string): boolean =>
      result.facts[flag] === true && !IS_HOLDER.test(flag) && result.toldIn[flag]?.sentence === part.sentence;
    const meant = [...deedsOf.keys()].filter(
      (id) =>
        facts.get(id)!.unit === amount.unit &&
        !(id in result.facts) &&
        !result.mentions.includes(id) &&
        deedsOf.get(id)!.some(isToldBeside),
    );
    // What another measure calls such a sum does not take it from the one whose deed is told.
    const givenIn = new Set(result.taken.get(amount.start)?.map((id) => facts.get(id)?.topic));
    for (const [topic, [id, ...rivals]] of Map.groupBy(meant, (one) => facts.get(one)!.topic))
      if (rivals.length === 0 && !givenIn.has(topic)) {
        giveFigure(scene, id!, figure, part);
        for (const other of result.taken.get(amount.start) ?? [])
          if (!scene.asked.includes(other) && !isTopicTold(scene, facts.get(other)?.topic))
            delete result.facts[other];
        taken.add(amount);
        result.taken.set(amount.start, [...(result.taken.get(amount.start) ?? []), id!]);
      }
  }
}

/** 设备花了260万 beside a 加工车间 is what that one cost, and no 除尘设备 of a measure of which nothing is told. */
const isTopicTold = ({ result, facts }: Scene, topic: string | undefined): boolean =>
  Object.entries(result.facts).some(([id, value]) => value === true && facts.get(id)?.topic === topic);

const isSpent = ({ grams }: Scene, part: Part): boolean =>
  grams.some(({ gram, ...at }) => SPENDS.has(gram) && inside(at, part));
