/** A figure whose word is known → the fact of that word's family: this year's or last year's, the growth or the increase. */
import type { Interval, Period } from '../../contract/index.ts';
import type { Clause } from '../utterance.ts';
import type { Amount } from './amounts.ts';
import type { Anchor } from './anchors.ts';
import {
  directionOf,
  growthOfTimes,
  hasOtherBase,
  isWholeOfLastYear,
  isYearOnYear,
  signed,
} from './growth.ts';
import { isToCome, replacedSince } from './modality.ts';
import { isLastYears, yearLater } from './periods.ts';
import {
  type Bound,
  isPast,
  periodOfChange,
  reportingPeriod,
  type Scene,
  startOfStretch,
  withPeriod,
} from './scene.ts';

export function assign(amount: Amount, anchor: Anchor, clause: Clause, scene: Scene): Bound[] {
  const { family } = anchor;
  const before = scene.text.slice(startOfStretch(amount, clause, scene), amount.start);
  const give = (fact: string | null, value: Interval, extra: Partial<Bound> = {}): Bound[] =>
    fact === null
      ? []
      : [
          {
            fact,
            value,
            at: amount.start,
            sure: true,
            why: 'thing',
            total: TOTAL.test(before),
            more: MORE.test(before),
            becomes: BECOMES.test(before),
            varies: VARIES.test(clause.text),
            least: family.unit === 'person' && LEAST.test(before),
            ...extra,
          },
        ];
  if (amount.unit === 'date')
    return isToCome(before) || isLater(amount, scene) ? [] : give(family.level, amount.value);
  if (amount.unit === 'ratio' || amount.unit === 'times') {
    const asked = family.growth !== null && scene.asked.includes(family.growth);
    const growth = growthValue(amount, anchor, clause, scene, asked);
    return growth ? give(family.growth, growth) : [];
  }
  return level(amount, anchor, before, clause, scene, give);
}

/** 下周就能拿到, 下个月要签: a day still to come, and what is to be done by then. */
function isLater({ value, end }: Amount, { today, text }: Scene): boolean {
  const after = text.slice(end).split(/[,。;!?]/u)[0]!;
  const isToDo = /^[底初份]?(?:就|才|[能要会]|可以)/u.test(after) || TO_BE_DONE.test(after);
  return String(value.min ?? '') > today && isToDo;
}
/** 国庆后还有一单2.6个亿要签. */
const TO_BE_DONE = /(?:要|会|准备|打算|计划|等着)(?!求)\p{Script=Han}{1,3}$/u;

/** 先投了150万，后来又投了100万 · 先付120万，后付80万: on top of what was said before. */
const MORE = /[又再]|追加|另外|另有|后来|后续|加上|后\p{Script=Han}{1,2}$/u;
/** 9月又减到4000万, 后来改签为5200万. */
const BECOMES = /(?:减|降|砍|压|调|改|缩|变更|增|加|涨)(?:少|低|整|加|签|价)?(?:到|至|为|成)(?:了)?$/u;
/** 有时候350有时候280, 多的时候350, 三天分别350、280, 308、312、305: one figure at a time. */
const VARIES =
  /一会儿?|有时|有的时候|时而|忽而|[多少]的(?:时候|那?天|一天)|有几天|[到至~—-]|每天|天天|分别|第[一二三四五\d]天|\d{2,}、\d{2,}、\d{2,}/u;
/** 最少的那天298: whatever is said of other days, one day had no more. */
const LEAST = /(?:最[少低差]|人少)[^\d,。;]{0,8}$/u;
const TOTAL = /合计|总共|一共|共计|总计|加起来|合起来|累计|加总/u;
/** 涨到, 增加至, 降为: the new figure, not the change. */
const REACHED = /(?:到|至|为|成|达|了到)(?:了)?(?:约|大概|差不多)?$/u;
const CHANGED =
  /(?:(?<!差不|最)多|增加|增长|增|涨|上升|提高|净增|净减|减少|下降|降|(?<!最)少|跌)(?:了|出来|出)?(?:约|大概|差不多)?$/u;
/** 500人是去年的: no figure of now. */
const WAS = /^(?:那|还|都)*是(?:去年|上年|前年|以前|之前|原来|年前)(?!同期)/u;
/** A bare number below this is hardly yuan: 8000 may mean 8000万. */
const HARDLY_YUAN = 100_000;
const isHardlyYuan = ({ scaled, value }: Amount): boolean =>
  !scaled && Number(value.min ?? value.max) < HARDLY_YUAN;

