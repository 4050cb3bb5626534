/** Grants that belong together → one draft benefit, with its grade and its reasons. */
import { type Account, accountFor } from './account.ts';
import { sameMeasure } from './bounds.ts';
import { AUTHORITIES, DISCRETION, FIRST, kindOf, ONCE, PERSONS } from './cues.ts';
import type { DraftBenefit, DraftFigure, DraftLimit, DraftRow } from './draft.ts';
import { boundsOf } from './figures-of.ts';
import type { Grant } from './grant.ts';
import { FOR_NOBODY } from './hazards.ts';
import { type Passage, type Span, slice, sourceSpan } from './passage.ts';
import type { Payment } from './payment.ts';
import { raisedPayment } from './raises.ts';
import { levelBound, rowsOf, sharedFlags, tierRows } from './tiers.ts';

// ---- a benefit

export function benefitOf(title: string, measure: Passage, grants: readonly Grant[]): DraftBenefit {
  const first = grants[0]!;
  const from = Math.min(...grants.map((grant) => grant.from));
  const to = Math.max(...grants.map((grant) => grant.to));
  const closed = /[。！]/u.test(measure.text[to] ?? '') ? to + 1 : to;
  const text = measure.text.slice(from, closed);
  const reasons = [...new Set(grants.flatMap((grant) => grant.reasons))];
  const { faults, choices } = accountOf(grants);
  const tiered = grants.length > 1;
  const rows = [
    ...raisedRows(grants),
    ...(first.table ?? (tiered ? tierRows(grants, reasons) : rowsOf(first))),
  ];
  const { bounds, vague, who } = first.conditions;
  const flags = tiered ? sharedFlags(grants) : first.conditions.flags;
  const shared = tiered
    ? bounds.filter(
        (bound) =>
          !grants.slice(1).some((grant) => grant.conditions.bounds.some((one) => sameMeasure(bound, one))),
      )
    : bounds;
  const levels = levelBound(first);
  const rowsAsk = rows.some((row) => row.bounds.length + row.flags.length > 0 || row.payment.item !== null);
  const asked =
    bounds.length + flags.length + first.conditions.either.length > 0 || vague !== null || rowsAsk;
  const pays = rows.some(({ payment }) => payment.form !== 'service' && payment.form !== 'unstated');
  if (!asked && pays) faults.push(FOR_NOBODY);
  const own = first.payments.map((payment) => payment.item?.items).find((items) => items);
  const draft: DraftBenefit = {
    benefit: nameOf(title, first, rows),
    quote: text,
    span: sourceSpan(slice(measure, from, closed)),
    who,
    bounds: levels ? [...shared, levels] : shared,
    // The listed items are rows; the words that list them are no condition of their own.
    flags: own ? flags.filter(({ words }) => !own.names.some((name) => words.includes(name))) : flags,
    either: first.conditions.either,
    shutOut: first.conditions.shutOut,
    leftOut: grants.flatMap(({ except }) => except),
    defined: [],
    ofDocument: [],
    until: untilOf(grants),
    limits: limitsOf(grants),
    vague,
    during: first.conditions.during,
    rows,
    difference: grants.some(({ difference }) => difference),
    once: ONCE.test(text) || FIRST.test(text),
    discretionary: discretionOf(grants),
    pool: poolOf(grants),
    audience: audienceOf(who, text),
    together: [],
    grade: faults.length > 0 ? 'C' : choices.length + reasons.length > 0 ? 'B' : 'A',
    reasons: [...faults, ...choices, ...reasons],
    inherits: [],
    figures: grants.flatMap((grant) => figuresOf(grant)),
  };
  return draft;
}

/** Who gets some points more, or a sum on top, stands before who does not. */
function raisedRows(grants: readonly Grant[]): DraftRow[] {
  return grants.flatMap(({ payments, conditions, raise, onTop }) => {
    const own = <T extends { words: string }>(all: readonly T[], shared: readonly T[]): T[] =>
      all.filter(({ words }) => !shared.some((one) => one.words === words));
    const rowOf = (payment: Payment, { conditions: asked }: Grant): DraftRow => ({
      payment,
      bounds: own(asked.bounds, conditions.bounds),
      flags: own(asked.flags, conditions.flags),
    });
    if (onTop) return [rowOf({ ...onTop.payments[0]!, beside: payments[0]!.mark }, onTop)];
    return raise ? payments.map((payment) => rowOf(raisedPayment(payment, raise), raise)) : [];
  });
}

