import { makeDay, yearOf } from '../../contract/index.ts';
import { DIGIT_CHARS, fullYear, NUMERAL_CHARS, narrowed, opens, type Part, yearPeriod } from './moment.ts';

const YEAR = '(?:\\d{4}|[一二三四五六七八九〇零]{4}|\\d{2}|[一二三四五六七八九〇零]{2})';

/** What may not stand behind a two-digit 年, or it is a length of time: 20年内, 15年以上, 30年期. */
const LENGTH_BEHIND =
  /^(?:以?[上下内]|之[内上下]|期|的?时间|左右|多|来|经验|历史|工龄|半|零|[又和加外]|[前后]|之[前后]|以[前后])/u;
/** … nor before it. */
const LENGTH_BEFORE = /(?:满|近|达|已|了|过|足|于|为期|期限|年限|最长|最短|至少|每|工龄|连续|约)$/u;

/** 22年, 98年 against 20年 (of experience): a two-digit year must lie near the day asked on, or say 0 first. */
function isYear(numeral: string, near: number, before: string, behind: string): boolean {
  if (numeral.length === 4) return true;
  if (/^[0〇零]/u.test(numeral)) return true;
  if (
    /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:月|-)|^(?:[第前上下年首度Qq]|[一二三四]季|[初底末])/u.test(
      behind,
    )
  )
    return true;
  if (LENGTH_BEHIND.test(behind) || LENGTH_BEFORE.test(before)) return false;
  const year = fullYear(numeral, near);
  return (year >= near - 14 && year <= near + 5) || (year < 2000 && year >= 1950);
}

/** 2022年, 二〇二二年度, 22年, 九八年. */
const year: Part = {
  name: 'year',
  starts: `${DIGIT_CHARS}${NUMERAL_CHARS}`,
  after: '年 ',
  pattern: new RegExp(`(?<year>${YEAR}) ?年(?:度|份)?(?!级|轻|龄|报)`, 'uy'),
  read(groups, state, { text, start, end }) {
    if (!opens(state)) return null;
    const near = yearOf(state.base);
    if (/[\d一二三四五六七八九十百千零〇.]$/u.test(text.slice(start - 1, start)) && start > 0) return null;
    if (!isYear(groups.year!, near, text.slice(Math.max(0, start - 3), start), text.slice(end, end + 4)))
      return null;
    const value = fullYear(groups.year!, near);
    if (!(value >= 1 && value <= 9999)) return null;
    return narrowed(state, yearPeriod(value), groups.year!.length === 4 ? [] : ['century']);
  },
};

/** 2022—2024年, 1985到89年9月, 2010 年至 2018 年. */
const years: Part = {
  name: 'years',
  starts: `${DIGIT_CHARS}${NUMERAL_CHARS}`,
  after: '年-—–~至到 ',
  pattern:
    /(?<first>\d{4}|[一二三四五六七八九〇零]{4}|\d{2}) ?年? ?(?:[-—–~]{1,2}|至|到) ?(?<last>\d{4}|[一二三四五六七八九〇零]{4}|\d{2}) ?年(?:度|前)?(?!以上|以下|期)/uy,
  read(groups, state, { text, start }) {
    if (state.period || /[\d一二三四五六七八九十.]$/u.test(text.slice(Math.max(0, start - 1), start)))
      return null;
    if (groups.first!.length < 4 && groups.last!.length < 4) return null;
    const first = fullYear(groups.first!, yearOf(state.base));
    const last = fullYear(groups.last!, first);
    const since = makeDay(first, 1, 1);
    if (!(last > first) || !since) return null;
    return { ...state, period: yearPeriod(last), since, assumed: [] };
  },
};

const STEPS: Readonly<Record<string, number>> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  上年: -1,
  上一年: -1,
  今年: 0,
  本年: 0,
  这一年: 0,
  当年: 0,
  同年: 0,
  明年: 1,
  来年: 1,
  次年: 1,
  下年: 1,
  下一年: 1,
  后年: 2,
  大后年: 3,
};

/** 去年, 今年, 上一年, 本年度. */
const relativeYear: Part = {
  name: 'relative-year',
  starts: '大前去上今本这当同明来次下后',
  pattern: new RegExp(
    `(?<word>${Object.keys(STEPS)
      .sort((a, b) => b.length - a.length)
      .join('|')})(?:度(?!假)|同期)?(?!夜饭|级|轻)`,
    'uy',
  ),
  read(groups, state, { text, start }) {
    if (!opens(state)) return null;
    const word = groups.word!;
    // 以上年 is not 上年, 目前年 not 前年, 两年前年 …
    if (/[以目之生]$/u.test(text.slice(Math.max(0, start - 1), start)) && /^[上前后下]/u.test(word))
      return null;
    const from = word === '同年' || word === '次年' ? state.base : state.reference.day;
    return narrowed(state, yearPeriod(yearOf(from) + STEPS[word]!), ['reference']);
  },
};

/** 今明两年. */
const twoYears: Part = {
  name: 'two-years',
  starts: '今去',
  pattern: /(?<first>今明|去今)(?:两|2)?年/uy,
  read(groups, state) {
    if (state.period) return null;
    const year = yearOf(state.reference.day) + (groups.first === '去今' ? -1 : 0);
    return { ...state, since: yearPeriod(year).from, period: yearPeriod(year + 1), assumed: ['reference'] };
  },
};

/** 2016-2018, 2016到2018: two years of this age without 年, and no unit behind. */
const bareYears: Part = {
  name: 'bare-years',
  starts: '12',
  after: '-—–~至到 ',
  pattern:
    /(?<first>(?:19|20)\d{2}) ?(?:[-—–~]{1,2}|至|到) ?(?<last>(?:19|20)\d{2})(?![\d.%‰万亿千元块人名家个户台项天次倍分米亩吨年/:-])/uy,
  read(groups, state, { text, start }) {
    if (state.period || /[\d.A-Za-z/-]$/u.test(text.slice(Math.max(0, start - 1), start))) return null;
    const since = makeDay(Number(groups.first), 1, 1);
    const last = Number(groups.last);
    if (!since || !(last > Number(groups.first) && last - Number(groups.first) <= 30)) return null;
    return { ...state, period: yearPeriod(last), since, assumed: [] };
  },
};

export const yearParts: Part[] = [years, bareYears, year, twoYears, relativeYear];
