import { addDays, daysBetween, daysInMonth, makeDay, monthOf, yearOf } from '../../contract/index.ts';
import {
  DIGIT_CHARS,
  dayPeriod,
  monthFor,
  NUMERAL_CHARS,
  narrowed,
  numeralValue,
  opens,
  type Part,
  SMALL,
} from './moment.ts';

/** 不是几号 but a length: 15日内, 90日以上, 3日后. */
const LENGTH_BEHIND = /^(?:以?内|之内|[以之]?后|以上|以下|左右|游|均)/u;

/** Events that days are counted from. */
const COUNTED_BACK = /(?:[届期]满|到期|[届开竣完施停复]工|实施|召开|举办)$/u;

/** 30日, 七月三十号's 三十号, 12-19日 and 12日-19日 as a range of one month. */
const dayOfMonth: Part = {
  name: 'day-of-month',
  starts: `的${DIGIT_CHARS}${NUMERAL_CHARS}`,
  after: '日号-—–~至到 ',
  pattern: new RegExp(
    `(?:的)?(?:(?<first>${SMALL})[日号]?(?:[-—–~]{1,2}|至|到)(?=${SMALL} ?[日号]))?(?<n>${SMALL}) ?[日号](?!线|楼|院|厂|店|馆|门|机|召|码|文|令|房|室|地块|子|产|用|常|报|均|公告|通知)`,
    'uy',
  ),
  read(groups, state, { text, start, end }) {
    const within = state.period;
    if (!opens(state) && within!.grain !== 'month') return null;
    const inMonth = within?.grain === 'month';
    if (!inMonth) {
      // 届满30日前, 开工15日前: days counted back from what the word names.
      if (text[end - 1] === '日' && COUNTED_BACK.test(text.slice(Math.max(0, start - 2), start))) return null;
      if (
        /[\d一二三四五六七八九十廿个几数第.-]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
        start > 0
      )
        return null;
      if (
        text[end - 1] === '日' &&
        (LENGTH_BEHIND.test(text.slice(end, end + 3)) || /[两几]/u.test(groups.n!))
      )
        return null;
      if (/^的/u.test(text.slice(start, start + 1))) return null;
    }
    const { year, month, assumed } = monthFor(state);
    const n = numeralValue(groups.n);
    const size = daysInMonth(year, month);
    // The 31st of a shorter month is the next month's; the 29th of February the next leap year's.
    let day = makeDay(year, month, n);
    if (!day && n > size && n <= 31) {
      if (!inMonth) day = makeDay(month === 12 ? year + 1 : year, (month % 12) + 1, n);
      else if (state.assumed.includes('year') && month === 2 && n === 29) day = nextLeapDay(year);
    }
    const next = day ? narrowed(state, dayPeriod(day), assumed) : null;
    const since = groups.first ? makeDay(year, month, numeralValue(groups.first)) : null;
    return next && since && since <= next.period!.to ? { ...next, since } : next;
  },
};

function nextLeapDay(year: number): string | null {
  for (let y = year; y < year + 9; y++) {
    const day = makeDay(y, 2, 29);
    if (day) return day;
  }
  return null;
}

/** 1月3, 十二月十五, 2013年2月2: a numeral behind a month, with no unit of its own behind it. */
const bareDay: Part = {
  name: 'bare-day',
  starts: `${DIGIT_CHARS}${NUMERAL_CHARS}`,
  pattern: new RegExp(
    `(?<n>${SMALL})(?=$|[,，。;；、)）\\s至到—~-]|[上下早晚凌][午上晨]|截止|[以之]?[前后]|开始|起)`,
    'uy',
  ),
  read(groups, state, { text, start }) {
    if (state.period?.grain !== 'month' || !/月$/u.test(text.slice(start - 1, start))) return null;
    const { year, month, assumed } = monthFor(state);
    const day = makeDay(year, month, numeralValue(groups.n));
    return day ? narrowed(state, dayPeriod(day), assumed) : null;
  },
};

