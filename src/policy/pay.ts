/** What a row pays: one form each, within its limits. */
import type { Literal } from './literal.ts';
import type { Need } from './needs.ts';

export type Pay =
  | { form: 'yuan'; yuan: Literal }
  /**
   * A share of a fact in yuan; `to`: 15%–25%, somewhere between; `plus`: percentage points on top of it. `kept`: the share is what is
   * still charged (按80%收取, 八五折), and the rest is given.
   */
  | { form: 'share'; share: Literal; to: Literal | null; plus: Literal | null; of: string; kept: boolean }
  /** A share of a sum that another sentence states (按上述标准的50%); `units`: for each of them. */
  | { form: 'part'; part: Literal; whole: Literal; units: string | null }
  /**
   * So much for each unit (or each full `per` units) of a fact; `most`: no more of them count. `to`: 50–300元/亩. `partly`: 每万美元300元
   * does not say whether a part of the last 万 counts.
   */
  | {
      form: 'each';
      each: Literal;
      to: Literal | null;
      of: string;
      per: Literal | null;
      most: Literal | null;
      partly: boolean;
    }
  /** A fact cut into pieces, each with a rate of its own: 2000万元以下的部分按8%，超过2000万元的部分按10%. */
  | { form: 'pieces'; pieces: Piece[]; of: string }
  /**
   * Of several kinds so much for each of them; of a kind that nobody speaks of while others are counted there are none. `months`: so much
   * a month. `most`: no more of all of them count, nor (`mostMonths`) more months.
   */
  | {
      form: 'kinds';
      kinds: { each: Literal; of: string }[];
      most: Literal | null;
      months: string | null;
      mostMonths: Literal | null;
    }
  /** A sum (or so many things) at one rate, but for a part of it that has another: 按保费的35%，其中共建国家的部分按45%. */
  | { form: 'split'; split: Literal; of: string; other: Literal; part: string }
  /**
   * A share of the price of each unit, each within a limit of its own: 按购置价格的15%，每台最高3万元. `most`: no more units count. `total`: what all of
   * them cost, where the clause speaks of that.
   */
  | {
      form: 'priced';
      priced: Literal;
      of: string;
      units: string;
      capUnit: Literal;
      most: Literal | null;
      total: string | null;
    }
  /** A yearly rate on what was borrowed (`upTo`: no more of it counts), for as many months as told and `most` allows. */
  | {
      form: 'interest';
      interest: Literal;
      of: string;
      upTo: Literal | null;
      months: string;
      most: Literal | null;
    }
  /** So much a month (for each of `units`, persons for one), for as many months as `of` tells and `most` allows (12个月, 3年); `mostUnits`: no more units count. */
  | {
      form: 'monthly';
      monthly: Literal;
      of: string;
      units: string | null;
      mostUnits: Literal | null;
      most: Literal | null;
    }
  /** A base sum, and so much more for each full step that a fact is over a bound: 达1亿元奖10万元，每增加5000万元再奖3万元. */
  | { form: 'step'; base: Literal | null; step: Literal; each: Literal; of: string; over: Literal | null }
  /** 第一年10万元、第二年5万元: the sum of the years, each told. */
  | { form: 'yearly'; years: Literal[] }
  | { form: 'sum'; parts: Pay[] }
  /** 奖励标准上浮50%: so much more than another payment. */
  | { form: 'raised'; raised: Pay; by: Literal }
  /**
   * 晋档的补足差额: what was got for a lower step before is taken off; where it is not told, what is paid for the step that was `held` before.
   */
  | { form: 'rest'; rest: Pay; less: string; held: Held | null }
  /** 不超过项目投资额的30%: a payment that is no more than a share of something. */
  | { form: 'within'; within: Pay; share: Literal; of: string }
  /** A payment with a limit of its own, as a part of a sum: 另按投入的10%，最高30万元. */
  | { form: 'capped'; capped: Pay; at: Literal }
  | { form: 'range'; from: Literal; to: Literal }
  /** Money, but the document does not say how much; the words it uses instead. */
  | { form: 'unstated'; words: string }
  /** Not money: a service, a priority, a recommendation. */
  | { form: 'service'; words: string };

/** The step that an enterprise rose from, and what is paid for each. */
export interface Held {
  of: string;
  sums: Record<string, Literal>;
}

/** What lies over one bound and up to another, and the sum or share of it that is paid. */
export interface Piece {
  rate: Literal;
  over: Literal | null;
  upTo: Literal | null;
}

export interface PayRow {
  when: Need | null;
  pay: Pay;
  cap: Literal | null;
  capPer: 'enterprise' | 'project' | 'enterprise-year' | null;
  /** A second limit, on what one enterprise gets in a year. */
  capYear: Literal | null;
  /** What one of the things paid for gets at most (每台最高5万元), where it is not told what each of them comes to. */
  capEach: Literal | null;
  floor: Literal | null;
  /** 不低于: what the row computes is the least that is paid. */
  atLeast: boolean;
  /** 不超过: what the row computes is the most that may be paid; the whole is not promised. */
  atMost: boolean;
  /** A fee or tax that is not charged: the yuan are saved, not paid. */
  saved: boolean;
  /** Paid beside the first of the others that holds (另奖励3万元); of who speaks of nothing that it asks there is none. */
  added: boolean;
  /** What it and the others come to at most. */
  capAll: Literal | null;
}

/** A payment with its facts under other names. */
export function mapFacts(pay: Pay, name: (fact: string) => string): Pay {
  const inner = (one: Pay): Pay => mapFacts(one, name);
  switch (pay.form) {
    case 'sum':
      return { ...pay, parts: pay.parts.map(inner) };
    case 'raised':
      return { ...pay, raised: inner(pay.raised) };
    case 'rest':
      return {
        ...pay,
        rest: inner(pay.rest),
        less: name(pay.less),
        held: pay.held && { ...pay.held, of: name(pay.held.of) },
      };
    case 'within':
      return { ...pay, within: inner(pay.within), of: name(pay.of) };
    case 'capped':
      return { ...pay, capped: inner(pay.capped) };
    case 'kinds':
      return {
        ...pay,
        kinds: pay.kinds.map(({ each, of }) => ({ each, of: name(of) })),
        months: pay.months && name(pay.months),
      };
    case 'split':
      return { ...pay, of: name(pay.of), part: name(pay.part) };
    case 'part':
      return { ...pay, units: pay.units && name(pay.units) };
    case 'monthly':
      return { ...pay, units: pay.units && name(pay.units), of: name(pay.of) };
    case 'priced':
      return { ...pay, total: pay.total && name(pay.total), units: name(pay.units), of: name(pay.of) };
    case 'interest':
      return { ...pay, of: name(pay.of), months: name(pay.months) };
    default:
      return 'of' in pay ? { ...pay, of: name(pay.of) } : pay;
  }
}

/** The facts that a payment is computed from. */
export function factsOfPay(pay: Pay): string[] {
  const facts: string[] = [];
  mapFacts(pay, (fact) => {
    facts.push(fact);
    return fact;
  });
  return [...new Set(facts)];
}
