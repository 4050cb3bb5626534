/** How a row pays, as its sentence has it: 5万元 · 按净增额的1‰ · 按在岗人数，每人200元. One function a form of payment. */
import type { Facts } from '../facts/index.ts';
import type { Literal, Pay, PayRow } from '../policy/index.ts';
import { verdictWords as words } from './verdict.ts';

interface Saying {
  label(fact: string): string;
  /** 人, 度, 份: one of what the fact counts. */
  unit(fact: string): string;
  inner(pay: Pay): string;
  /** 不低于, 最高: of a share it is said with its figure. */
  bounded(share: string): string;
}

type Form<F extends Pay['form']> = (pay: Extract<Pay, { form: F }>, saying: Saying) => string;

export function sayPay(row: Pick<PayRow, 'pay' | 'atLeast' | 'atMost'>, facts: Facts): string {
  const { pay, atLeast, atMost } = row;
  return (FORMS[pay.form] as (pay: Pay, saying: Saying) => string)(pay, {
    label: (fact) => facts.get(fact)?.label ?? fact,
    unit: (fact) => unitWord(facts.get(fact)?.unit),
    inner: (other) => sayPay({ pay: other, atLeast, atMost }, facts),
    bounded: (share) => (atLeast ? words.atLeast(share) : atMost ? words.upTo(share) : share),
  });
}

const FORMS: { [F in Pay['form']]: Form<F> } = {
  yuan: ({ yuan }) => textOf(yuan),
  range: ({ from, to }) => span(from, to),
  share: ({ share, to, plus, of, kept }, { label, bounded }) => {
    const text = [span(share, to), plus && written(plus)].filter((part) => part).join('加');
    return (kept ? words.kept : words.share)(label(of), bounded(text));
  },
  part: ({ whole, part, units }, { unit }) => words.part(written(whole), written(part), units && unit(units)),
  each: ({ each, to, of, per, most }, { label, unit }) =>
    words.each(label(of), span(each, to), per?.text ?? unit(of)) + atMostOf(most),
  pieces: ({ pieces, of }, { label, unit }) =>
    words.pieces(
      label(of),
      pieces.map(({ rate, over, upTo }, i) => {
        const end = over ? null : (upTo ?? pieces[i + 1]?.over ?? null);
        const paid = rate.kind === 'ratio' ? textOf(rate) : words.perUnit(unit(of), textOf(rate));
        return words.piece(over && textOf(over), end && textOf(end), paid);
      }),
    ),
  kinds: ({ kinds, most, months, mostMonths }, { label, unit }) => {
    const said = kinds.map(({ each, of }) => words.each(label(of), textOf(each), unit(of))).join('；');
    return months === null
      ? said + atMostOf(most)
      : words.monthly(`：${said}`, null, mostMonths && written(mostMonths)) + atMostOf(most);
  },
  split: ({ split, of, other, part }, { label, unit }) => {
    const rate = (one: Literal, fact: string): string =>
      one.kind === 'ratio' ? textOf(one) : words.perUnit(unit(fact), textOf(one));
    return words.split(label(of), rate(split, of), label(part), rate(other, part));
  },
  priced: ({ priced, of, units, capUnit, most, total }, { label, unit }) =>
    words.priced(label(total ?? of), textOf(priced), unit(units), textOf(capUnit)) + atMostOf(most),
  interest: ({ interest, of, upTo, most }, { label }) =>
    words.interest(label(of), textOf(interest), upTo && textOf(upTo), most && textOf(most)),
  monthly: ({ monthly, units, mostUnits, most }, { unit }) =>
    words.monthly(written(monthly), units && unit(units), most && written(most)) + atMostOf(mostUnits),
  step: ({ base, step, each, of, over }, { label }) =>
    words.step({
      base: base && written(base),
      of: label(of),
      over: over && written(over),
      each: written(each),
      step: written(step),
    }),
  yearly: ({ years }) => words.yearly(years.map(written)),
  sum: ({ parts }, { inner }) => parts.map(inner).join('，加上'),
  raised: ({ raised, by }, { inner }) => words.raised(inner(raised), textOf(by)),
  rest: ({ rest }, { inner }) => words.rest(inner(rest)),
  within: ({ within, share, of }, { inner, label }) => words.within(inner(within), label(of), textOf(share)),
  capped: ({ capped, at }, { inner }) => words.capped(inner(capped), textOf(at)),
  unstated: ({ words: said }) => words.granted(said, /比例/u.test(said) ? words.noShare : words.noAmount),
  service: ({ words: said }) => words.service(said),
};

const written = ({ text }: Literal): string => text.replace(/\s/gu, '');
const span = (from: Literal, to: Literal | null): string =>
  [from, to].flatMap((one) => (one ? [written(one)] : [])).join('至');
/** 最高30% → 30%: the word of the limit is the sentence's own. */
const textOf = (literal: Literal): string =>
  written(literal).replace(/^(?:最高|最多|不得?超过)+|(?:以内|以下)$/gu, '');
const atMostOf = (most: Literal | null): string => (most ? words.noMoreOf(textOf(most)) : '');

const UNIT_WORDS: Readonly<Record<string, string>> = { person: '人', kWh: '度', yuan: '元', ratio: '份' };
const unitWord = (unit: string | undefined): string =>
  unit === undefined ? '份' : (UNIT_WORDS[unit] ?? unit);
