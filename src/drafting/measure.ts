/** One measure's limbs → its draft benefits: scope carried over, tiers joined, caps behind a full stop given to what they limit. */
import { type Account, accountFor } from './account.ts';
import { type Bound, type Comparator, type Conditions, conditionsIn } from './conditions.ts';
import { AUTHORITIES, DISCRETION, DONE_FOR, FIRST, GRANT, ONCE, PERSONS, SERVED } from './cues.ts';
import { cut, type Limb } from './cut.ts';
import type { DraftBenefit, DraftFigure, DraftRow } from './draft.ts';
import { levelOf } from './items.ts';
import { type Passage, type Span, slice, sourceSpan } from './passage.ts';
import {
  type Composed,
  composePayments,
  encouragement,
  figurelessPayment,
  type Limit,
  type Payment,
} from './payments.ts';
import { type Marked, markRoles } from './roles.ts';

/** A grant as it stands in one limb: its payments share the conditions. */
interface Grant {
  limb: Limb;
  conditions: Conditions;
  payments: Payment[];
  marks: Marked[];
  composed: Composed;
  reasons: string[];
  /** A sum for all that stands behind it. */
  pool: string | null;
  /** Nothing but encouragement. */
  encourages: boolean;
  /** Measure offsets. */
  from: number;
  to: number;
}

export function draftMeasure(title: string, measure: Passage, ref: string | null): DraftBenefit[] {
  const limbs = cut(measure);
  const grants: Grant[] = [];
  limbs.forEach((limb, i) => {
    const made = grantsIn(limb, ref);
    if (made.loose.length > 0) limitBefore(grants, made.loose, limb);
    if (made.pool !== null && grants.length > 0) sharePool(grants.at(-1)!, made.pool, limb);
    for (const grant of made.grants) {
      takeConditionsBehind(grant);
      carryScope(grant, grants, limbs[i - 1] ?? null, ref);
      takeHeading(grant, limbs, title);
      grants.push(grant);
    }
  });
  if (grants.length === 0) grants.push(...encouraged(limbs, title, ref));
  return joinTiers(grants).map((tiers) => benefitOf(title, measure, tiers));
}

/** '补贴标准为每人每次…': what the sentence before grants, with its figures. */
const STANDARD =
  /^(?:具体)?(?:补贴|补助|奖励|奖补|资助|支持|扶持|发放)?(?:标准|比例|额度|金额)(?:为|是|：|按)/u;

/** '本措施对单个企业资助总额…': of every benefit of the document. */
const OF_ALL =
  /^(?:本(?:措施|办法|政策|意见|规定|方案|细则|实施|通知)|同一(?:项目|企业|事项).*(?:不重复|就高)|各地|以上(?:政策|措施))/u;

/** '单个企业年度最高不超过1000万元' stands alone: whom it limits stands before it. */
const LIMITS_BEFORE =
  /^(?:同一|单[个家户]|每[家户个]|本条|以上|上述|各项|年度|单位|申请人|累计|最高|总额|每年|对?同一)[^对]*$/u;

interface Found {
  grants: Grant[];
  /** Limits that stand alone, of what came before. */
  loose: Limit[];
  /** A sum for all that stands alone. */
  pool: string | null;
}

const NOTHING: Found = { grants: [], loose: [], pool: null };

function grantsIn(limb: Limb, ref: string | null): Found {
  const { text } = limb.plain;
  if (OF_ALL.test(text)) return NOTHING;
  if (![GRANT, SERVED, DONE_FOR, /[每单].{1,8}元/u].some((cue) => cue.test(text))) return NOTHING;
  const marks = markRoles(text, ref);
  const composed = composePayments(text, marks);
  const [only] = composed.payments;
  const limitsOnly =
    composed.payments.length === 1 && only!.form === 'range' && only!.mark === null && only!.floor === null;
  if (limitsOnly && LIMITS_BEFORE.test(text)) return { ...NOTHING, loose: only!.caps };
  if (!only) {
    const unstated = figurelessPayment(text);
    const pool = marks.find(({ role }) => role === 'pool')?.figure.text ?? null;
    if (
      unstated === null ||
      /[：:]$/u.test(text) ||
      marks.some(({ role }) => role === 'part' || role === 'pool')
    )
      return { ...NOTHING, pool };
    composed.payments.push(unstated);
  }
  return { ...NOTHING, grants: grantsOf(limb, marks, composed) };
}

