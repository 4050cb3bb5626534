/** What a measure gives other firms than the speaker's own, a line each. */
import type { Checked, Evaluation } from '../eligibility/index.ts';
import type { Facts } from '../facts/index.ts';
import { explainVerdict } from './explain.ts';
import { sayAmount } from './verdict/amount.ts';
import { sayOpen } from './verdict/conditions.ts';

export const firmWords = {
  /** 520人 → 520人那家. */
  byFigure: (figure: string) => `${figure}那家`,
  byPlace: (place: number) => `第${place}家`,
  /** 我表哥那家, said back. */
  ofYours: (name: string) => name.replace(/^我们?/u, '您'),
  you: '您这边',
  line: (name: string, standing: string) => `${name}：${standing}。`,
  yes: (amount: string) => `符合，${amount}`,
  no: (why: string) => `不符合，${why}`,
  open: (open: string, amount: string) => `还差${open}；成立的话，${amount}`,
  vague: '要由责任单位认定',
  kept: (count: number) =>
    count > 1 ? '各家分开算的，都没有记到您的资料里。' : '只按您说的这家试算，没有记到您的资料里。',
  /** 隔壁说拿了8万. */
  hearsay: (sum: string) => `别家是不是拿了${sum}，文件里没有，我核对不了；按条文只能是下面这样：`,
  notConfirmed: (sum: string) => `是不是真给了${sum}，文件里没有，我核对不了。`,
  total: (sum: string, parts: string) => `合计${sum}（${parts}）。`,
  part: (name: string, sum: string) => `${name}${sum}`,
  whichMeasure: (count: number) => `您说的是${count}家企业，我分开算。想问哪项政策？`,
} as const;

/** 符合，可得5万元 · 不符合，每天实际在岗人数210人，差90人 · 还差工业用电量同比增长（要10%以上）；成立的话，可得5万元. */
export function sayStanding({ main }: Checked, facts: Facts): string {
  if (main.verdict === 'eligible') return firmWords.yes(sayAmount(main, facts));
  if (main.verdict === 'ineligible') return firmWords.no(explainVerdict(main, facts));
  return firmWords.open(openOf(main, facts), sayAmount(main, facts));
}

const openOf = (main: Evaluation, facts: Facts): string =>
  main.missing.length > 0 ? sayOpen(main, facts) : firmWords.vague;
