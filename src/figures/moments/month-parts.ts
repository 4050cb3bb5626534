import {
  addDays,
  addMonths,
  daysInMonth,
  firstDayOfMonth,
  lastDayOfMonth,
  makeDay,
  monthOf,
  yearOf,
} from '../../contract/index.ts';
import {
  DIGIT_CHARS,
  monthsPeriod,
  NUMERAL_CHARS,
  narrowed,
  numeralValue,
  opens,
  type Part,
  type Period,
  SMALL,
  yearFor,
} from './moment.ts';

/** 上半年, 下半年, 前半年, 上个半年. */
const half: Part = {
  name: 'half-year',
  starts: '上下前后',
  pattern: /(?<which>上|下|前|后)个?半年(?:度)?/uy,
  read(groups, state) {
    if (!opens(state) && state.period!.grain !== 'year') return null;
    const { year, assumed } = yearFor(state);
    const first = groups.which === '上' || groups.which === '前';
    return narrowed(
      state,
      first ? monthsPeriod(year, 1, 6, 'half') : monthsPeriod(year, 7, 12, 'half'),
      assumed,
    );
  },
};

/** 二季度, 第3季度, Q2, 首季度, 四季度; 一、二季度 and 二至三季度 as a range. */
const quarter: Part = {
  name: 'quarter',
  starts: '第一二三四1234首末Qq',
  pattern:
    /第?(?:(?<first>[一二三四1-4])(?:(?:季度?)?[-—~至到]第?|[、和]第?)?(?=[一二三四1-4]季))?(?<q>[一二三四1-4首末])季度|[Qq](?<n>[1-4])(?:季度)?(?![\d.])/uy,
  read(groups, state, { text, start }) {
    if (!opens(state) && state.period!.grain !== 'year') return null;
    if (/[一二三四五六七八九十\d前]$/u.test(text.slice(Math.max(0, start - 1), start)) && start > 0)
      return null;
    const { year, assumed } = yearFor(state);
    const named = groups.q ?? groups.n!;
    const last = named === '首' ? 1 : named === '末' ? 4 : numeralValue(named);
    const first = groups.first ? numeralValue(groups.first) : last;
    return narrowed(state, monthsPeriod(year, first * 3 - 2, last * 3, 'quarter'), assumed);
  },
};

/** A verb or noun that 前 or 后 goes with; not the particles and pronouns of 我们前6个月的用电. */
const AFTER_EVENT = /(?![的在是和与及到比从按共们司厂家业年对将以把给为看算就])\p{Script=Han}$/u;

/** 前三季度, 前两个季度, 前11个月, 后三月: counted from an end of the year said, or of this year. */
const firstOfYear: Part = {
  name: 'first-of-year',
  starts: '前后头',
  pattern: new RegExp(`(?<end>前|后|头)(?<n>${SMALL})(?:个?(?<quarter>季度)|个?(?<month>月))`, 'uy'),
  read(groups, state, { text, start, end }) {
    if (
      state.period === null
        ? !(groups.quarter || /个/u.test(text.slice(start, end)))
        : state.period.grain !== 'year'
    )
      return null;
    // 期满前6个月, 公示后1个月内: a length of time before or after what the word before it says.
    const before = text.slice(Math.max(0, start - 1), start);
    if (state.period === null && groups.month && (AFTER_EVENT.test(before) || text[end] === '内'))
      return null;
    const { year, assumed } = yearFor(state);
    const months = numeralValue(groups.n) * (groups.quarter ? 3 : 1);
    if (!(months >= 1 && months <= 12)) return null;
    const period =
      groups.end === '后'
        ? monthsPeriod(year, 13 - months, 12, 'half')
        : monthsPeriod(year, 1, months, 'half');
    return narrowed(state, period, assumed);
  },
};