/** A measure that grants nothing may still encourage: the first of its limbs that does. */
function encouraged(limbs: readonly Limb[], title: string, ref: string | null): Grant[] {
  for (const limb of limbs) {
    const payment = title.includes(limb.plain.text) ? null : encouragement(limb.plain.text);
    if (!payment) continue;
    const marks = markRoles(limb.plain.text, ref);
    const composed: Composed = { ...composePayments('', []), payments: [payment] };
    const nobody: Conditions = { who: null, bounds: [], flags: [], vague: null, during: null };
    return grantsOf(limb, marks, composed).map((grant) => ({
      ...grant,
      conditions: nobody,
      encourages: true,
    }));
  }
  return [];
}

/** '总奖励金额不超过500万元。' behind a grant: what all who get it share. */
function sharePool(grant: Grant, pool: string, limb: Limb): void {
  grant.pool = pool;
  grant.to = Math.max(grant.to, limb.to);
}

/** Payments of one list share their conditions; another payment of the limb has what stands between it and the one before. */
function grantsOf(limb: Limb, marks: Marked[], composed: Composed): Grant[] {
  const { text } = limb.plain;
  const sets: Payment[][] = [];
  for (const payment of composed.payments) {
    const before = sets.at(-1)?.[0];
    const together = before && payment.item !== null && before.item?.items === payment.item.items;
    if (together) sets.at(-1)!.push(payment);
    else sets.push([payment]);
  }
  let from = 0;
  return sets.map((payments, i): Grant => {
    const start = Math.min(...payments.map((one) => one.start));
    const end = Math.max(...payments.map((one) => one.end));
    const conditions = conditionsIn(text, marks, from, start);
    const next = sets[i + 1];
    const until = next ? next[0]!.start : text.length;
    from = nextPhrase(text, end);
    return {
      limb,
      conditions,
      payments,
      marks: marks.filter(
        (mark) => mark.start < until && (i === 0 || mark.start >= sets[i - 1]!.at(-1)!.end),
      ),
      composed,
      reasons: [],
      pool: null,
      encourages: false,
      from: limb.from,
      to: limb.to,
    };
  });
}

const nextPhrase = (text: string, from: number): number => {
  const at = text.slice(from).search(/[，,；;]/u);
  return at < 0 ? text.length : from + at + 1;
};

function limitBefore(grants: readonly Grant[], limits: readonly Limit[], limb: Limb): void {
  const limited = limitedBy(limb, grants);
  for (const grant of limited) {
    for (const payment of grant.payments) payment.caps.push(...limits);
    grant.to = Math.max(grant.to, limb.to);
    grant.reasons.push(`“${limb.plain.text}”按对前面这一项的限额理解`);
  }
}

/** 本条, 以上各项: all before it; 本款, 本条款: those of its own numbered child; else the one before. */
function limitedBy({ plain, part }: Limb, grants: readonly Grant[]): readonly Grant[] {
  if (/^本(?:条款|款|项)/u.test(plain.text)) return grants.filter((grant) => grant.limb.part === part);
  return /^(?:本条|以上|上述|各项)/u.test(plain.text) ? grants : grants.slice(-1);
}

/** A grant without a holder takes the nearest one above; conditions come along only behind 其中 and 对上述, and to numbered children. */
/** '采取全额补贴方式，支持中小企业参加展会': the conditions stand behind the grant. */
function takeConditionsBehind(grant: Grant): void {
  const { limb, conditions, payments } = grant;
  const { text } = limb.plain;
  if (conditions.bounds.length + conditions.flags.length > 0 || conditions.who !== null) return;
  const last = payments.at(-1)!;
  const behind = /方式[，,](?:支持|鼓励|对)/u.exec(text.slice(last.end));
  if (!behind) return;
  const from = last.end + behind.index + 3;
  const next = /[，,](?:帮助|提升|推动|促进|助力)/u.exec(text.slice(from));
  const found = conditionsIn(text, [], from, next ? from + next.index : text.length);
  conditions.who = found.who;
  conditions.flags.push(...found.flags);
}

