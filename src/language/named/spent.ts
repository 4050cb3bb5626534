/** 做数字化诊断花了30万: a sum that is said to be spent, given to the fact that is spent on what the sentence tells of. */
import { giveFigure } from './figures-heard.ts';
import { inside, type Scene } from './scene.ts';
import type { Measured } from './units.ts';

/** Meanings of same-words.ts that say money went out. */
const SPENDS: ReadonlySet<string> = new Set(['费用', '投资', '购置']);
/** 每件花了600元 is no sum of all. */
const OF_EACH = /每[\p{Script=Han}]{1,3}[^,。;\d]{0,8}$/u;

/** `taken`: figures that a name around them has claimed. Of two facts of one measure that may be meant none is. */
export function hearSpent(scene: Scene, taken: Set<Measured>): void {
  const { amounts, parts, grams, facts, names, result, text } = scene;
  const sums = [...names.keys()].filter((id) => facts.get(id)!.spentOn.length > 0);
  if (sums.length === 0) return;
  for (const amount of amounts) {
    const part = parts.find((one) => amount.start >= one.start && amount.start < one.end);
    if (!part?.own || amount.unit !== 'yuan' || OF_EACH.test(text.slice(part.start, amount.start))) continue;
    if (!grams.some(({ gram, ...at }) => SPENDS.has(gram) && inside(at, part))) continue;
    const isToldBeside = (flag: string): boolean =>
      result.facts[flag] === true && result.toldIn[flag]?.sentence === part.sentence;
    const meant = sums.filter(
      (id) =>
        !(id in result.facts) && !result.mentions.includes(id) && facts.get(id)!.spentOn.some(isToldBeside),
    );
    if (taken.has(amount)) continue;
    for (const [id, ...rivals] of Map.groupBy(meant, (one) => facts.get(one)!.topic).values())
      if (rivals.length === 0) {
        giveFigure(scene, id!, amount, part);
        taken.add(amount);
      }
  }
}
