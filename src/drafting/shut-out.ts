/** Clauses behind a grant that take from it: '年烘干量不足300吨的不予补贴，超过5000吨的按5000吨计算'. */
import { type Bound, sameMeasure } from './bounds.ts';
import { conditionsIn } from './conditions.ts';
import type { Limb } from './cut.ts';
import type { Grant } from './grant.ts';
import { limitCounts } from './most.ts';
import { phrasesOf } from './phrases.ts';
import type { Marked } from './role.ts';
import { markRoles } from './roles.ts';

/** '不予奖补' · '不再给予补贴' · '不享受' */
const NOTHING_GIVEN =
  /(?:^|[，,]|的[^，,]{0,8}?)(?:均|一律)?不(?:予|再|给予|得|能)?(?:给予|予以|享受|奖|补|资助|支持|发放)/u;
/** '超过5000吨的，按5000吨计算' */
const COUNTED_AS = /按(?:照)?$/u;

/** Whether the limb is such a clause; what it takes is taken from the grants before it. */
export function takeFrom(limb: Limb, grants: readonly Grant[], ref: string | null): boolean {
  const { text } = limb.plain;
  const limited = grants.filter((grant) => grant.limb.part === limb.part);
  if (limited.length === 0) return false;
  const marks = markRoles(text, ref);
  const most = mostCounted(text, marks);
  const left = most ? text.slice(0, most.over.start) : text;
  const shut = NOTHING_GIVEN.exec(left);
  const bounds = shut ? conditionsIn(text, marks, 0, shut.index + 1).bounds : [];
  if (bounds.length === 0 && !most) return false;
  for (const grant of limited) {
    grant.conditions.shutOut.push(...bounds.map((bound) => ({ ...named(bound, grant), ...NOWHERE })));
    if (most) limitCounts(grant.payments, [{ ...most.mark, role: 'most' }]);
    grant.to = Math.max(grant.to, limb.to);
  }
  return true;
}

/** '…每千瓦时0.1元，充电量低于5万千瓦时的站点不予补贴': a phrase of the grant's own sentence. */
export function takeFromItself(grant: Grant, ref: string | null): void {
  const { text } = grant.limb.plain;
  const marks = markRoles(text, ref);
  for (const { text: phrase, start } of phrasesOf(text, grant.payments[0]!.start, text.length)) {
    const shut = NOTHING_GIVEN.exec(phrase);
    if (!shut) continue;
    const { bounds } = conditionsIn(text, marks, start, start + shut.index + 1);
    grant.conditions.shutOut.push(...bounds.map((bound) => named(bound, grant)));
  }
}

/** It stands in another limb, and accounts for no figure of the grant's own. */
const NOWHERE = { start: -1, end: -100 };

/** 年烘干量 is what the grant before it calls 实际烘干量, where both are counted in one unit. */
function named(bound: Bound, { conditions, payments }: Grant): Bound {
  const per = payments.find((payment) => payment.per?.unit === bound.unit)?.per;
  const base = bound.unit === 'yuan' ? payments.find((payment) => payment.base !== null)?.base : null;
  const other = conditions.bounds.find((one) => sameMeasure(one, bound));
  const label = other?.label ?? per?.measured ?? (base && sharesWords(base, bound.label) ? base : null);
  return label ? { ...bound, label } : bound;
}

const sharesWords = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one);

/** The bound and the same figure again, as which all above it count. */
function mostCounted(text: string, marks: readonly Marked[]): { over: Marked; mark: Marked } | null {
  for (const [i, mark] of marks.entries()) {
    const over = marks[i - 1];
    const { figure } = mark;
    if (!over || figure.kind !== 'count' || over.figure.kind !== 'count') continue;
    if (!COUNTED_AS.test(text.slice(over.end, mark.start)) || !/^(?:计|核)/u.test(mark.behind)) continue;
    if (figure.value === over.figure.min) return { over, mark };
  }
  return null;
}
