/** Bounds that a clause sets: what is measured, how it is bounded, and the figures as written. */
import { AND } from '../facts/index.ts';
import { ACTOR, DEEDS } from './deeds.ts';
import { boundsOf } from './figures-of.ts';
import type { Phrase } from './phrases.ts';
import type { Marked } from './role.ts';
import { unitOf } from './units.ts';

export type Comparator = 'atLeast' | 'over' | 'atMost' | 'under' | 'between' | 'is';

export interface Bound {
  kind: 'bound';
  /** The condition in the clause's words. */
  words: string;
  /** What is measured: 上一年度营业收入. */
  label: string;
  /** yuan, ratio, person, or the document's own word. */
  unit: string;
  comparator: Comparator;
  /** As written: 3000万元; of 16至24 both. */
  literals: string[];
  figure: string;
  /** The figure that it begins at; null where it has no lower end. */
  least: number | null;
  /** Of a range: whether the end itself is left out. */
  without?: { from: boolean; to: boolean };
  start: number;
  end: number;
}
/** 应税销售收入同比正增长: over nothing. */
export function positiveGrowth({ text, start }: Phrase): Bound | null {
  const found = /(?<label>[^，的且对]{2,24}?(?:同比)?)正增长/u.exec(text);
  if (!found?.groups) return null;
  const at = start + found.index;
  const label = `${found.groups.label}增长`;
  return {
    kind: 'bound',
    words: found[0],
    label,
    unit: 'ratio',
    comparator: 'over',
    literals: ['正增长'],
    figure: '正增长',
    least: 0,
    start: at,
    end: at + found[0].length,
  };
}

const BOUND_PREFIX =
  /^(?:未超过|未达到?|未低于|不低于|不少于|不小于|不得少于|不得低于|至少|最高不超过|不超过|不高于|不多于|不大于|最高|最多|超过?|逾|高于|大于|多于|低于|少于|小于|不足|不满|未满|达到?|满|突破|累计)+/u;
const BOUND_SUFFIX =
  /(?:[（(]不?含[^（）()]*[）)])?(?:及|或|含)?(?:以上|以下|以内|之内|之间|内|起)?(?:[（(]不?含[^（）()]*[）)])?$/u;
const RANGE =
  /(?:[（(]不?含[^（）()]*[）)])?\s*(?:至|到|[-—–~～－]|(?:及|含|或)?以上(?:[（(]不?含[^（）()]*[）)])?[、，,]?[且但]?(?:不足|不到|不满|未满|不超过|低于|小于|少于))\s*/u;
/** A unit that the readers of figures leave to the text: 周岁, 级. */
const UNIT_BEHIND = /^(?:周?岁|[A-Z]?级|位|名|分|款|家次|人次|台|套|辆|亩|件|家|项|次|个|场|户)/u;
const REACHED =
  /(?:首次)?(?:均)?(?:达到?|满|实现|为|在|有|共|至|累计(?:达到?)?|新增(?:达到?)?|超过?|突破|前)$/u;

export function boundOf(text: string, mark: Marked, part: Phrase): Bound {
  const { figure } = mark;
  const { value, min, max } = boundsOf(figure);
  const { minExclusive, maxExclusive } = figure as { minExclusive?: boolean; maxExclusive?: boolean };
  const before = text.slice(part.start, mark.start);
  const ranked = /(?:排名前?|位列前?|前|第)$/u.test(before);
  const comparator: Comparator =
    min !== null && max !== null
      ? 'between'
      : min !== null
        ? minExclusive
          ? 'over'
          : 'atLeast'
        : max !== null
          ? maxExclusive
            ? 'under'
            : 'atMost'
          : ranked
            ? 'atMost'
            : /(?:超过?|突破|高于|大于)$/u.test(mark.list ? text.slice(part.start, mark.list.start) : before)
              ? 'over'
              : 'atLeast';
  const unbound = figure.text.replace(BOUND_PREFIX, '').replace(BOUND_SUFFIX, '');
  // 高于同期市场均价5%以上: what it is more than belongs to what is measured.
  const than = /^[\p{Script=Han}]{2,20}?(?=\d)/u.exec(unbound)?.[0] ?? '';
  const bare = unbound.slice(than.length);
  const unitBehind = UNIT_BEHIND.exec(text.slice(mark.end))?.[0] ?? '';
  const noun = nounBehind(text.slice(mark.end + unitBehind.length));
  const named = labelBefore(mark.list ? text.slice(part.start, mark.list.start) : before, mark);
  const counted = figure.kind === 'count' || (figure.kind === 'number' && unitBehind !== '');
  const unit = unitOf(mark.figure, unitBehind);
  const beyond = than === '' ? '' : figure.text.slice(0, figure.text.indexOf(than) + than.length);
  const label =
    beyond !== ''
      ? `${named.label}${beyond}`
      : unit === '岁'
        ? `${named.label}${noun}年龄`
        : named.label.length >= 3 && !(counted && named.verb)
          ? named.label
          : `${named.label}${noun}`;
  const end = mark.list?.end ?? mark.end + unitBehind.length;
  return {
    kind: 'bound',
    words: `${text.slice(named.start + part.start, end)}`,
    label,
    unit,
    comparator,
    literals: comparator === 'between' ? withUnits(bare.split(RANGE).slice(0, 2)) : [bare],
    figure: `${figure.text}${unitBehind}`,
    least: value ?? min,
    ...(comparator === 'between' &&
      (minExclusive || maxExclusive) && {
        without: { from: minExclusive ?? false, to: maxExclusive ?? false },
      }),
    start: named.start + part.start,
    end: counted || label.endsWith(noun) ? end + noun.length : end,
  };
}

