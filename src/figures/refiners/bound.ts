import { type AmountDraft, isAmount, isMoment } from '../draft.ts';
import { type Refiner, traced } from './refiner.ts';

interface Bound {
  side: 'min' | 'max';
  exclusive: boolean;
}

const OVER: Bound = { side: 'min', exclusive: true };
const AT_LEAST: Bound = { side: 'min', exclusive: false };
const UNDER: Bound = { side: 'max', exclusive: true };
const AT_MOST: Bound = { side: 'max', exclusive: false };

/** Civil Code art. 1259: 以上 以下 以内 届满 include the figure; 不满 超过 以外 do not. The everyday words follow suit. */
const BEFORE: readonly (readonly [words: string, bound: Bound])[] = [
  ['超过了?|超出|超(?!额)|高于|多于|大于|高出|逾|不止|不只|>', OVER],
  [
    '不低于|不少于|不小于|不得低于|不得少于|不能低于|不能少于|不应低于|至少|最少|最低|起码|大于(?:或者?)?等于|大于 ?或(?:者)? ?等于|不下于|不下|不亚于|少说(?:也|都)?|下限|(?<![期届已未不充没])满(?![负意足额员分打算])|≥|> ?=',
    AT_LEAST,
  ],
  ['不到|不足|低于|小于|少于|未满|不满|没满|未达到?|不及|没到|不够|没够|没有?达到|<', UNDER],
  [
    '不超过|不超|不高于|不多于|不大于|不得超过|不能超过|未超过|没超过|不得高于|不能高于|最高|最多|至多|顶多|最大|最长|上限|封顶|撑死|充其量|没过|未过|小于 ?(?:或(?:者)? ?)?等于|≤|< ?=|限额',
    AT_MOST,
  ],
];
const AFTER: readonly (readonly [words: string, bound: Bound])[] = [
  ['(?:含)?(?:及|或|或者)?以上|或者?更多|之上|往上|起步|起(?![点草重来源诉身到])|打底|\\+(?!\\d)', AT_LEAST],
  [
    '(?:含)?(?:及|或|或者)?以下|以内|之内|内(?![部容外在设循销资地生陆蒙])|之下|封顶|为限|为上限|顶天',
    AT_MOST,
  ],
  ['(?:都|还)?(?:不到|不足|未满)', UNDER],
  ['以外|开外| ?不止', OVER],
  // 10%≤增速, 300<从业人员: read from the figure's side
  [' ?(?:≤|<=|≦)(?= ?[\\p{L}])', AT_LEAST],
  [' ?<(?= ?[\\p{L}])', OVER],
  [' ?(?:≥|>=|≧)(?= ?[\\p{L}])', AT_MOST],
  [' ?>(?= ?[\\p{L}])', UNDER],
];

const table = (rows: typeof BEFORE): Map<string, Bound> =>
  new Map(rows.map(([words, bound]) => [words, bound]));

/** One alternation over all words; the leftmost match is the longest word: 不低于 before 低于. */
const prefixWords = BEFORE.map(([words], row) => `(?<w${row}>${words})`);
const PREFIX = new RegExp(`(?:${prefixWords.join('|')})(?<link>[了为是有达到至于: ]{0,3})$`, 'u');
/** A noun may stand between the bound and its figure: 不低于保险费用60%, 最高给予50万元. No other figure, no stop. */
const PREFIX_OVER_NOUN = new RegExp(
  `(?:${prefixWords.join('|').replaceAll('|>)', ')').replaceAll('|<)', ')')})(?<link>[\\u4e00-\\u9fff\\d]{1,12})$`,
  'u',
);
const SUFFIX = new RegExp(
  `^(?<noun> ?|/?[\\u4e00-\\u9fff]{1,4}?)(?:${AFTER.map(([words], row) => `(?<w${row}>${words})`).join('|')})`,
  'u',
);
/** 比三十大, 比 170 低; 比1.6亿多了2000万 states both. */
const COMPARED =
  /^ ?(?:(?<over>[大高多])|(?<under>[小低少矮]))(?![于概约]|[了出]{0,2}[\d一二两三四五六七八九十])/u;
/** 上百家, 上千人. */
const UP_TO_BARE = /上$/u;
/** 过 is "more than" before people, money and ratios: 占比过20, 刚好过300人; not 通过30人, 经过, nor after a verb that was done: 报过3次, 拿过6万. */
const GUO =
  /(?<![通经超不路错给拿领得获受补贴收报投签接买卖花发享用借贷做交付缴赚亏奖批评拨返退赔捐要办签招见有])过$/u;
