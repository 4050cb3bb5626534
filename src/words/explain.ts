/** Reasons and facts in short Chinese: 在岗290人，不到300人，差10人. */

import { addDays, type FactValue, type Interval } from '../contract/index.ts';
import type { Condition, Distance, Evaluation, Reason } from '../eligibility/index.ts';
import type { Fact, Facts } from '../facts/index.ts';
import { formatFullDay, formatRatio, formatYuan } from '../figures/index.ts';
import type { Need, Test } from '../policy/index.ts';
import { lackLoosely, saidLoosely, sayLoosely } from './loosely.ts';

/** A figure with its unit: 350人, 5万元, +12%, 80万度. */
export function formatFigure(fact: Fact, value: number): string {
  switch (fact.unit) {
    case 'yuan':
      return formatYuan(value);
    case 'ratio':
      return formatRatio(value);
    case 'kWh':
      return value % 10_000 === 0 && value !== 0 ? `${value / 10_000}万度` : `${value}度`;
    case 'person':
      return `${value}人`;
    default:
      return `${inTenThousands(value)}${fact.unit ?? ''}`;
  }
}

/** 12000 → 1.2万: large round counts as people write them. */
const inTenThousands = (value: number): string =>
  Math.abs(value) >= 10_000 && value % 1000 === 0 ? `${value / 10_000}万` : String(value);

const valueLabel = (fact: Fact, value: string): string => fact.values?.[value]?.[0] ?? value;
const bound = (fact: Fact, value: number | string): string =>
  typeof value === 'number' ? formatFigure(fact, value) : formatFullDay(value);

function intervalWords(fact: Fact, v: Interval): string {
  if (v.min !== undefined && v.min === v.max) return bound(fact, v.min);
  if (isWholeMonth(v)) return `${Number(String(v.min).slice(0, 4))}年${Number(String(v.min).slice(5, 7))}月`;
  const loose = saidLoosely(v);
  if (loose) return sayLoosely(loose, formatFigure(fact, loose.value));
  if (v.min === undefined)
    return v.max === undefined ? '' : `${v.maxExclusive ? '不到' : '最多'}${bound(fact, v.max)}`;
  if (v.max === undefined) return `${v.minExclusive ? '超过' : '至少'}${bound(fact, v.min)}`;
  return `${bound(fact, v.min)}至${bound(fact, v.max)}`;
}

/** 8月签的: from its first day to its last. */
const isWholeMonth = ({ min, max }: Interval): boolean =>
  typeof min === 'string' &&
  typeof max === 'string' &&
  min.endsWith('-01') &&
  min.slice(0, 7) === max.slice(0, 7) &&
  addDays(max, 1).endsWith('-01');

/** What was said of a fact, for the echo: 在岗350人 · 制造业 · 不是制造业 · 小型企业或微型企业. */
export function formatFact(fact: Fact, value: FactValue): string {
  if (value === true) return fact.label;
  const named = typeof value === 'boolean' || fact.type === 'choice' || fact.type === 'place';
  return `${fact.label}${named ? '：' : ''}${formatValue(fact, value)}`;
}

/** The value alone: 350人 · 是 · 小型企业或微型企业. */
export function formatValue(fact: Fact, value: FactValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return formatFigure(fact, value);
  if (typeof value === 'string') return fact.type === 'date' ? formatFullDay(value) : valueLabel(fact, value);
  if ('oneOf' in value) return value.oneOf.map((one) => valueLabel(fact, one)).join('或');
  if ('allOf' in value) return value.allOf.map((one) => valueLabel(fact, one)).join('、');
  return intervalWords(fact, value);
}

/** The test in words: 300人以上 · 超过1000人 · 大型企业. */
export function formatTest(fact: Fact, test: Test): string {
  switch (test.op) {
    case 'atLeast':
      return `${test.bound.text}以上`;
    case 'over':
      return test.bound.value === 0 ? test.bound.text : `超过${test.bound.text}`;
    case 'atMost':
      return `不超过${test.bound.text}`;
    case 'under':
      return `不到${test.bound.text}`;
    case 'between':
      return `${test.from.text}至${test.to.text}`;
    case 'in':
      return `${test.values.map((value) => valueLabel(fact, value)).join('、')}${test.open ?? ''}`;
    case 'within':
      return `${formatFullDay(test.from)}至${formatFullDay(test.to)}`;
  }
}