function level(
  amount: Amount,
  { family, role }: Anchor,
  before: string,
  clause: Clause,
  scene: Scene,
  give: (fact: string | null, value: Interval, extra?: Partial<Bound>) => Bound[],
): Bound[] {
  if (amount.unit === 'bare' && family.unit === 'yuan' && isHardlyYuan(amount)) {
    return give(family.level, amount.value, { sure: false, why: 'unit' });
  }
  const changed = CHANGED.test(before) && !REACHED.test(before);
  const periodOf = role === 'increase' || changed ? periodOfChange : reportingPeriod;
  const period = scene.facts.get(family.name)?.timeless ? null : periodOf(amount, clause, scene, family);
  // 比二季度多2亿 is no growth on last year.
  if ((role === 'increase' || changed) && hasOtherBase(clause.text)) return [];
  if (role === 'increase') return give(family.increase, withPeriod(amount.value, period));
  if (changed) {
    const direction = directionOf(before, '') ?? 1;
    return give(family.increase, withPeriod(signed(amount.value, direction), period));
  }
  if (WAS.test(scene.text.slice(amount.end, clause.end))) return [];
  const isOfLastYear = isLastYears(before) || putsLastYearRight(amount, scene);
  if (isStart(amount, scene) || (family.previous !== null && isOfLastYear))
    return give(family.previous, amount.value);
  if (period && isPast(period, scene)) {
    const later = isBareYear(period, clause) ? null : yearLater(period);
    return family.previous === null ? [] : give(family.previous, withPeriod(amount.value, later));
  }
  if (family.previous === null && isLastYears(before)) return [];
  return give(family.level, withPeriod(amount.value, period));
}

/** 去年那个数不对，应该是12.1亿: the year was said with what was wrong. */
function putsLastYearRight({ start }: Amount, { text }: Scene): boolean {
  const before = text.slice(0, start);
  const since = replacedSince(text);
  return since >= 0 && start > since && OF_LAST_YEAR.test(before) && !OF_THIS_YEAR.test(before);
}
const OF_LAST_YEAR = /去年|上年|前一年|上一年/u;
const OF_THIS_YEAR = /今年|本年/u;

/** 去年写错了，是7亿: last year alone says no more than that it was then. */
const isBareYear = ({ from, to }: Period, { text }: Clause): boolean =>
  from.endsWith('01-01') && to.endsWith('12-31') && !/全年|整年|一年|年度/u.test(text);

/** 从80万度涨到90万度, 80万度变成90万度, 80万→90万度: the first of two. */
function isStart(amount: Amount, { text, amounts }: Scene): boolean {
  const next = amounts.find(
    (one) =>
      one.start >= amount.end && (one.unit === amount.unit || one.unit === 'bare' || isBareSize(amount)),
  );
  if (!next) return false;
  const between = text.slice(amount.end, next.start);
  if (CHANGES_INTO.test(between)) return true;
  return LEAVES.test(text.slice(0, amount.start)) && ARRIVES.test(between);
}
const isBareSize = ({ unit, scaled }: Amount): boolean => unit === 'bare' && scaled;
const LEAVES = /[从由自](?:去年|上年)?(?:同期)?(?:的)?$/u;
const ARRIVES = /^[^,。;]{0,12}(?:到|至|为)/u;
/** What was and what became of it: a verb that changes and reaches, or an arrow. */
const CHANGES_INTO =
  /^[^,。;\d]{0,4}(?:[变改换](?:成|为|到)?了?|(?:[涨增升提加扩降减跌缩掉][加长高少低大]?)(?:到|至|为|成)了?|→|[-=—]+>)[^,。;\d]{0,3}$/u;

/** 增速比去年提高了12个百分点: by how much the growth itself grew. */
const ACCELERATED =
  /(?:增速|增幅|增长率|涨幅)[^,。;]{0,12}(?:提高|加快|提升|扩大|上升|回升|回落|放缓|收窄|下降|高出?|快|慢)(?:了)?[^,。;到至]{0,3}[\d.一二两三四五六七八九十]+(?:个百分点|个点|个)$/u;

const GROWTH_REACHED =
  /(?:增速|增幅|增长率|涨幅)[^,。;]{0,20}(?:升|降|涨|提高|回落|放缓|收窄|扩大|加快|下滑)(?:到|至|为)[^,。;\d]{0,5}$/u;

/** The growth that a ratio says; null where it is no growth on last year, or no direction is said. */
function growthValue(
  amount: Amount,
  anchor: Anchor | null,
  clause: Clause,
  scene: Scene,
  asked: boolean,
): Interval | null {
  const { text } = scene;
  if (hasOtherBase(clause.text)) return null;
  if (ACCELERATED.test(text.slice(clause.start, amount.end))) return null;
  const from = startOfStretch(amount, clause, scene);
  const before = text.slice(from, amount.start);
  const written = text.slice(amount.start, amount.end);
  const period = periodOfChange(amount, clause, scene, anchor?.family ?? null);
  if (period && isPast(period, scene)) return null;
  // 涨幅从12%降到6%: the growth that was, and the growth that is.
  if (isStart(amount, scene)) return null;
  if (GROWTH_REACHED.test(text.slice(clause.start, amount.start))) return withPeriod(amount.value, period);
  const value =
    amount.unit === 'times' || isWholeOfLastYear(before) ? growthOfTimes(amount.value, before) : amount.value;
  const negative = typeof value.min === 'number' && value.min < 0;
  const whole = value !== amount.value;
  // 用电涨了，但没到10%: the word is in an earlier clause, and with it the direction.
  const direction =
    directionOf(before + written, text.slice(amount.end, clause.end)) ??
    (anchor && anchor.end <= clause.start ? directionOf(text.slice(anchor.start, clause.start), '') : null);
  if (direction === null && !negative && !whole) {
    const telling =
      asked ||
      anchor?.role === 'growth' ||
      isYearOnYear(clause.text) ||
      /[+]/u.test(written + before.slice(-1));
    if (!telling) return null;
  }
  const result = negative || whole ? value : signed(value, direction ?? 1);
  return withPeriod(result, period);
}
