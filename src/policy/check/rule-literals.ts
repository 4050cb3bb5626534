/** The figures and days that a rule states, each with the way it bounds. */
import { type Benefit, type Need, type Pay, type PayRow, quoteOfNeed } from '../benefit.ts';
import type { Literal } from '../literal.ts';
import { testsOf } from '../need.ts';

/** exact: the figure itself; reached: a threshold, with a bound or without; the others: a bound, inclusive or not; total: a sum for all, bounded or not. */
export type Bound = 'exact' | 'reached' | 'atLeast' | 'over' | 'atMost' | 'under' | 'total';

export interface RuleLiteral {
  literal: Literal;
  bound: Bound;
  /** Where it stands, below the benefit. */
  path: PropertyKey[];
}
export interface RulePeriod {
  from: string;
  to: string;
  path: PropertyKey[];
}

export function literalsOf(benefit: Benefit): RuleLiteral[] {
  const literals: RuleLiteral[] = [];
  const add = (path: PropertyKey[], bound: Bound, literal: Literal | null) => {
    if (literal) literals.push({ literal, bound, path });
  };
  for (const { need, path } of needsOf(benefit))
    for (const { test } of testsOf(need)) {
      if (test.op === 'between') {
        add(path, 'atLeast', test.from);
        add(path, 'atMost', test.to);
      } else if ('bound' in test) add(path, test.op, test.bound);
    }
  for (const [i, row] of benefit.pays.entries()) {
    const path = ['pays', i];
    for (const { bound, literal } of amountsOf(row.pay, row)) add(path, bound, literal);
    add(path, 'atMost', row.cap);
    add(path, 'atMost', row.capYear);
    add(path, 'atMost', row.capEach);
    add(path, 'atMost', row.capAll);
    add(path, 'atLeast', row.floor);
  }
  add(['pool'], 'total', benefit.pool);
  return literals;
}

export function periodsOf(benefit: Benefit): RulePeriod[] {
  const tested = needsOf(benefit).flatMap(({ need, path }) =>
    testsOf(need).flatMap(({ test }) =>
      test.op === 'within' ? [{ from: test.from, to: test.to, path }] : [],
    ),
  );
  return benefit.during ? [...tested, { ...benefit.during, path: ['during'] }] : tested;
}

/** Every condition of a benefit: its needs, what it presumes, and when its rows pay. */
export const needsOf = ({ needs, presumes, pays }: Benefit): { need: Need; path: PropertyKey[] }[] => [
  ...needs.map((need, i) => ({ need, path: ['needs', i] })),
  ...presumes.map((need, i) => ({ need, path: ['presumes', i] })),
  ...pays.flatMap(({ when }, i) => (when ? [{ need: when, path: ['pays', i] }] : [])),
];

/** The clause in which a figure of that path has to stand. */
export const quoteOf = (benefit: Benefit, [list, index]: readonly PropertyKey[]): string =>
  list === 'needs' && typeof index === 'number' ? quoteOfNeed(benefit, index) : benefit.quote;

interface Bounded {
  bound: Bound;
  literal: Literal | null;
}

function amountsOf(pay: Pay, row: PayRow): Bounded[] {
  // At most: 不超过25%, or the share itself where a limit on each leaves the whole open (每次最高4万元).
  const bound = row.atLeast ? 'atLeast' : row.atMost ? 'total' : 'exact';
  switch (pay.form) {
    case 'yuan':
      return [{ bound, literal: pay.yuan }];
    case 'share':
      return [...between(pay.share, pay.to, bound), { bound: 'exact', literal: pay.plus }];
    case 'part':
      return [
        { bound, literal: pay.part },
        { bound: 'exact', literal: pay.whole },
      ];
    case 'each':
      return [
        ...between(pay.each, pay.to, bound),
        { bound: 'exact', literal: pay.per },
        // 最多3个项目, or the figure itself: 超过5000吨的按5000吨计算.
        { bound: 'total', literal: pay.most },
      ];
    case 'pieces':
      return pay.pieces.flatMap(({ rate, over, upTo }) => [
        { bound, literal: rate },
        { bound: 'reached' as const, literal: over },
        { bound: 'total' as const, literal: upTo },
      ]);
    case 'kinds':
      return [
        ...pay.kinds.map(({ each }): Bounded => ({ bound, literal: each })),
        { bound: 'total', literal: pay.most },
        { bound: 'total', literal: pay.mostMonths },
      ];
    case 'split':
      return [
        { bound, literal: pay.split },
        { bound: 'exact', literal: pay.other },
      ];
    case 'priced':
      return [
        { bound, literal: pay.priced },
        { bound: 'atMost', literal: pay.capUnit },
        { bound: 'total', literal: pay.most },
      ];
    case 'interest':
      return [
        { bound, literal: pay.interest },
        { bound: 'total', literal: pay.upTo },
        { bound: 'total', literal: pay.most },
      ];
    case 'raised':
      return [...amountsOf(pay.raised, row), { bound: 'exact', literal: pay.by }];
    case 'rest':
      return [
        ...amountsOf(pay.rest, row),
        ...Object.values(pay.held?.sums ?? {}).map((literal): Bounded => ({ bound: 'exact', literal })),
      ];
    case 'within':
      return [...amountsOf(pay.within, row), { bound: 'total', literal: pay.share }];
    case 'capped':
      return [...amountsOf(pay.capped, row), { bound: 'atMost', literal: pay.at }];
    case 'monthly':
      return [
        { bound, literal: pay.monthly },
        { bound: 'total', literal: pay.mostUnits },
        { bound: 'total', literal: pay.most },
      ];
    case 'step':
      return [
        { bound: 'exact', literal: pay.base },
        { bound: 'exact', literal: pay.step },
        { bound: 'reached', literal: pay.each },
        { bound: 'reached', literal: pay.over },
      ];
    case 'yearly':
      return pay.years.map((literal) => ({ bound: 'exact', literal }));
    case 'sum':
      return pay.parts.flatMap((part) => amountsOf(part, row));
    case 'range':
      return [
        { bound: 'atLeast', literal: pay.from },
        { bound: 'atMost', literal: pay.to },
      ];
    case 'unstated':
    case 'service':
      return [];
  }
}

/** 15%–25% are the two ends of one figure. */
const between = (from: Literal, to: Literal | null, bound: Bound): Bounded[] =>
  to === null
    ? [{ bound, literal: from }]
    : [
        { bound: 'atLeast', literal: from },
        { bound: 'atMost', literal: to },
      ];