/** A condition in words: 制造业 · 每天实际在岗人数300人以上 · 规模以上企业或重点项目. */
export function formatNeed(need: Need, facts: Facts): string {
  switch (need.kind) {
    case 'fact':
      return facts.get(need.fact)?.label ?? need.fact;
    case 'test': {
      const fact = facts.get(need.fact);
      return fact ? `${fact.label}${formatTest(fact, need.test)}` : need.fact;
    }
    case 'not':
      return `没有${formatNeed(need.of, facts)}`;
    case 'listed':
    case 'oneReading':
      return formatNeed(need.of, facts);
    default:
      return need.of.map((part) => formatNeed(part, facts)).join(need.kind === 'any' ? '或' : '且');
  }
}

/** 差10人 · 差2个百分点; `from`: the value that is so far off, which may have been said loosely: 差约120人. Null where nothing can be said. */
export function formatDistance(far: Distance, facts: Facts, from: FactValue | null = null): string | null {
  const fact = facts.get(far.fact);
  const word = far.direction === 'more' ? '差' : '超出';
  const loose = saidLoosely(from);
  if (fact && loose && from !== null) {
    const lack = lackLoosely(loose, far, from);
    return lack && `${lack.before}${word}${lack.hedge}${lackWords(fact, lack.lack)}`;
  }
  if (!fact || far.lack === 0) return '正好在线上，要超过才算';
  return `${word}${lackWords(fact, far.lack)}`;
}

const lackWords = (fact: Fact, lack: number): string =>
  fact.unit === 'ratio' ? `${inPoints(lack)}个百分点` : formatFigure(fact, lack);

/** Two places are enough, unless nothing would be left. */
const inPoints = (lack: number): number =>
  lack < 0.0001 ? Number((lack * 100).toPrecision(2)) : Number((lack * 100).toFixed(2));

function failureWords(
  { facts: names, need, value, kind, quote }: Condition,
  evaluation: Evaluation,
  facts: Facts,
): string {
  if (kind === 'place') return `只限${quote}`;
  const fact = facts.get(names[0]!);
  const wanted = need ? formatNeed(need, facts) : '';
  if (!fact || value === null || typeof value === 'boolean') return `不满足“${wanted}”`;
  const far = evaluation.toYes.find((one) => one.fact === names[0]);
  const lack = far ? formatDistance(far, facts, value) : null;
  const distance = lack ? `，${lack}` : '';
  return `${formatFact(fact, value)}，要求${need?.kind === 'test' ? formatTest(fact, need.test) : wanted}${distance}`;
}

const CLOSED = { applyBy: '申报已截止', validUntil: '文件已过期：有效期至', until: '期限已过' };

/** One function a kind of reason. */
const REASONS: {
  [K in Reason['kind']]: (r: Extract<Reason, { kind: K }>, e: Evaluation, facts: Facts) => string;
} = {
  closed: (r) =>
    `${CLOSED[r.by]}${r.by === 'validUntil' ? '' : '（'}${formatFullDay(r.day)}${r.by === 'validUntil' ? '' : '）'}`,
  replaced: (r) => `文件已被${r.by.title ? `《${r.by.title}》` : ''}${r.by.number}${r.by.kind}`,
  'not-yet': (r) => `文件从${formatFullDay(r.day)}起实施，现在还没开始`,
  'not-issued': (r) => `文件那时还没有印发${r.day ? `（${formatFullDay(r.day)}印发）` : ''}`,
  fails: (r, e, facts) => r.conditions.map((c) => failureWords(c, e, facts)).join('；'),
  'no-tier': () => '没有达到任何一档',
  received: (r) => `同一项目已获${formatYuan(r.receivedYuan)}，按就高不就低、不重复享受，不再给付`,
  open: (r, _e, facts) =>
    r.missing.length > 0
      ? `还要知道：${r.missing.map((name) => facts.get(name)?.label ?? name).join('、')}`
      : '还不能确定',
  'open-list': (r) => `文件所列后面有“${r.words}”字，这一项算不算没有写明`,
  'two-readings': (_r, e) =>
    e.benefit.readings.length > 0 ? e.benefit.readings.join('；') : '这一句有两种读法，算不算文件没有写明',
  discretionary: (r) => `文件只写“${r.words}”，给不给由有关方面决定`,
  meets: () => '条件都满足',
};

/** Why the verdict is what it is, in one short sentence without a full stop. */
export const explainVerdict = (evaluation: Evaluation, facts: Facts): string =>
  (REASONS[evaluation.reason.kind] as (r: Reason, e: Evaluation, f: Facts) => string)(
    evaluation.reason,
    evaluation,
    facts,
  );