/** '支持企业上云上平台。' above, '【支持建设示范园区】' before it: what the grant is for, where its own sentence says nothing of it. */
const ENCOURAGES = /^(?:鼓励|支持|引导|推动|加快|加强|促进|深入|积极|大力|着力|持续|开展)+/u;

function takeHeading(grant: Grant, limbs: readonly Limb[], title: string): void {
  const { limb, conditions } = grant;
  if (conditions.bounds.length + conditions.flags.length > 0 || conditions.vague !== null) return;
  if (grant.payments.some(({ item }) => item !== null)) return;
  const opening = limbs.findLast(
    (one) => one.part === limb.part && one.marker !== null && one !== limb && one.plain.text.length <= 40,
  );
  const words = (opening?.plain.text ?? title).replace(ENCOURAGES, '').trim();
  if (words.length < 4) return;
  conditions.flags.push({ kind: 'flag', words, start: 0, end: 0 });
  if (opening) grant.from = Math.min(grant.from, opening.from);
}

function carryScope(grant: Grant, before: readonly Grant[], previous: Limb | null, ref: string | null): void {
  const { limb, conditions } = grant;
  const lead = limb.lead ?? (previous && STANDARD.test(limb.plain.text) ? previous : null);
  if (lead) {
    const { text } = lead.plain;
    const above = conditionsIn(text, markRoles(text, ref), 0, text.length);
    conditions.who ??= above.who;
    conditions.bounds.push(...above.bounds);
    for (const flag of above.flags)
      if (!/下列|以下|如下/u.test(flag.words) && !conditions.flags.some(({ words }) => words === flag.words))
        conditions.flags.push(flag);
    conditions.vague ??= above.vague;
    grant.from = Math.min(grant.from, lead.from);
  }
  const nearest = before.findLast((one) => one.limb.sentence === limb.sentence || one.limb === previous);
  if (nearest && conditions.who === null) conditions.who = nearest.conditions.who;
  const carries = /^(?:其中|对上述|对前述|在此基础上|此外，对其)/u.test(limb.plain.text);
  if (nearest && carries) {
    conditions.bounds.push(...nearest.conditions.bounds);
    conditions.flags.push(...nearest.conditions.flags);
    grant.from = Math.min(grant.from, nearest.from);
  }
  const bare = conditions.bounds.length === 0 && conditions.flags.length === 0 && conditions.vague === null;
  if (
    nearest &&
    bare &&
    !lead &&
    nearest.limb === limb &&
    grant.payments.every(({ item }) => item === null)
  ) {
    conditions.bounds.push(...nearest.conditions.bounds);
    conditions.flags.push(...nearest.conditions.flags);
    if (!grant.payments.some(({ year }) => year !== null))
      grant.reasons.push('同一句里的另一笔，条件按与前一笔相同理解');
  }
}

/** Grants of one sentence that test the same figure are tiers of one benefit. */
function joinTiers(grants: readonly Grant[]): Grant[][] {
  const joined: Grant[][] = [];
  for (const grant of grants) {
    const last = joined.at(-1);
    if (last && areTiers(last[0]!, grant)) last.push(grant);
    else joined.push([grant]);
  }
  return joined;
}

function areTiers(first: Grant, next: Grant): boolean {
  if (first.limb.sentence !== next.limb.sentence && first.limb.marker === null) return false;
  if (first.limb.aside || next.limb.aside) return false;
  let tiers = false;
  for (const bound of next.conditions.bounds) {
    const same = first.conditions.bounds.find((other) => sameMeasure(other, bound));
    if (!same) continue;
    // A tier that names the measure shortly, or not at all, means the one that stands before it.
    bound.label = same.label;
    tiers = true;
  }
  return tiers;
}