/** Bounds of the thing given, or of how many of it. */
function limitsOf(grants: readonly Grant[]): DraftLimit[] {
  const marks = grants.flatMap(({ marks: own, payments }) => [
    ...own.filter(({ role, figure }) => role === 'standing' && figure.kind === 'percent'),
    ...payments.flatMap(({ most }) => most ?? []),
  ]);
  return [...new Set(marks)].flatMap((mark): DraftLimit[] => {
    const { min, value } = boundsOf(mark.figure);
    if (value !== null && mark.role !== 'most') return [];
    const words = `${mark.before}${mark.figure.text}${mark.behind}`;
    return [{ words, comparator: min === null ? 'atMost' : 'atLeast', figure: mark.figure.text }];
  });
}

/** Figures that no condition took, hazards of the limb, and what its payments leave open. */
function accountOf(grants: readonly Grant[]): Account {
  const raises = grants.flatMap(({ raise }) => (raise ? [{ ...raise, payments: [] }] : []));
  const additions = grants.flatMap(({ onTop }) => onTop ?? []);
  const all = [...grants, ...raises, ...additions].map((grant): Account => {
    const { limb, marks, composed, conditions } = grant;
    if (grant.table) return { faults: composed.troubles, choices: composed.choices };
    const used = new Set(
      marks.filter((mark) =>
        [...conditions.bounds, ...conditions.shutOut, ...conditions.told].some(
          ({ start, end }) => start <= mark.start && mark.end <= end + 4,
        ),
      ),
    );
    return accountFor(limb, marks, { ...composed, payments: grant.payments }, used);
  });
  return {
    faults: [...new Set(all.flatMap(({ faults }) => faults))],
    choices: [...new Set(all.flatMap(({ choices }) => choices))],
  };
}

/** The words that leave it to others; a service, and money without figure or condition, is never a plain promise either. */
function discretionOf(grants: readonly Grant[]): string | null {
  for (const { limb, payments, conditions } of grants) {
    const { text } = limb.plain;
    const found = DISCRETION.exec(text)?.[0];
    if (found) return found;
    const bare = conditions.flags.length + conditions.bounds.length === 0;
    const open = payments.some(({ form }) => form === 'service' || (form === 'unstated' && bare));
    if (open) return kindOf(text);
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

/** 给予用人单位 · 对企业 · 招用毕业生的企业，: whoever the persons are, the employer is paid. */
const OF_EMPLOYER =
  /从事个体经营|创办(?:企业|小微企业)|给予(?:用人单位|企业|单位)|对企业|的(?:企业|单位|机构|公司)[，,]/u;

function audienceOf(who: string | null, text: string): DraftBenefit['audience'] {
  if (who === null) return 'enterprise';
  if (/(?:企业|单位|机构|公司|用人单位)/u.test(who)) return 'enterprise';
  if (PERSONS.test(who)) return OF_EMPLOYER.test(text) ? 'enterprise' : 'persons';
  return AUTHORITIES.test(who) ? 'authorities' : 'enterprise';
}

/** What the grant is called: the clause's own word for it, told apart by what it is for. */
function nameOf(title: string, grant: Grant, rows: readonly DraftRow[]): string {
  const { text } = grant.limb.plain;
  const kind =
    /(?:贴息|奖补|奖励|补助|补贴|资助|扶持|减免|减征|支持)/u.exec(text.slice(rows[0]!.payment.start))?.[0] ??
    /(?:贴息|奖补|奖励|补助|补贴|资助|扶持|减免|支持)/u.exec(text)?.[0] ??
    '支持';
  const flagged = grant.conditions.flags.find(({ words, not }) => words.length <= 24 && !not)?.words;
  const about = flagged ?? grant.conditions.bounds[0]?.label ?? grant.conditions.who ?? title;
  return `${about.slice(0, 24)}${about.endsWith(kind) ? '' : kind}`;
}

/** '实施期限为2030年5月1日至2030年8月31日' · '政策执行期限至2030年底' */
function untilOf(grants: readonly Grant[]): string | null {
  for (const { limb, marks } of grants)
    for (const { figure, start } of marks) {
      const before = limb.plain.text.slice(Math.max(0, start - 12), start);
      if (!/(?:实施|执行|政策|优惠|有效|享受)(?:期限?|时间|期间)[^，。]{0,4}$/u.test(before)) continue;
      if (figure.kind === 'daterange' && figure.to !== undefined) return figure.to;
      if (figure.kind === 'date') return figure.value;
    }
  return null;
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
