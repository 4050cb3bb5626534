/**
 * A figure that no name claims, given by its unit: of a benefit that the message tells something of, the one open figure of that unit is
 * meant by the one figure of it. 租了仓库5000平，租了12个月: the months are those of the lease. Never between two figures or two facts.
 */
import { giveFigure, unitFits } from './figures-heard.ts';
import { inside, type Part, type Scene } from './scene.ts';
import type { Measured } from './units.ts';

/** Units that count or measure one kind of thing; money, shares, days and years are said of anything. */
const ANY_THING: ReadonlySet<string> = new Set(['yuan', 'ratio', '年', '天', '名次', '岁', '美元']);
/** Who gets it says nothing of what is done: 物流企业. */
const IS_HOLDER = /(?:企业|公司|单位|机构|主体|工商户|合作社|毕业生|人员)$/u;
/** 每团10人, 每台18万: of each, and not of all. */
const OF_EACH = /(?:每|一)[\p{Script=Han}]{1,3}[^,。;\d]{0,4}$/u;

/** `taken`: figures that are given already. */
export function hearBySlot(scene: Scene, taken: Set<Measured>): void {
  const { facts, names, result } = scene;
  const isOpen = (id: string): boolean => !(id in result.facts) && !result.mentions.includes(id);
  const open = [...names.keys()].filter((id) => {
    const { unit, beside } = facts.get(id)!;
    return (
      unit !== undefined && !ANY_THING.has(unit) && isOpen(id) && beside?.some((one) => isSubject(scene, one))
    );
  });
  if (open.length === 0) return;
  const left = scene.amounts.flatMap((amount) => {
    const part = scene.parts.find((one) => inside(amount, one));
    return part?.own && !taken.has(amount) && amount.unit !== null && amount.unit !== 'date'
      ? [{ amount, part }]
      : [];
  });
  for (const slots of Map.groupBy(open, (id) => facts.get(id)!.topic).values())
    for (const id of slots) {
      const fact = facts.get(id)!;
      const fitting = left.filter(({ amount }) => amount.unit !== '个' && unitFits(fact, amount));
      const rivals = slots.filter((other) => unitFits(facts.get(other)!, { ...ANY, unit: fact.unit! }));
      const [only] = fitting;
      if (fitting.length !== 1 || rivals.length !== 1 || isOfEach(scene, only!)) continue;
      giveFigure(scene, id, only!.amount, only!.part);
      taken.add(only!.amount);
      result.taken.set(only!.amount.start, [...(result.taken.get(only!.amount.start) ?? []), id]);
    }
}

const ANY = { start: 0, end: 0, value: { min: 1, max: 1 } };

/** It is told, and says more than who it is. */
const isSubject = ({ result }: Scene, id: string): boolean =>
  id in result.facts && result.facts[id] !== false && !IS_HOLDER.test(id);

const isOfEach = ({ text }: Scene, { amount, part }: { amount: Measured; part: Part }): boolean =>
  OF_EACH.test(text.slice(part.start, amount.start));
