/** What a term of the document means, and whom all of it is for: figures in such a clause bound every benefit that it holds for. */
import { conditionsIn } from './conditions.ts';
import { cut, type Limb } from './cut.ts';
import type { Defining, DraftBenefit } from './draft.ts';
import { type Passage, sourceSpan } from './passage.ts';
import { markRoles } from './roles.ts';

/** '本意见所指的民营医疗机构是指' · '本办法所称规模企业，是指' · '小型展会是指' */
const DEFINES =
  /^(?:本(?:措施|办法|政策|意见|规定|方案|细则|通知)中?)?(?:所称|所指|所说)?的?[“"「]?(?<term>[^，。；：:“”"「」的本所]{2,20}?)[”"」]?[，,]?(?:是指|均指|系指|指的是|指)[：:]?/u;
/** '本办法适用于' · '适用对象：' */
const APPLIES =
  /^(?:本(?:措施|办法|政策|意见|规定|方案|细则|通知))?(?:的?适用(?:对象|范围)(?:为|是|包括|：|:)|适用于)/u;
/** '不含医学美容医院' · '但不包括个体经营户' */
const LEAVES_OUT = /[，,；;]但?(?:不含|不包括|不包含)(?!本数)(?<who>[^，。；]{2,40})/u;
const SERVES = /(?:^|[，、])为[^，]*$/u;
const EITHER = /或|之一|以下条件|下列条件|分别|任一/u;

/** `texts`: the measures, head and tail. Clauses without a figure bound nothing here. */
export function definingClauses(texts: readonly Passage[], ref: string | null): Defining[] {
  const found = texts.flatMap((text) => {
    const limbs = cut(text);
    return limbs.flatMap((limb) => defining(limb, childrenOf(limb, limbs), ref) ?? []);
  });
  return [...new Map(found.map((one) => [one.clause, one])).values()];
}

const childrenOf = (limb: Limb, limbs: readonly Limb[]): Limb[] => limbs.filter(({ lead }) => lead === limb);

function defining(limb: Limb, children: readonly Limb[], ref: string | null): Defining | null {
  const { text } = limb.plain;
  const defines = DEFINES.exec(text);
  const opening = defines ?? APPLIES.exec(text) ?? APPLIES.exec(`${limb.label ?? ''}：`);
  if (!opening) return null;
  const from = text.startsWith(opening[0]) ? opening[0].length : 0;
  const leaves = LEAVES_OUT.exec(text);
  const stated = conditionsIn(text, markRoles(text, ref), from, leaves?.index ?? text.length).bounds;
  // 为60周岁以上老年人提供…的活动: whom a service is for, and not who gets the grant.
  const bounds = stated.filter(
    ({ start, end }) => !SERVES.test(text.slice(from, start)) || !/^[^，]*提供/u.test(text.slice(end)),
  );
  const within = children.some(({ plain }) => boundedAt(plain.text, ref));
  if (bounds.length === 0 && !within) return null;
  const parted = bounds.length > 1 && EITHER.test(text.slice(bounds[0]!.end, bounds.at(-1)!.end));
  return {
    term: defines?.groups?.term ?? null,
    clause: limb.passage.text,
    span: sourceSpan(limb.passage),
    bounds: within || parted ? [] : bounds,
    flags: [],
    leftOut: leaves ? [leaves.groups!.who!] : [],
  };
}

const boundedAt = (text: string, ref: string | null): boolean =>
  conditionsIn(text, markRoles(text, ref), 0, text.length).bounds.length > 0;

/** What the clauses ask of a benefit that speaks of their term, or that stands in a document about it. */
export function bindDefinitions(draft: DraftBenefit, clauses: readonly Defining[], about: string): void {
  for (const clause of clauses) {
    const { term, span } = clause;
    const apart = span.end <= draft.span.start || draft.span.end <= span.start;
    if (!apart || (term !== null && !`${draft.quote}${draft.who ?? ''}${about}`.includes(term))) continue;
    draft.defined.push(clause);
    draft.inherits.push({ clause: clause.clause, kind: term === null ? 'general' : 'definition', span });
    draft.leftOut.push(...clause.leftOut.filter((who) => !draft.leftOut.includes(who)));
  }
}
