/** Rows of one benefit: listed sums, tiers of one measure, a base sum and its steps; the first row that holds is paid. */
import { comesOnTop } from './additions.ts';
import { type Bound, type Comparator, sameMeasure } from './bounds.ts';
import type { Flag } from './condition.ts';
import type { DraftRow } from './draft.ts';
import type { Grant } from './grant.ts';
import { type Items, levelOf } from './items.ts';
import type { Payment } from './payment.ts';
import { unitOf } from './units.ts';

/** Grants of one sentence that test the same figure are tiers of one benefit. */
export function joinTiers(grants: readonly Grant[]): Grant[][] {
  const joined: Grant[][] = [];
  for (const grant of grants) {
    const last = joined.at(-1);
    if (last && areTiers(last[0]!, grant)) {
      takeBase(last[0]!, grant);
      last.push(grant);
    } else joined.push([grant]);
  }
  return joined;
}

/** '1亿元以上的，按设备投资的5%；3000万元以上的，按3%': the next rate is one of the same sum. */
function takeBase({ payments: [first] }: Grant, grant: Grant): void {
  if (first!.form !== 'share' || first!.base === null) return;
  for (const payment of grant.payments) {
    if (payment.form !== 'share' || payment.base !== null || payment.pointsBack !== null) continue;
    payment.base = first!.base;
    grant.reasons.push(`“${payment.mark!.figure.text}”按前面所说的“${first!.base}”计算`);
  }
}

function areTiers(first: Grant, next: Grant): boolean {
  const apart = first.limb.sentence !== next.limb.sentence && first.limb.marker === null;
  if (apart && !(isStepOnTop(next, first) && first.limb.part === next.limb.part)) return false;
  if (first.limb.aside || next.limb.aside) return false;
  let tiers = false;
  for (const bound of next.conditions.bounds) {
    const same = first.conditions.bounds.find((other) => sameMeasure(other, bound));
    if (!same) continue;
    // A tier that names the measure shortly, or not at all, means the one that stands before it.
    bound.label = same.label;
    // The same conditions said again are no tier of them.
    tiers ||= same.literals.join() !== bound.literals.join() || next.payments[0]!.form === 'step';
  }
  return tiers && !isBeside(next);
}

/** 达到2000标箱以上的，再奖励10万元: on top of what is paid for all of them, and no tier. */
const isBeside = ({ payments: [first], limb }: Grant): boolean =>
  first!.form !== 'step' && comesOnTop(limb.plain.text.slice(Math.max(0, first!.start - NEAR), first!.start));
const NEAR = 8;

/** 每增加1人再奖2000元: on top of the sum before it, in whichever sentence, where it opens no clause of its own. */
const isStepOnTop = ({ payments: [first], conditions, limb }: Grant, before: Grant): boolean =>
  first!.form === 'step' &&
  !first!.ofIncrease &&
  before.conditions.bounds.some(({ unit }) => unit === unitOf(first!.step!.figure)) &&
  (conditions.who === null || conditions.who === before.conditions.who) &&
  (conditions.who === null || !/^(?:对|凡)/u.test(limb.plain.text));

/** 达到1亿元、5亿元、10亿元的，分别给予…: each sum has its own bound, the highest first. */
export function rowsOf(grant: Grant): DraftRow[] {
  const { payments, conditions } = grant;
  const listed = boundsInList(grant);
  if (listed === null) return payments.map((payment) => ({ payment, bounds: [], flags: [] }));
  conditions.bounds = conditions.bounds.filter((bound) => !listed.includes(bound));
  const rows = listed.map(
    (bound, i): DraftRow => ({
      payment: { ...(payments[i] ?? payments[0]!), item: null },
      bounds: [bound],
      flags: [],
    }),
  );
  return rows.toSorted((one, other) => lowest(other) - lowest(one));
}

/** The bounds of a list: as many as the sums that answer to it, or several for one sum that is not stated by tier. */
function boundsInList({ payments, conditions }: Grant): Bound[] | null {
  const items = payments[0]?.item?.items;
  const listed = [...Map.groupBy(conditions.bounds, ({ label, unit }) => `${label} ${unit}`).values()].find(
    (bounds) => bounds.length > 1 && bounds.every(({ comparator }) => UP.has(comparator)),
  );
  if (!listed) return null;
  if (items && listed.length === payments.length) return listed;
  return payments.length === 1 ? listed : null;
}

/** What all tiers ask beside their figures: a tier that says nothing of it means what stood before. */
export function sharedFlags(grants: readonly Grant[]): Flag[] {
  const [first, ...others] = flagsOfTiers(grants);
  return first!.filter(({ words }) => others.every((flags) => flags.some((one) => one.words === words)));
}

/** 购置燃油车的…；购置新能源车的…: each row keeps what it alone asks, and hands it on to the rows that repeat nothing. */
function flagsOfTiers(grants: readonly Grant[]): readonly Flag[][] {
  let last: Flag[] = [];
  return grants.map(({ conditions }) => {
    if (conditions.flags.length > 0) last = conditions.flags;
    return last;
  });
}

