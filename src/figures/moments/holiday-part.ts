import { HOLIDAY_FIRST_CHARS, HOLIDAY_NAMES, holidayDay } from './holidays.ts';
import { dayPeriod, narrowed, opens, type Part, type State, yearFor } from './moment.ts';

/** Names that are plain numerals too: only a holiday where nothing else is said or the words around it say so. */
const NUMERAL_NAMES = /^(?:五一|十一|六一|三一五|3\.15)$/u;
/** Nobody says 五一 for 51 but digit by digit: what goes on or is counted behind it makes it a number. */
const DIGIT_BY_DIGIT = /^(?:五一|六一|三一五)$/u;
const COUNTED_BEHIND = /^[\d一二三四五六七八九十百千万亿零〇点.%％个人元块度台件条家户号年月日路折]/u;
const HOLIDAY_BEHIND = /^(?:长?假|黄金周|小长假|期间|放假|节|国庆|当天|[以之]?[前后]|加班|值班|到|至|$)/u;

/** 端午节, 中秋, 国庆节, 去年春节: the day itself; 期间 and 假期 belong to the words around it. */
export const holiday: Part = {
  name: 'holiday',
  starts: `的下${HOLIDAY_FIRST_CHARS}`,
  pattern: new RegExp(
    `的?(?<next>下一个|下个)?(?<name>${HOLIDAY_NAMES})(?:当天|当日|(?:小?长?假期?|黄金周|期间|放假)(?=[以之]?[前后]))?(?!路|街|广场|大道|小学|中学|酒店|影)`,
    'uy',
  ),
  read(groups, state, { text, start, end, hasReference }) {
    if (!opens(state) && state.period!.grain !== 'year') return null;
    const name = groups.name!;
    if (NUMERAL_NAMES.test(name) && !state.period) {
      const before = text.slice(Math.max(0, start - 1), start);
      if (!hasReference || /[\d一二三四五六七八九十百千万零点.]/u.test(before)) return null;
      const isPlain = DIGIT_BY_DIGIT.test(name) && !COUNTED_BEHIND.test(text.slice(end));
      if (isPlain) return holidayOf(name, groups.next, state);
      if (!HOLIDAY_BEHIND.test(text.slice(end, end + 3)) || (start > 0 && /[到至]/u.test(text[end] ?? '')))
        return null;
      if (start > 0 && end === text.length && !/[,，。;；、\s在到从了]/u.test(before)) return null;
    }
    return holidayOf(name, groups.next, state);
  },
};

function holidayOf(name: string, next: string | undefined, state: State): State | null {
  const { year, assumed } = yearFor(state);
  const here = holidayDay(name, year);
  const day = here && next && here <= state.reference.day ? holidayDay(name, year + 1) : here;
  return day ? narrowed(state, dayPeriod(day), assumed) : null;
}
