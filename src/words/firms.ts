/** What is said of firms that are not the speaker's own, a line each. */
import type { Checked, Evaluation } from '../eligibility/index.ts';
import type { Facts } from '../facts/index.ts';
import { formatYuan } from '../figures/index.ts';
import { explainVerdict } from './explain.ts';
import { sayAmount } from './verdict/amount.ts';
import { sayOpen } from './verdict/conditions.ts';

export const firmWords = {
  unnamed: '那家企业',
  by: (name: string) => `（按“${name}”的情况算，不记到您企业名下；说“我们”就回到您自己的企业。）\n`,
  still: (name: string) => `（${name}）`,
  together: (count: number, total: number | null) =>
    count === 0
      ? '现在还没有一家能确定拿到，每家的情况：'
      : `能确定的有${count}家${total === null ? '' : `，合计${formatYuan(total)}`}：`,
  each: (name: string, standing: string) => `${name}：${standing}`,
  yes: (amount: string) => `符合，${amount}`,
  no: (why: string) => `不符合：${why}`,
  open: (amount: string, what: string) => `${amount}，还差${what}`,
  vague: '由责任单位认定',
  /** 520人 → 520人那家. */
  byFigure: (figure: string) => `${figure}那家`,
  byPlace: (place: number) => `第${place}家`,
  you: '您这边',
  apart: '各家分开算的，都没有记到您的资料里。',
  /** 隔壁说拿了8万. */
  hearsay: (sum: string) => `别家是不是拿了${sum}，文件里没有，我核对不了。按条文是：`,
  notConfirmed: (sum: string) => `是不是真给了${sum}，文件里没有，我核对不了。`,
  whichMeasure: (count: number) => `您说的是${count}家企业，我分开算。想问哪项政策？`,
} as const;

/** 符合，可得5万元 · 不符合：每天实际在岗人数210人，差90人 · 可得5万元，还差工业用电量同比增长（要10%以上）. */
export function sayStanding({ main }: Checked, facts: Facts): string {
  if (main.verdict === 'eligible') return firmWords.yes(sayAmount(main, facts));
  if (main.verdict === 'ineligible') return firmWords.no(explainVerdict(main, facts));
  return firmWords.open(sayAmount(main, facts), openOf(main, facts));
}

const openOf = (main: Evaluation, facts: Facts): string =>
  main.missing.length > 0 ? sayOpen(main, facts) : firmWords.vague;

/** Another site of one's own. */
export const siteWords = {
  ofSite: (place: string) => `（按您在${place}的那一处看，您自己的资料没有改。）`,
} as const;