/** 本季度, 上个季度, 上上个季度, 下季度. */
const relativeQuarter: Part = {
  name: 'relative-quarter',
  starts: '上本这当下',
  pattern: /(?<which>上{1,2}|本|这|当|下{1,2})(?:一个|一|个)?季度?(?!节)/uy,
  read(groups, state) {
    if (!opens(state)) return null;
    const which = groups.which!;
    const quarters = which.startsWith('上') ? -which.length : which.startsWith('下') ? which.length : 0;
    const step = 3 * quarters;
    const day = addMonths(firstDayOfMonth(state.reference.day), step);
    const last = Math.ceil(monthOf(day) / 3) * 3;
    return narrowed(state, monthsPeriod(yearOf(day), last - 2, last, 'quarter'), ['reference']);
  },
};

/** 7月, 七月份, 第8个月, 首月; 7—9月 and 1-五月 as a range. */
const month: Part = {
  name: 'month',
  starts: `${DIGIT_CHARS}${NUMERAL_CHARS}第首`,
  after: '月-—–~至到 ',
  pattern: new RegExp(
    `(?:(?<first>${SMALL})月? ?(?:[-—–~]{1,2}|至|到) ?(?=${SMALL} ?月))?(?:(?<n>${SMALL}) ?月(?:份)?|第(?<nth>${SMALL})个月|(?<head>首)月)`,
    'uy',
  ),
  read(groups, state, { text, start }) {
    const within = state.period;
    if (!opens(state) && within!.grain !== 'year' && within!.grain !== 'half' && within!.grain !== 'quarter')
      return null;
    if ((groups.nth || groups.head) && within?.grain !== 'year') return null;
    if (start > 0 && !within && /[\d一二三四五六七八九十个.]$/u.test(text.slice(start - 1, start)))
      return null;
    const { year, assumed } =
      within?.grain === 'half' || within?.grain === 'quarter'
        ? { year: yearOf(within.to), assumed: state.assumed }
        : yearFor(state);
    // 一二月份 is a range of its own.
    const pair = /^(?:一二|二三|三四|四五|五六|六七|七八|八九|九十)$/u.exec(groups.n ?? '')?.[0];
    const last = groups.head ? 1 : numeralValue(pair?.[1] ?? groups.n ?? groups.nth);
    const first = groups.first || pair ? numeralValue(groups.first ?? pair![0]) : last;
    const period = monthsPeriod(year, last, last, 'month');
    if (!(first >= 1 && first <= 12)) return null;
    const next = narrowed(state, period, assumed);
    if (!next || first === last) return next;
    const since = makeDay(first > last ? year - 1 : year, first, 1);
    return since ? { ...next, since } : null;
  },
};

/** 上月, 本月, 这个月, 下个月, 上上月, 次月. */
const relativeMonth: Part = {
  name: 'relative-month',
  starts: '上下本这当同次',
  pattern: /(?<which>上{1,3}|下{1,3}|本|这|当|同|次)(?:一个|一|个)?月(?:份)?/uy,
  read(groups, state, { text, start }) {
    if (/[以之]$/u.test(text.slice(Math.max(0, start - 1), start))) return null;
    const which = groups.which!;
    // 去年本月: the month of the day asked on, in the year said.
    if (state.period?.grain === 'year' && !state.shifted && /^[本这同]/u.test(which)) {
      const month = monthOf(state.reference.day);
      return narrowed(state, monthsPeriod(yearOf(state.period.to), month, month, 'month'), ['reference']);
    }
    if (!opens(state)) return null;
    const step =
      which[0] === '上' ? -which.length : which[0] === '下' ? which.length : which === '次' ? 1 : 0;
    const day = addMonths(firstDayOfMonth(state.reference.day), step);
    return narrowed(state, { from: day, to: lastDayOfMonth(day), grain: 'month' }, ['reference']);
  },
};

const STARTS: Readonly<Record<string, number>> = { 初: 1, 上旬: 1, 上中旬: 1, 中旬: 11, 中下旬: 11 };
const ENDS: Readonly<Record<string, number>> = { 初: 10, 上旬: 10, 上中旬: 20, 中旬: 20 };

