/** Whether a sentence says yes or no to a question that asks for one of them. Null where it is not sure: the sentence then speaks for itself. */
import type { Day } from '../../contract/index.ts';
import {
  type CountFigure,
  type DurationFigure,
  type Figure,
  type MoneyFigure,
  type NumberFigure,
  type PercentFigure,
  readFigures,
} from '../../figures/index.ts';
import { asksYesOrNo } from '../../language/index.ts';
import { type Aspect, modalOf } from './aspects.ts';
import { withinWords as words } from './words.ts';

/** 不得 · 不予 · 不计入 · 除外; no bound (不超过) and no mere word (不断). */
const DENIES = /(?<!无)不(?![超低少高足满小大断同仅限久等定]|动产)\p{Script=Han}{1,3}|除外|严禁|禁止/gu;

export const denies = (sentence: string): boolean => sentence.search(DENIES) >= 0;

/** `matched`: words of the question that the sentence has. */
export function sayYesOrNo(
  { question, today }: { question: string; today: Day },
  sentence: string,
  { aspect, matched }: { aspect: Aspect | null; matched: readonly string[] },
): string | null {
  if (aspect?.name === 'certainty') return bindingOf(sentence);
  if (!asksYesOrNo(question)) return aspect?.name === 'recurrence' ? onceFor(sentence) : null;
  return (
    (aspect === null ? heldAgainst({ question, today }, sentence) : byMost(question, sentence, aspect)) ??
    (aspect?.name === 'recurrence' ? onceFor(sentence) : null) ??
    (aspect?.name === 'most' ? words.has : null) ??
    (aspect === null ? byDenial(question, sentence, matched) : null)
  );
}

/** 鼓励 and 支持 leave it to whoever decides; 应当 and 不得 do not. */
function bindingOf(sentence: string): string | null {
  const modal = modalOf(sentence);
  if (modal === null) return null;
  return /鼓励|引导|支持|可|原则|力争|优先/u.test(modal) ? words.binds(modal) : words.bindsAll(modal);
}

const onceFor = (sentence: string): string | null => (/一次性/u.test(sentence) ? words.once : null);

/** The part of the sentence that has the words of the question denies them, and the question does not say the denial itself. */
function byDenial(question: string, sentence: string, matched: readonly string[]): string | null {
  const parts = sentence.split(/[，,；;。]/u).filter((part) => matched.some((word) => part.includes(word)));
  const denied = parts.some((part) =>
    [...part.matchAll(DENIES)].some(([said]) => !question.includes(said.slice(0, 2))),
  );
  if (!denied)
    return /(?:要|需要|用)(?:不(?:要|用))?/u.test(question) && HAND_IN.test(sentence) ? words.needed : null;
  return words.no(verbAsked(question));
}
/** Among what is handed in, done or sealed. */
const HAND_IN = /提供|提交|报送|加盖|材料|复印件|装订/u;

/** 派遣的算吗 → 算, 罚息给补吗 → 补, 能转给别人吗 → 能. */
function verbAsked(question: string): string {
  const found =
    /(?<verb>算|包括|含|补|贴|奖|报|给|收|要|用)(?:了|的|进去|在内|上)?(?:[吗么嘛不没]|\k<verb>)/u.exec(
      question,
    )?.groups?.verb;
  return /能|可以|可否|行/u.test(question) && found !== '算' ? '能' : (found ?? '能');
}

/** 员工350人行不行 · 去年的贷款算吗: held against the bound or the time that the sentence names. */
export const heldAgainst = (
  { question, today }: { question: string; today: Day },
  sentence: string,
): string | null => byBound(question, sentence) ?? byDay(question, sentence, today);

function byBound(question: string, sentence: string): string | null {
  const [figure, ...more] = amountsIn(question);
  if (figure?.value === undefined || more.length > 0) return null;
  // What a sum comes to is for the verdict to say.
  if (kindOf(figure) === 'money') return null;
  const [bound, ...others] = amountsIn(sentence).filter((one) => isOfOneKind(one, figure));
  if (bound === undefined || others.length > 0 || bound.value !== undefined) return null;
  return isWithin((figure.value * scaleOf(figure)) / scaleOf(bound), bound) ? words.fits : words.fitsNot;
}

/** 封顶是不是50万. */
function byMost(question: string, sentence: string, aspect: Aspect): string | null {
  const [figure] = aspect.name === 'most' ? amountsIn(question) : [];
  if (figure === undefined) return null;
  const written = amountsIn(sentence).filter((one) => isOfOneKind(one, figure));
  if (written.length === 0) return null;
  return written.some((one) => amountOf(one) === amountOf(figure)) ? words.holds : words.holdsNot;
}

type AmountFigure = MoneyFigure | CountFigure | PercentFigure | NumberFigure | DurationFigure;
const amountsIn = (text: string): AmountFigure[] =>
  readFigures(text, {}).filter((figure): figure is AmountFigure => AMOUNTS.has(figure.kind));
const AMOUNTS: ReadonlySet<Figure['kind']> = new Set(['money', 'count', 'percent', 'number', 'duration']);
/** 50万, without 元, is money where money is spoken of. */
const kindOf = (figure: AmountFigure): string =>
  figure.kind === 'number' || figure.kind === 'money'
    ? 'money'
    : figure.kind === 'duration' && figure.unit in MONTHS
      ? 'months'
      : `${figure.kind} ${figure.unit}`;
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };
/** Years beside months. */
const scaleOf = (figure: AmountFigure): number =>
  figure.kind === 'duration' ? (MONTHS[figure.unit] ?? 1) : 1;
const isOfOneKind = (a: AmountFigure, b: AmountFigure): boolean => kindOf(a) === kindOf(b);
const amountOf = ({ value, max, min }: AmountFigure): number | undefined => value ?? max ?? min;

const isWithin = (value: number, { min, max, minExclusive, maxExclusive }: AmountFigure): boolean =>
  (min === undefined || (minExclusive ? value > min : value >= min)) &&
  (max === undefined || (maxExclusive ? value < max : value <= max));

/** 去年的贷款行不行: a day or a year held against the time that the sentence names. */
function byDay(question: string, sentence: string, today: Day): string | null {
  const [asked, ...more] = timesIn(question, today);
  const [named, ...others] = timesIn(sentence, today);
  if (asked === undefined || named === undefined || more.length > 0 || others.length > 0) return null;
  const isApart = asked.from > named.to || asked.to < named.from;
  return isApart ? words.fitsNot : null;
}

const timesIn = (text: string, ref: Day): { from: Day; to: Day }[] =>
  readFigures(text, { ref }).flatMap((figure) => {
    if (figure.kind === 'date') return [{ from: figure.value, to: figure.value }];
    const isClosed = figure.kind === 'daterange' && figure.from !== undefined && figure.to !== undefined;
    return isClosed ? [{ from: figure.from!, to: figure.to! }] : [];
  });
