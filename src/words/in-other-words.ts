/** The same said shorter, plainer, or as a clear no. */
import type { Day, Profile } from '../contract/index.ts';
import { type Checked, type Evaluation, metCount } from '../eligibility/index.ts';
import type { Facts } from '../facts/index.ts';
import { explainVerdict, formatNeed } from './explain.ts';
import { sayAmount } from './verdict/amount.ts';
import { sayUntil } from './verdict/basis.ts';
import { labelOf } from './verdict/index.ts';

const words = {
  plainly: (who: string, amount: string) => `简单说：${who}，${amount}。`,
  quote: (text: string) => `原文：“${text}”`,
  yes: (amount: string) => `您符合，${amount}。`,
  no: (why: string) => `您不符合：${why}。`,
  open: (what: string) => `您还差：${what}。`,
  clearNo: (title: string, why: string) => `是的，“${title}”您拿不到：${why}。`,
  notYetNo: (title: string, what: string) => `还不一定：“${title}”还没有说完，还差${what}。`,
  stillYes: (title: string, amount: string) => `不是，“${title}”您符合，${amount}。`,
  nearest: '按您说的情况，还可以看看：',
  nearestEntry: (place: number, title: string, source: string, amount: string) =>
    `${place}. ${title}（${source}）${amount ? `：${amount}` : ''}`,
  nothingElse: '按您现在说的情况，也还没有别的能对上。再说点企业情况（行业、人数、在哪），我再找。',
  short: (title: string, figure: string) => `一句话：${title}${figure ? `，${figure}` : ''}。`,
} as const;

export const inOtherWords = {
  words,

  /** Who gets what, in one sentence; then where the enterprise stands with what it has told. */
  plainly({ main, evaluations, subject }: Checked, facts: Facts, profile: Profile): string {
    const { benefit } = main;
    const open = evaluations.find((one) => one.benefit === benefit) ?? main;
    const needs = benefit.needs.map((need) => formatNeed(need, facts)).join('、');
    const amount = main.verdict === 'ineligible' ? amountOf(open, facts) : sayAmount(main, facts);
    const who = needs === '' ? subject.measure.title : `${needs}的`;
    return [words.plainly(who, amount), Object.keys(profile).length > 0 ? standing(main, facts) : '']
      .filter((line) => line !== '')
      .join('\n');
  },

  /** Where it stands and until when, and nothing else. */
  shortly(checked: Checked, facts: Facts, today: Day): string {
    const until = sayUntil(checked.subject, today);
    return `${standing(checked.main, facts)}${until}`;
  },

  /** 那就没戏了? */
  answerToNoShare({ main, subject }: Checked, facts: Facts): string {
    const { title } = subject.measure;
    if (main.verdict === 'ineligible') return words.clearNo(title, explainVerdict(main, facts));
    if (main.verdict === 'eligible') return words.stillYes(title, sayAmount(main, facts));
    return words.notYetNo(title, openOf(main, facts));
  },
};

function standing(main: Evaluation, facts: Facts): string {
  if (main.verdict === 'eligible') return words.yes(sayAmount(main, facts));
  if (main.verdict === 'ineligible') return words.no(explainVerdict(main, facts));
  return main.missing.length > 0 && metCount(main) >= 0 ? words.open(openOf(main, facts)) : '';
}

const openOf = ({ missing }: Evaluation, facts: Facts): string =>
  missing.map((name) => labelOf(name, facts)).join('、') || '责任单位认定';

/** What it would bring: of a no the verdict keeps no amount. */
const amountOf = (evaluation: Evaluation, facts: Facts): string => sayAmount(evaluation, facts);