/** 初, 上旬, 中旬, 下旬, 底, 上半月 behind a month; 月底, 月初, 月末 alone belong to this month. */
const partOfMonth: Part = {
  name: 'part-of-month',
  starts: '的本月初上中下底末',
  pattern:
    /(?:的)?(?<alone>本?月)?(?<which>初|上中旬|中下旬|上旬|中旬|下旬|月?[底末]|上半月|下半月)(?!期|级|步|次|端|尾)/uy,
  read(groups, state) {
    const which = groups.which!.replace('月底', '底').replace('月末', '末');
    const halfMonth = which.endsWith('半月');
    let within: Period | null = state.period?.grain === 'month' && !state.shifted ? state.period : null;
    let assumed = state.assumed;
    if (!within) {
      if (!opens(state) || !(groups.alone || halfMonth || /^月|旬$/u.test(groups.which!))) return null;
      within = { from: firstDayOfMonth(state.base), to: lastDayOfMonth(state.base), grain: 'month' };
      assumed = ['year', 'month'];
    }
    const first = firstDayOfMonth(within.to);
    const size = daysInMonth(yearOf(first), monthOf(first));
    const [from, to] = halfMonth
      ? which[0] === '上'
        ? [1, 15]
        : [16, size]
      : [STARTS[which] ?? 21, ENDS[which] ?? size];
    return narrowed(
      state,
      { from: addDays(first, from - 1), to: addDays(first, to - 1), grain: 'third' },
      assumed,
    );
  },
};

/** 年底, 年初, 年末, 年中: behind a year (2022年底, 去年底) or alone; 本季度末, 上半年底: the last month of it. */
const partOfYear: Part = {
  name: 'part-of-year',
  starts: '的年初底末中',
  pattern: /(?:的)?(?<alone>年)?(?<which>[初底末中])(?!期|级|步|次|端|尾|[小学型央国午秋旬标])/uy,
  read(groups, state) {
    const within = state.shifted ? undefined : state.period;
    if (within?.grain === 'quarter' || within?.grain === 'half') {
      if (groups.alone || groups.which === '中') return null;
      const first = groups.which === '初';
      return narrowed(state, {
        from: first ? within.from : firstDayOfMonth(within.to),
        to: first ? lastDayOfMonth(within.from) : within.to,
        grain: 'third',
      });
    }
    const inYear = state.period?.grain === 'year' && !state.shifted;
    if (!inYear && !(state.period === null && groups.alone)) return null;
    if (inYear && groups.which === '中') return null;
    const { year, assumed } = yearFor(state);
    const period = { 初: [1, 1], 中: [6, 7], 底: [12, 12], 末: [12, 12] }[groups.which!]!;
    return narrowed(state, monthsPeriod(year, period[0]!, period[1]!, 'third'), assumed);
  },
};

/** 年内, 月内 at the head of a clause: the whole of this year or month; 两年内 is a length. */
const withinPeriod: Part = {
  name: 'within-period',
  starts: '年月',
  pattern: /(?<unit>[年月])内/uy,
  read(groups, state, { text, start }) {
    if (state.period !== null) return null;
    if (
      /[\p{L}\d]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
      !/[在于须要应将需]$/u.test(text.slice(start - 1, start))
    )
      return null;
    const year = yearOf(state.reference.day);
    const month = monthOf(state.reference.day);
    return narrowed(
      state,
      groups.unit === '年' ? monthsPeriod(year, 1, 12, 'year') : monthsPeriod(year, month, month, 'month'),
      ['reference'],
    );
  },
};

export const monthParts: Part[] = [
  withinPeriod,
  half,
  firstOfYear,
  quarter,
  relativeQuarter,
  month,
  relativeMonth,
  partOfMonth,
  partOfYear,
];
