/** What a benefit brings, in words. */

import type { Evaluation } from '../../eligibility/index.ts';
import type { Facts } from '../../facts/index.ts';
import { formatYuan } from '../../figures/index.ts';
import { type Benefit, factsOfPay, type Literal, type Pay, type PayRow } from '../../policy/index.ts';
import { verdictWords as words } from '../verdict.ts';

/** 可得5万元（一次性） · 按净增额的1‰，最高50万元 · 文件没有写明比例，最高200万元. */
export function sayAmount(evaluation: Evaluation, facts: Facts): string {
  const { potential, capYuan, benefit } = evaluation;
  const once = benefit.once ? words.once : '';
  if (potential?.minYuan != null && potential.minYuan === potential.maxYuan) {
    const amount = formatYuan(potential.minYuan);
    // A floor that has reached the cap is the cap.
    const open = potential.atLeast && potential.minYuan !== capYuan;
    return words.can(`${open ? words.atLeast(amount) : amount}${once}`);
  }
  if (potential?.minYuan != null && potential.maxYuan != null)
    return words.can(`${sayRange(benefit.pays, potential.minYuan, potential.maxYuan)}${once}`);
  if (isNotMadeOut(benefit)) return words.asWritten;
  const cap = capYuan === null ? null : words.upTo(formatYuan(capYuan));
  const parts = [...new Set(benefit.pays.map((row) => sayRate(row, facts)))];
  return [...parts, cap].filter((part) => part !== null).join('，');
}

/** Drafted, and its amount not accounted for: the clause has one that no row pays, so that it cannot be said to state none. */
export const isNotMadeOut = ({ drafted, pays, quote }: Benefit): boolean =>
  drafted?.grade === 'C' && pays.every(({ pay }) => pay.form === 'unstated') && /\d/u.test(quote);

/** 5万元或10万元 where the rows pay fixed sums; 3万元至5万元 where they do not. */
export function sayRange(pays: readonly PayRow[], minYuan: number, maxYuan: number): string {
  const fixed = pays.flatMap(({ pay }) => (pay.form === 'yuan' ? [pay.yuan.value] : []));
  const possible = [...new Set(fixed)]
    .filter((yuan) => yuan >= minYuan && yuan <= maxYuan)
    .sort((a, b) => a - b);
  return possible.length > 1
    ? possible.map(formatYuan).join(words.or)
    : `${formatYuan(minYuan)}至${formatYuan(maxYuan)}`;
}

/** How a row pays when no sum can be named. */
function sayRate({ pay, atLeast, atMost }: Pick<PayRow, 'pay' | 'atLeast' | 'atMost'>, facts: Facts): string {
  const label = (fact: string): string => facts.get(fact)?.label ?? fact;
  const inner = (other: Pay): string => sayRate({ pay: other, atLeast, atMost }, facts);
  switch (pay.form) {
    case 'pieces':
      return words.pieces(
        label(pay.of),
        pay.pieces.map(({ rate, over, upTo }, i) => {
          const end = over ? null : (upTo ?? pay.pieces[i + 1]?.over ?? null);
          const unit = unitWord(facts.get(pay.of)?.unit);
          return words.piece(
            over && textOf(over),
            end && textOf(end),
            rate.kind === 'ratio' ? textOf(rate) : words.perUnit(unit, textOf(rate)),
          );
        }),
      );
    case 'kinds':
      return pay.kinds
        .map(({ each, of }) => words.each(label(of), textOf(each), unitWord(facts.get(of)?.unit)))
        .join('；');
    case 'priced':
      return words.priced(
        label(pay.of),
        textOf(pay.priced),
        unitWord(facts.get(pay.units)?.unit),
        textOf(pay.capUnit),
      );
    case 'interest':
      return words.interest(
        label(pay.of),
        textOf(pay.interest),
        pay.upTo && textOf(pay.upTo),
        pay.most && textOf(pay.most),
      );
    case 'raised':
      return words.raised(inner(pay.raised), textOf(pay.by));
    case 'rest':
      return words.rest(pay.rest.form === 'yuan' ? textOf(pay.rest.yuan) : inner(pay.rest));
    case 'within':
      return words.within(inner(pay.within), label(pay.of), textOf(pay.share));
    case 'share': {
      const ends = [pay.share, pay.to].flatMap((one) => (one ? [one.text.replace(/\s/gu, '')] : []));
      const share = [ends.join('至'), pay.plus?.text.replace(/\s/gu, '')].filter((part) => part).join('加');
      const bounded = atLeast ? words.atLeast(share) : atMost ? words.upTo(share) : share;
      return (pay.kept ? words.kept : words.share)(facts.get(pay.of)?.label ?? pay.of, bounded);
    }
    case 'part':
      return words.part(pay.whole.text.replace(/\s/gu, ''), pay.part.text.replace(/\s/gu, ''));
    case 'each':
      return words.each(
        facts.get(pay.of)?.label ?? pay.of,
        pay.each.text.replace(/\s/gu, ''),
        pay.per?.text ?? unitWord(facts.get(pay.of)?.unit),
      );
    case 'monthly':
      return words.monthly(
        pay.monthly.text.replace(/\s/gu, ''),
        pay.units === null ? null : unitWord(facts.get(pay.units)?.unit),
        pay.most?.text ?? null,
      );
    case 'service':
      return words.service(pay.words);
    case 'unstated':
      return words.granted(pay.words, /比例/u.test(pay.words) ? words.noShare : words.noAmount);
    default:
      return words.lacking(words.noAmount);
  }
}

/** 最高30% → 30%: the word of the limit is the sentence's own. */
const textOf = ({ text }: Literal): string =>
  text.replace(/\s/gu, '').replace(/^(?:最高|最多|不得?超过)+|(?:以内|以下)$/gu, '');

/** The facts that the amount is worked out from: the premium, the net increase. */
export function payFactsOf({ benefit }: Evaluation): string[] {
  return benefit.pays.flatMap(({ pay }) => factsOfPay(pay));
}

const UNIT_WORDS: Readonly<Record<string, string>> = { person: '人', kWh: '度', yuan: '元', ratio: '份' };
const unitWord = (unit: string | undefined): string =>
  unit === undefined ? '份' : (UNIT_WORDS[unit] ?? unit);