/** Highest first: the first row that holds is paid. */
export function tierRows(grants: readonly Grant[], reasons: string[]): DraftRow[] {
  const [first] = grants;
  const shared = sharedFlags(grants).map(({ words }) => words);
  const flags = flagsOfTiers(grants).map((all) => all.filter(({ words }) => !shared.includes(words)));
  const rows = grants.flatMap((grant, i) =>
    grant.payments.map(
      (payment): DraftRow => ({
        payment,
        // What the first asks alone is asked of all of them; what a later one asks alone is asked of it.
        bounds: grant.conditions.bounds.filter(
          (bound) =>
            (grant !== first && !first!.conditions.bounds.some((one) => sameMeasure(one, bound))) ||
            grants.some(
              (other) => other !== grant && other.conditions.bounds.some((one) => sameMeasure(one, bound)),
            ),
        ),
        flags: flags[i]!,
      }),
    ),
  );
  if (
    grants.slice(1).some((grant) => grant.conditions.flags.length === 0) &&
    first!.conditions.flags.length > 0
  )
    reasons.push('后面几档没有重写前面的条件，按同样适用理解');
  if (shareLimits(grants)) reasons.push('最后一档后面的限额按对各档同样适用理解');
  return withSteps(rows).toSorted((one, other) => lowest(other) - lowest(one));
}

/** '单个项目最高200万元' in a sentence behind the tiers: a limit of each of them. Whether it was read as one, where it is not said. */
function shareLimits(grants: readonly Grant[]): boolean {
  const last = grants.at(-1)!;
  const earlier = grants.slice(0, -1).flatMap(({ payments }) => payments);
  // Of rates none of which has a limit but the last, it limits them all.
  const unlimited = earlier.every(({ form, caps }) => form !== 'yuan' && caps.length === 0);
  let read = false;
  for (const { caps, within } of last.payments)
    for (const payment of earlier) {
      // A limit on what one enterprise gets is one of all tiers, though it stands behind the last.
      const said = caps.filter(
        ({ mark, per }) => !last.marks.includes(mark) || per === 'enterprise' || per === 'enterprise-year',
      );
      const others = unlimited ? caps : said;
      read ||= unlimited && said.length < caps.length;
      if (payment.caps.length === 0) payment.caps.push(...others);
      payment.within ??= within;
    }
  return read;
}

/** 达100万美元奖5万元，每增加100万美元再奖2万元: one row, the sum at the bound and what each step adds. */
function withSteps(rows: readonly DraftRow[]): DraftRow[] {
  const joined: DraftRow[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    const bound = before && boundOfStep(before.bounds, row.payment);
    if (row.payment.form !== 'step' || before?.payment.form !== 'yuan' || !bound) joined.push(row);
    else {
      const first = { mark: before.payment.mark!, over: bound.literals[0]! };
      joined[joined.length - 1] = { ...before, payment: { ...row.payment, first } };
    }
  }
  return joined;
}

/** 销售额5000万元以上且增长20%以上的，增速每高出一个百分点: the step goes on from the bound in its own unit. */
const boundOfStep = (bounds: readonly Bound[], { step }: Payment): Bound | undefined =>
  step ? bounds.find(({ unit }) => unit === unitOf(step.figure)) : undefined;

const UP: ReadonlySet<Comparator> = new Set(['atLeast', 'over', 'between', 'is']);

function lowest({ bounds }: DraftRow): number {
  const [bound] = bounds;
  if (!bound || !UP.has(bound.comparator)) return Number.NEGATIVE_INFINITY;
  return numberIn(bound.literals[0] ?? '');
}

/** For sorting alone: 5000万 → 50000000. */
function numberIn(text: string): number {
  const found = /(?<digits>\d+(?:\.\d+)?)?(?<scale>千万|百万|万|亿|千|百)?/u.exec(
    text.replace(/,/gu, ''),
  )?.groups;
  const scale = { 千万: 1e7, 百万: 1e6, 万: 1e4, 亿: 1e8, 千: 1e3, 百: 100 }[found?.scale ?? ''] ?? 1;
  return Number(found?.digits ?? 1) * scale;
}

/** 达到五级、四级、三级 with falling sums: at least the lowest of them. */
export function levelBound(grant: Grant): Bound | null {
  const items = grant.payments[0]?.item?.items;
  if (!items) return null;
  const levels = items.names.map(levelOf);
  if (levels.some((level) => level === null)) return null;
  const lowestLevel = levels.reduce((low, level) => (level!.step < low!.step ? level : low))!;
  return {
    kind: 'bound',
    words: `${items.head}${items.names.join('、')}`,
    label: labelOfLevel(items, grant.conditions.who),
    unit: lowestLevel.written.replace(/^[一二三四五六七八九十\d]/u, ''),
    comparator: 'atLeast',
    literals: [lowestLevel.written],
    figure: lowestLevel.written,
    least: lowestLevel.step,
    start: items.start,
    end: items.end,
  };
}

/** 获评国家 alone names nothing: 获评国家物流企业. */
function labelOfLevel({ head, tail }: Items, who: string | null): string {
  const thing = /^的?(?<thing>[^的，]{2,16}?)的?$/u.exec(tail)?.groups?.thing ?? who;
  const label =
    head.replace(/^(?:对于?|凡|获得|通过)+/u, '').replace(/(?:达到?|在|为|是|的)+$/u, '') || '等级';
  return /^(?:首次|新)?(?:获评|评为?|认定|评定)?为?(?:国家|全国|省|全省|市|全市)?$/u.test(label)
    ? `${label}${thing ?? ''}`
    : label;
}