const DAY_WORDS: Readonly<Record<string, number>> = {
  大大前: -4,
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  本: 0,
  明: 1,
  后: 2,
  大后: 3,
  大大后: 4,
  次: 1,
  翌: 1,
  隔: 1,
  同: 0,
  当: 0,
};

/** 今天, 明日, 大后天, 次日; 今晚, 明早, 昨晚, 今晨 with the part of the day. */
const relativeDay: Part = {
  name: 'relative-day',
  starts: '大前后昨今明次翌本同当隔',
  pattern:
    /(?<word>大{0,2}[前后]|昨|今|明|次|翌|本|同|当|隔)(?:(?<day>[天日])|(?<part>[早晚晨夜]))(?!头条|报|常|晚报|夜晚|复)/uy,
  read(groups, state, { text, start }) {
    const word = groups.word!;
    const within = state.shifted ? undefined : state.period?.grain;
    if (within !== undefined && within !== 'day' && within !== 'year') return null;
    if (/[目以之日生提\d]$/u.test(text.slice(Math.max(0, start - 1), start)) && /^[前后]/u.test(word))
      return null;
    if ((word === '当' || word === '同') && !groups.part) return null;
    if (word === '本' && !groups.day) return null;
    if ((word === '前' || word === '后') && !groups.day) return null;
    const step = DAY_WORDS[word];
    if (step === undefined) return null;
    // 去年的今天, 一年前的今天, 明天的后天
    let from = state.reference.day;
    if (state.period?.grain === 'year' && !state.shifted) {
      from = makeDay(yearOf(state.period.to), monthOf(from), Number(from.slice(8))) ?? from;
    } else if (state.period?.grain === 'day' && !state.shifted) {
      if (text[start - 1] !== '的') return null;
      from = state.period.to;
    }
    if ((word === '次' || word === '翌' || word === '隔') && !state.period) from = state.base;
    const next = narrowed(state, dayPeriod(addDays(from, step)), ['reference']);
    if (!next || !groups.part) return next;
    return { ...next, daypart: groups.part === '晚' || groups.part === '夜' ? 'evening' : 'morning' };
  },
};

/** 今明两天, 明后天, 今明后三天, 今天明天后天三天, 明后大后三天. */
const severalDays: Part = {
  name: 'several-days',
  starts: '昨今明大后',
  pattern: /(?<days>(?:[昨今明]天?|大?后天?){2,3})(?:(?<count>[两三23])?天)?/uy,
  read(groups, state) {
    if (state.period) return null;
    const words = groups.days!.replace(/天/gu, '').match(/大后|[昨今明后]/gu) ?? [];
    const steps = words.map((word) => DAY_WORDS[word]!);
    if (!/天/u.test(groups.days!) && !groups.count) return null;
    if (steps.some((step, at) => at > 0 && step !== steps[at - 1]! + 1)) return null;
    const today = state.reference.day;
    return {
      ...state,
      since: addDays(today, steps[0]!),
      period: dayPeriod(addDays(today, steps.at(-1)!)),
      assumed: ['reference'],
    };
  },
};

/** 第二天, 最后一天, 倒数第3天, 前10天 of a month or a year. */
const nthDay: Part = {
  name: 'nth-day',
  starts: '的最倒第前首',
  pattern: new RegExp(
    `的?(?:(?<last>最后一)|(?<back>倒数)?第(?<n>\\d{1,3}|${SMALL})|前(?<count>${SMALL})|(?<first>首))[天日]`,
    'uy',
  ),
  read(groups, state) {
    const within = state.period;
    if (!within || state.shifted || (within.grain !== 'month' && within.grain !== 'year')) return null;
    const count = numeralValue(groups.n ?? groups.count) || 1;
    const size = daysBetween(within.from, within.to) + 1;
    if (count > size) return null;
    if (groups.count)
      return narrowed(state, { from: within.from, to: addDays(within.from, count - 1), grain: 'third' });
    const day = groups.last || groups.back ? addDays(within.to, 1 - count) : addDays(within.from, count - 1);
    return narrowed(state, dayPeriod(day));
  },
};

export const dayParts: Part[] = [severalDays, nthDay, dayOfMonth, relativeDay, bareDay];
