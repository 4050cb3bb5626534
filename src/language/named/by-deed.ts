/**
 * A figure that no name claims, given by what its sentence tells of: 做数字化诊断花了30万 is what was spent on that, 给老人送餐，上月500人次
 * how often it was done.
 */
import { giveFigure } from './figures-heard.ts';
import { inside, type Part, type Scene } from './scene.ts';
import type { Measured } from './units.ts';

/** Meanings of same-words.ts that say money went out. */
const SPENDS: ReadonlySet<string> = new Set(['费用', '投资', '购置']);
/** 每件花了600元 is no sum of all. */
const OF_EACH = /每[\p{Script=Han}]{1,3}[^,。;\d]{0,8}$/u;

/** `taken`: figures that a name around them has claimed. Of two facts of one measure that may be meant none is. */
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
    if (!part?.own || taken.has(amount) || (amount.unit === 'yuan' && !isSpent(scene, amount, part)))
      continue;
    const isToldBeside = (flag: string): boolean =>
      result.facts[flag] === true && result.toldIn[flag]?.sentence === part.sentence;
    const meant = [...deedsOf.keys()].filter(
      (id) =>
        facts.get(id)!.unit === amount.unit &&
        !(id in result.facts) &&
        !result.mentions.includes(id) &&
        deedsOf.get(id)!.some(isToldBeside),
    );
    for (const [id, ...rivals] of Map.groupBy(meant, (one) => facts.get(one)!.topic).values())
      if (rivals.length === 0) {
        giveFigure(scene, id!, amount, part);
        taken.add(amount);
        result.taken.set(amount.start, [id!]);
      }
  }
}

const isSpent = ({ grams, text }: Scene, amount: Measured, part: Part): boolean =>
  !OF_EACH.test(text.slice(part.start, amount.start)) &&
  grams.some(({ gram, ...at }) => SPENDS.has(gram) && inside(at, part));
