import { HOLIDAY_FIRST_CHARS, HOLIDAY_NAMES, holidayDay } from './holidays.ts';
import { dayPeriod, narrowed, opens, type Part, yearFor } from './moment.ts';

/** Names that are plain numerals too: only a holiday where nothing else is said or the words around it say so. */
const NUMERAL_NAMES = /^(?:五一|十一|六一|三一五|3\.15)$/u;
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
      if (!HOLIDAY_BEHIND.test(text.slice(end, end + 3)) || (start > 0 && /[到至]/u.test(text[end] ?? '')))
        return null;
      if (start > 0 && end === text.length && !/[,，。;；、\s在到从了]/u.test(before)) return null;
    }
    const { year, assumed } = yearFor(state);
    const here = holidayDay(name, year);
    const day = here && groups.next && here <= state.reference.day ? holidayDay(name, year + 1) : here;
    return day ? narrowed(state, dayPeriod(day), assumed) : null;
  },
};