/** The same thing measured: the same words, the end of them, or no words at all (超过300人的). */
const sameMeasure = (one: { label: string; unit: string }, other: { label: string; unit: string }): boolean =>
  one.unit === other.unit && (one.label.endsWith(other.label) || other.label.endsWith(one.label));

// ---- a benefit

function benefitOf(title: string, measure: Passage, grants: readonly Grant[]): DraftBenefit {
  const first = grants[0]!;
  const from = Math.min(...grants.map((grant) => grant.from));
  const to = Math.max(...grants.map((grant) => grant.to));
  const closed = /[。！]/u.test(measure.text[to] ?? '') ? to + 1 : to;
  const text = measure.text.slice(from, closed);
  const reasons = [...new Set(grants.flatMap((grant) => grant.reasons))];
  const { faults, choices } = accountOf(grants);
  const tiered = grants.length > 1;
  const rows = tiered ? tierRows(grants, reasons) : rowsOf(first);
  const { bounds, flags, vague, who } = first.conditions;
  const shared = tiered
    ? bounds.filter(
        (bound) =>
          !grants.slice(1).some((grant) => grant.conditions.bounds.some((one) => sameMeasure(bound, one))),
      )
    : bounds;
  const levels = levelBound(first);
  const own = first.payments.map((payment) => payment.item?.items).find((items) => items);
  const draft: DraftBenefit = {
    benefit: nameOf(title, first, rows),
    quote: text,
    span: sourceSpan(slice(measure, from, closed)),
    who,
    bounds: levels ? [...shared, levels] : shared,
    // The listed items are rows; the words that list them are no condition of their own.
    flags: own ? flags.filter(({ words }) => !own.names.some((name) => words.includes(name))) : flags,
    vague,
    during: first.conditions.during,
    rows,
    once: ONCE.test(text) || FIRST.test(text),
    discretionary: discretionOf(grants),
    pool: poolOf(grants),
    audience: audienceOf(who, text),
    grade: faults.length > 0 ? 'C' : choices.length + reasons.length > 0 ? 'B' : 'A',
    reasons: [...faults, ...choices, ...reasons],
    inherits: [],
    figures: grants.flatMap((grant) => figuresOf(grant)),
  };
  return draft;
}

/** Figures that no condition took, hazards of the limb, and what its payments leave open. */
function accountOf(grants: readonly Grant[]): Account {
  const all = grants.map((grant): Account => {
    const { limb, marks, composed, conditions } = grant;
    const used = new Set(
      marks.filter((mark) =>
        [...conditions.bounds].some((bound) => bound.start <= mark.start && mark.end <= bound.end + 4),
      ),
    );
    return accountFor(limb, marks, { ...composed, payments: grant.payments }, used);
  });
  return {
    faults: [...new Set(all.flatMap(({ faults }) => faults))],
    choices: [...new Set(all.flatMap(({ choices }) => choices))],
  };
}

