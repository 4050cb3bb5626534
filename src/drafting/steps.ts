/** What a sum is paid for each step of: what the sentence bounds already, in the unit of the step; or how much more it is than a year ago. */
import { SUBJECT } from './base-ahead.ts';
import type { Bound } from './bounds.ts';
import type { DraftBenefit } from './draft.ts';
import type { Grant } from './grant.ts';
import type { FactBook } from './names.ts';
import type { Payment } from './payment.ts';
import { unitOf } from './units.ts';

const YEAR = /^(?:当年|全年|年度?)/u;
const GROWTH = /(?:同比|比上年|较上年)?(?:增长率?|增速|增幅)$/u;
/** '零售额较上年每净增' → 零售额 */
const GROWN =
  /(?<thing>[\p{Script=Han}]{2,12}?)(?:[较比](?:上一?年|去年|前一?年|同期)[^，]{0,6}|同比)?每[\p{Script=Han}]*$/u;

/** '进出口额较上年净增加': said for itself, and told by how much it is. */
const GROWN_SAID =
  /^(?:企业)?(?<thing>[\p{Script=Han}]{2,14}?)(?:[较比](?:上一?年|去年|前一年度?)(?:度|同期)?|同比)?(?:实现)?(?:净?增(?:加|长)?|正?增长)$/u;

/** 营业收入增速高于全市平均增速: a figure that is compared with one that nobody writes. */
const isMore = (words: string): boolean => /(?:高于|高出|超[过出]|快于|优于|大于).{2,}/u.test(words);

/** '服务业企业营业收入增速高于全市平均': who it is, and how much he has grown. */
export function partCompared({ conditions, payments }: Grant): void {
  if (!payments.some(({ step }) => step?.figure.kind === 'percent')) return;
  conditions.flags = conditions.flags.flatMap((flag) => {
    const bare = isMore(flag.words) ? flag.words.replace(SUBJECT, '') : flag.words;
    const who = flag.words.slice(0, flag.words.length - bare.length);
    if (who === '' || bare.length < 4) return [flag];
    return [
      ...(/^(?:企业|单位|机构)$/u.test(who) ? [] : [{ ...flag, words: who }]),
      { ...flag, words: bare },
    ];
  });
}

/** '同比增长10%以上的企业，每增加100万美元': of who has grown so much, more than a year ago. */
export function countIncrease(grant: Grant): void {
  const grown = grant.conditions.bounds.some(({ unit, label }) => unit === 'ratio' && GROWTH.test(label));
  const alone = grant.payments.length === 1 && grant.composed.payments[0] === grant.payments[0];
  for (const payment of grown && alone ? grant.payments : []) {
    if (payment.form !== 'step' || payment.ofIncrease || payment.step!.figure.kind === 'percent') continue;
    if (!/每(?:净?增|新增)/u.test(payment.step!.phrase)) continue;
    payment.ofIncrease = true;
    grant.reasons.push(`“每增加${payment.step!.figure.text}”按比上年增加理解`);
  }
}

/** `bounds`: of the row, and of the benefit. */
export function steppedFact(
  payment: Payment,
  bounds: readonly Bound[],
  draft: DraftBenefit,
  book: FactBook,
): string {
  const step = payment.step!;
  const unit = unitOf(step.figure);
  const thing = GROWN.exec(step.phrase)?.groups?.thing ?? '';
  if (payment.ofIncrease) {
    const said = draft.flags.find(({ words }) => GROWN_SAID.test(words))?.words;
    const alike = bounds.find((bound) => bound.unit === unit)?.label ?? '';
    const of = thing || (said === undefined ? alike : GROWN_SAID.exec(said)!.groups!.thing!);
    const name = book.number(`${longest(of, bounds)}净增额`, unit);
    if (said !== undefined) book.implies(name, book.flag(said));
    return name;
  }
  const alike = bounds.filter((bound) => bound.unit === unit);
  const compared = alike.length === 0 && unit === 'ratio' && draft.flags.find(({ words }) => isMore(words));
  if (compared) {
    const name = book.number(`${compared.words}的幅度`, unit);
    book.implies(name, book.flag(compared.words));
    return name;
  }
  const measured = alike.find(({ label }) => thing !== '' && label.endsWith(thing)) ?? alike[0] ?? bounds[0];
  return book.number(measured?.label ?? draft.benefit, measured?.unit ?? unit);
}

/** 零售额 is what 年零售额增速 is the growth of. */
function longest(thing: string, bounds: readonly Bound[]): string {
  const bare = thing.replace(YEAR, '');
  const named = bounds.map(({ label }) => label.replace(GROWTH, '')).find((label) => label.endsWith(bare));
  return named ?? thing;
}