const GUO_UNITS = /^(?:|人|名|家|台|户|CNY|ratio)$/u;
/** Words that a noun between may not hold, or the bound belongs to something else. */
const STOP = /以上|以下|以内|部分|分别|其中|按|给予.*给予|同时|并|且|以及|或者/u;

const rowsBefore = [...table(BEFORE).values()];
const rowsAfter = [...table(AFTER).values()];

const boundOf = (match: RegExpExecArray, rows: Bound[]): Bound =>
  rows.find((_, row) => match.groups![`w${row}`] !== undefined)!;

/** 不超过六十人, 15%以上, 最高100万, 20万人次以上, 80不到: the words around a figure bound it. */
export const bound: Refiner = {
  name: 'bound',
  refine(drafts, { text }) {
    drafts.forEach((draft, index) => {
      if (!isAmount(draft)) return;
      // A day or a year may belong to the noun between: 不超过上年度缴费的50%.
      const left =
        drafts.slice(Math.max(0, index - 3), index).findLast((before) => !isMoment(before))?.end ?? 0;
      const right = drafts[index + 1]?.start ?? text.length;
      boundBefore(draft, text, left);
      boundAfter(draft, text, right);
    });
    return drafts;
  },
};

function boundBefore(draft: AmountDraft, text: string, left: number): void {
  for (let round = 0; round < 2; round++) {
    const before = text.slice(Math.max(left, draft.start - 14), draft.start);
    if (before === '') return;
    const match = PREFIX.exec(before) ?? overNoun(before, round);
    if (match) {
      apply(draft, boundOf(match, rowsBefore));
      draft.start -= match[0].length;
      continue;
    }
    if (round > 0) return;
    if (GUO.test(before) && GUO_UNITS.test(draft.unit)) {
      apply(draft, OVER);
      draft.start -= 1;
    } else if (draft.number?.bare && UP_TO_BARE.test(before)) {
      apply(draft, AT_LEAST);
      draft.start -= 1;
    } else if (/等于 ?$/u.test(before)) {
      return;
    }
    return;
  }
}

function overNoun(before: string, round: number): RegExpExecArray | null {
  if (round > 0) return null;
  const match = PREFIX_OVER_NOUN.exec(before);
  return match && !STOP.test(match.groups!.link!) ? match : null;
}

function boundAfter(draft: AmountDraft, text: string, right: number): void {
  const after = text.slice(draft.end, draft.end + 12);
  const compared = /比 ?$/u.test(text.slice(Math.max(0, draft.start - 2), draft.start))
    ? COMPARED.exec(after)
    : null;
  if (compared) {
    apply(draft, compared.groups!.over ? OVER : UNDER);
    draft.start = text.lastIndexOf('比', draft.start);
    draft.end += compared[0].length;
    return;
  }
  const match = SUFFIX.exec(after);
  if (!match || draft.end + match[0].length > right) return;
  const noun = match.groups!.noun!.trim();
  const word = match[0].slice(match.groups!.noun!.length);
  // Only 以上, 以下, 以内 reach over a noun, and 内 is said of time.
  if (noun !== '' && (!/^(?:及|或)?以/u.test(word) || /[的和或及与、是在]/u.test(noun))) return;
  if (/^内/u.test(word) && draft.kind !== 'duration') return;
  if (/^起/u.test(word) && draft.kind === 'duration') return;
  apply(draft, boundOf(match, rowsAfter));
  draft.end += match[0].length;
  const inclusive = /^ ?\((?<not>不)?(?:包)?含(?:本数)?\)/u.exec(text.slice(draft.end, draft.end + 8));
  if (inclusive) {
    draft.end += inclusive[0].length;
    draft[draft.min === undefined ? 'maxExclusive' : 'minExclusive'] = inclusive.groups!.not !== undefined;
  }
}

function apply(draft: AmountDraft, { side, exclusive }: Bound): void {
  const figure = side === 'min' ? (draft.value ?? draft.min) : (draft.value ?? draft.max);
  if (figure === undefined) return;
  const said = draft.included === undefined ? exclusive : !draft.included;
  delete draft.value;
  delete draft.min;
  delete draft.max;
  delete draft.minExclusive;
  delete draft.maxExclusive;
  if (side === 'min') {
    draft.min = figure;
    draft.minExclusive = said;
  } else {
    draft.max = figure;
    draft.maxExclusive = said;
  }
  traced(draft, 'bound');
}