/** 达到1亿元、5亿元、10亿元的，分别给予…: each sum has its own bound, the highest first. */
function rowsOf(grant: Grant): DraftRow[] {
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

/** Highest first: the first row that holds is paid. */
function tierRows(grants: readonly Grant[], reasons: string[]): DraftRow[] {
  const [first] = grants;
  const rows = grants.flatMap((grant) =>
    grant.payments.map(
      (payment): DraftRow => ({
        payment,
        bounds: grant.conditions.bounds.filter((bound) =>
          grants.some(
            (other) => other !== grant && other.conditions.bounds.some((one) => sameMeasure(one, bound)),
          ),
        ),
        flags: [],
      }),
    ),
  );
  if (
    grants.slice(1).some((grant) => grant.conditions.flags.length === 0) &&
    first!.conditions.flags.length > 0
  )
    reasons.push('后面几档没有重写前面的条件，按同样适用理解');
  return withSteps(rows).toSorted((one, other) => lowest(other) - lowest(one));
}

/** 达100万美元奖5万元，每增加100万美元再奖2万元: one row, the sum at the bound and what each step adds. */
function withSteps(rows: readonly DraftRow[]): DraftRow[] {
  const joined: DraftRow[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    const bound = before?.bounds[0];
    if (row.payment.form !== 'step' || before?.payment.form !== 'yuan' || !bound) joined.push(row);
    else {
      const first = { mark: before.payment.mark!, over: bound.literals[0]! };
      joined[joined.length - 1] = { ...before, payment: { ...row.payment, first } };
    }
  }
  return joined;
}

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
function levelBound(grant: Grant): DraftBenefit['bounds'][number] | null {
  const items = grant.payments[0]?.item?.items;
  if (!items) return null;
  const levels = items.names.map(levelOf);
  if (levels.some((level) => level === null)) return null;
  const lowestLevel = levels.reduce((low, level) => (level!.step < low!.step ? level : low))!;
  return {
    kind: 'bound',
    words: `${items.head}${items.names.join('、')}`,
    label: labelOfLevel(items.head),
    unit: lowestLevel.written.replace(/^[一二三四五六七八九十\d]/u, ''),
    comparator: 'atLeast',
    literals: [lowestLevel.written],
    figure: lowestLevel.written,
    start: items.start,
    end: items.end,
  };
}

const labelOfLevel = (head: string): string =>
  head.replace(/^(?:对于?|凡|获得|通过)+/u, '').replace(/(?:达到?|在|为|是|的)+$/u, '') || '等级';

function discretionOf(grants: readonly Grant[]): string | null {
  for (const { limb, encourages } of grants) {
    const found =
      DISCRETION.exec(limb.plain.text)?.[0] ??
      (encourages ? /支持|鼓励|帮助|引导|加大/u.exec(limb.plain.text)?.[0] : null);
    if (found) return found;
  }
  return null;
}

/** The sum without its bound, as a rule writes it: 500万元. */
function poolOf(grants: readonly Grant[]): string | null {
  const own = grants.flatMap(({ marks }) =>
    marks.filter(({ role }) => role === 'pool').map(({ figure }) => figure.text),
  );
  const behind = grants.flatMap(({ pool }) => pool ?? []);
  return [...own, ...behind][0]?.replace(/^[^\d一二三四五六七八九十百千]+/u, '') ?? null;
}

function audienceOf(who: string | null, text: string): DraftBenefit['audience'] {
  if (who === null) return 'enterprise';
  if (/(?:企业|单位|机构|公司|用人单位)/u.test(who)) return 'enterprise';
  if (PERSONS.test(who)) return /给予(?:用人单位|企业|单位)|对企业/u.test(text) ? 'enterprise' : 'persons';
  return AUTHORITIES.test(who) ? 'authorities' : 'enterprise';
}

/** What the grant is called: the clause's own word for it, told apart by what it is for. */
function nameOf(title: string, grant: Grant, rows: readonly DraftRow[]): string {
  const { text } = grant.limb.plain;
  const kind =
    /(?:贴息|奖补|奖励|补助|补贴|资助|扶持|减免|减征|支持)/u.exec(text.slice(rows[0]!.payment.start))?.[0] ??
    /(?:贴息|奖补|奖励|补助|补贴|资助|扶持|减免|支持)/u.exec(text)?.[0] ??
    '支持';
  const flagged = grant.conditions.flags.map(({ words }) => words).find((words) => words.length <= 24);
  const about = flagged ?? grant.conditions.bounds[0]?.label ?? grant.conditions.who ?? title;
  return `${about.slice(0, 24)}${about.endsWith(kind) ? '' : kind}`;
}

function figuresOf({ limb, marks, payments }: Grant): DraftFigure[] {
  const at = (start: number, end: number): Span => sourceSpan(slice(limb.plain, start, end));
  const bases = payments.flatMap(({ base }): DraftFigure[] => {
    const start = base === null ? -1 : limb.plain.text.indexOf(base);
    return start < 0 ? [] : [{ text: base!, span: at(start, start + base!.length), role: 'base' }];
  });
  return [
    ...marks.map(
      ({ figure, role, start, end }): DraftFigure => ({ text: figure.text, span: at(start, end), role }),
    ),
    ...bases,
  ];
}