/** 500至1000万元: the first takes the second's scale and unit only where it has none of its own. */
function withUnits(literals: string[]): string[] {
  const [first = '', second = ''] = literals.map((one) => one.replace(/[（(]不?含[^（）()]*[）)]/gu, ''));
  const unit = /[\p{Script=Han}%‰]+$/u.exec(second)?.[0] ?? '';
  return [/[\d.]$/u.test(first) ? `${first}${unit}` : first, second];
}

/** What parts the noun that is measured from what stands before it. */
const PARTED = new RegExp(
  `(?:且|${AND}|同时|以及|(?<=企业|机构|单位)为(?=.{4,}$)|(?<=[以之]?[上下内][（）()含不]{0,4})(?:或者?|和|及)|、|，|的(?=[^的]{2,}$))`,
  'gu',
);

/** The noun that is measured, and whether it opens with a verb (上架20家以上数字服务商). */
function labelBefore(before: string, mark: Marked): { label: string; start: number; verb: boolean } {
  const listed = LISTED.exec(before);
  const from = Math.max(
    0,
    ...Array.from(before.matchAll(PARTED), ({ 0: cut, index }) => {
      // A list that ends in what is measured is one thing: 住宿、餐饮、设备租赁等实际支出.
      if (listed && index > listed.index) return listed.index;
      // 收购大蒜、辣椒2000吨以上: so much of both.
      const both = cut === '、' && TWO_THINGS.test(before.slice(0, index));
      if (both && BARE_NOUN.test(before.slice(index + 1))) return 0;
      return /的/u.test(cut) && mark.figure.kind !== 'count' ? 0 : index + cut.length;
    }),
  );
  let start = from;
  let label = before.slice(from);
  const opened = /^(?:另?对于?|凡|在|其中|其|该|为|经|的|和|及|或|上架(?=$))+/u.exec(label)?.[0] ?? '';
  if (/^(?:对于?|凡)$/u.test(label)) return { label: '', start: start + label.length, verb: false };
  if (opened.length < label.length) {
    start += opened.length;
    label = label.slice(opened.length);
  }
  const reached = label.replace(REACHED, '');
  const kept = reached.length >= 2 || reached === '' ? reached : label;
  return {
    label: kept.trim(),
    start,
    verb:
      /^(?:上架|服务|吸纳|招用|带动|新增|引进|培育|拥有|组织|举办|完成|建设|入驻|为|获得)/u.test(kept) ||
      kept.length < 3,
  };
}

/** A deed with its thing, and another thing behind the mark. */
const TWO_THINGS = new RegExp(
  `(?:收购|加工|生产|销售|种植|养殖|采购|出口|进口|回收|运输|${DEEDS})[\\p{Script=Han}]{1,8}$`,
  'u',
);
const BARE_NOUN =
  /^(?![\p{Script=Han}]*(?:额|量|面积|收入|产值|投资|人数|客房|单价|新增|累计|年度|当年))[\p{Script=Han}]{1,5}$/u;

/** Bare nouns with 、 between them, up to one that is measured: money that goes out, or dues that are paid. */
const LISTED = new RegExp(
  `(?<=^|[，；、并且]|${ACTOR}|按[^，、]{0,4}规定)(?:为[其职员]工?)?(?:足额|依法|按时)*(?<list>(?![按为]|足额)(?:(?!${ACTOR})[\\p{Script=Han}]){2,12}(?:、[\\p{Script=Han}]{2,6})+?(?:、[\\p{Script=Han}]{2,10}(?:支出|费用?|投入|投资|保险费|成本)|[\\p{Script=Han}]{0,6}等[\\p{Script=Han}]{0,4}(?:支出|费用?|投入|投资|成本)))(?:达到?|满|超过|不低于|在)?$`,
  'u',
);

const nounBehind = (text: string): string =>
  /^的/u.test(text)
    ? ''
    : (/^(?:以上|以下|及以上|次以上)*(?<noun>[\p{Script=Han}“”]{1,14}?)(?=的|，|、|且|并|提供|开展|和|及|$)/u.exec(
        text,
      )?.groups?.noun ?? '');

/** '年出港快件500万件以上且同比增长10%以上': it grows what the figure before it measures. */
export const withWhatGrows = (bound: Bound, before: Bound | undefined): Bound =>
  before && bound.unit === 'ratio' && before.unit !== 'ratio' && BARE_GROWTH.test(bound.label)
    ? { ...bound, label: `${before.label}${bound.label}` }
    : bound;
const BARE_GROWTH = /^(?:同比|[较比]上?年|较去年)?(?:增长率?|增速|增幅)$/u;

/** The same thing measured: the same words, the end of them, or no words at all (超过300人的). */
export const sameMeasure = (
  one: { label: string; unit: string },
  other: { label: string; unit: string },
): boolean =>
  one.unit === other.unit &&
  (one.label.endsWith(other.label) ||
    other.label.endsWith(one.label) ||
    isShortFor(one.label, other.label) ||
    isShortFor(other.label, one.label));

/** 年收购额 is short for 年收购本县农产品, 服务 for 年服务外贸企业. */
const isShortFor = (short: string, long: string): boolean => {
  const [verb, whole] = [short, long].map((label) =>
    label.replace(/^(?:上一?年度?|年度?|当年)?(?:新增|累计)?/u, ''),
  );
  const bare = verb!.replace(/(?:总?金?额|数?量)$/u, '');
  return bare.length >= 2 && whole!.startsWith(bare);
};
