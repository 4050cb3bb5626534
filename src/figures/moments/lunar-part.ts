import { lunarDay } from './lunar.ts';
import { dayPeriod, narrowed, opens, type Part, yearFor } from './moment.ts';

const DIGITS = '零一二三四五六七八九十';
const MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

/** 农历八月十五, 大年初三, 正月十五, 腊月廿三: a day of the lunar calendar, of the year that is meant or of the day asked on. */
export const lunarDate: Part = {
  name: 'lunar-day',
  starts: '农阴旧大正腊',
  pattern:
    /(?:(?:农历|阴历|旧历)(?:的)?(?<month>正|冬|腊|十[一二]?|[一二三四五六七八九])月|(?<newYear>大年|(?:农历)?正月)|(?<last>腊)月)(?<day>初[一二三四五六七八九十]|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十)(?:[日号](?!线|楼))?/uy,
  read({ month, newYear, last, day }, state) {
    if (!opens(state) && state.period!.grain !== 'year') return null;
    const { year, assumed } = yearFor(state);
    const named = newYear ? '正' : last ? '腊' : month!;
    const found = lunarDay(year, MONTHS[named] ?? numberOf(named), numberOf(day!.replace('初', '')));
    return found ? narrowed(state, dayPeriod(found), assumed) : null;
  },
};

/** 五, 十, 十五, 廿三, 二十, 三十. */
function numberOf(written: string): number {
  const spelled = written.replace('廿', '二十');
  const [tens = '', ones = ''] = spelled.includes('十') ? spelled.split('十') : ['', spelled];
  const ten = spelled.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens)) : 0;
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}
