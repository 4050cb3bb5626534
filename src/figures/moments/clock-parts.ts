import {
  type Clock,
  type Daypart,
  DIGIT_CHARS,
  NUMERAL_CHARS,
  numeralValue,
  type Part,
  type State,
} from './moment.ts';

const DAYPARTS: Readonly<Record<string, Daypart>> = {
  凌晨: 'dawn',
  清晨: 'morning',
  早上: 'morning',
  早晨: 'morning',
  早间: 'morning',
  上午: 'morning',
  早: 'morning',
  中午: 'noon',
  正午: 'noon',
  午间: 'noon',
  下午: 'afternoon',
  午后: 'afternoon',
  傍晚: 'evening',
  晚上: 'evening',
  晚间: 'evening',
  晚: 'evening',
  夜里: 'night',
  夜间: 'night',
  半夜: 'night',
  深夜: 'night',
  午夜: 'night',
  夜晚: 'evening',
};

/** 上午, 下午的, 晚上: only as the beginning of a time of day. */
const daypart: Part = {
  name: 'daypart',
  starts: '的凌清早上中正午下傍晚夜半深',
  pattern:
    /的?(?<word>凌晨|清晨|早上|早晨|早间|上午|早(?=\d)|中午|正午|午间|下午|午后|傍晚|晚上|晚间|晚(?=\d)|夜里|夜间|半夜|深夜|午夜|夜晚)的?/uy,
  read(groups, state) {
    if (state.clock || (state.period && state.period.grain !== 'day')) return null;
    return { ...state, daypart: DAYPARTS[groups.word!]! };
  },
};

/** 12 hours on, by the part of the day: 下午3点, 晚上8点, 中午1点, 半夜11点. 晚上12点 is the end of the day. */
const SHIFTS: Readonly<Record<Daypart, (hour: number) => number>> = {
  dawn: (hour) => (hour === 12 ? 0 : hour),
  morning: (hour) => hour,
  noon: (hour) => (hour <= 3 ? hour + 12 : hour),
  afternoon: (hour) => (hour < 12 ? hour + 12 : hour),
  evening: (hour) =>
    hour === 12 ? 24 : hour >= 4 && hour < 12 ? hour + 12 : hour >= 1 && hour < 4 ? hour + 24 : hour,
  night: (hour) => (hour === 12 ? 24 : hour >= 6 && hour < 12 ? hour + 12 : hour),
};

const HOUR = 3600;

/** A bare 3点 is the afternoon's once the morning's is past; 9点 and 13点 are what they say. */
function guess(hour: number, past: number, state: State): number {
  const dayNamed = state.period !== null && state.period.from !== state.reference.day;
  return !dayNamed && hour >= 1 && hour <= 6 && state.reference.seconds > hour * HOUR + past
    ? hour + 12
    : hour;
}

function withClock(
  state: State,
  hour: number,
  minute: number,
  second: number | undefined,
  plain: boolean,
): State | null {
  if (state.clock || (state.period && state.period.grain !== 'day')) return null;
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60 && (second ?? 0) < 60)) return null;
  const said = state.daypart
    ? SHIFTS[state.daypart](hour)
    : plain
      ? hour
      : guess(hour, minute * 60 + (second ?? 0), state);
  const clock: Clock = {
    from: said * HOUR + minute * 60 + (second ?? 0),
    sure: plain || state.daypart !== undefined || hour > 12,
  };
  if (second !== undefined) clock.seconds = true;
  return { ...state, clock };
}

const half = (suffix: string | undefined, state: State): State =>
  suffix === undefined ? state : { ...state, daypart: /^p/i.test(suffix) ? 'afternoon' : 'morning' };

/** 15:30, 9:00:30, 3:15pm, 11:00时, 8:00 a.m. */
const colon: Part = {
  name: 'clock',
  starts: DIGIT_CHARS,
  after: ':',
  pattern:
    /(?<h>[01]?\d|2[0-4]):(?<m>[0-5]\d)(?::(?<s>[0-5]\d))?(?: ?(?<half>[ap](?:\.?m\.?)?)(?![a-z]))?时?(?![\d%])/iuy,
  read(groups, state, { text, start }) {
    if (/[\d:.A-Za-z]$/u.test(text.slice(Math.max(0, start - 1), start))) return null;
    const at = half(groups.half, state);
    return withClock(
      at,
      Number(groups.h),
      Number(groups.m),
      groups.s === undefined ? undefined : Number(groups.s),
      true,
    );
  },
};

/** 3pm, 11 a.m. */
const latinHour: Part = {
  name: 'clock-pm',
  starts: DIGIT_CHARS,
  after: 'apAP点 ',
  pattern: /(?<h>1[0-2]|[1-9])点?(?<m>[0-5]\d)?(?:分)? ?(?<half>[ap]\.?m\.?)(?![a-z])/iuy,
  read(groups, state, { text, start }) {
    if (/[\d:.A-Za-z]$/u.test(text.slice(Math.max(0, start - 1), start))) return null;
    return withClock(half(groups.half, state), Number(groups.h), Number(groups.m ?? 0), undefined, true);
  },
};

const N = '(?:\\d{1,2}|[零〇一二三四五六七八九十两廿]{1,3})';

/** 8点, 十六时四十分, 三点半, 五点一刻, 11点05, 零点整, 3点半五十九秒; 9~12点半 and 七八点 as a range. */
const hour: Part = {
  name: 'hour',
  starts: `${DIGIT_CHARS}${NUMERAL_CHARS}`,
  after: '点时-—–~至到',
  pattern: new RegExp(
    `(?:(?<first>${N})[点时]?(?:[-—–~]{1,2}|至|到))?(?<h>${N})(?<unit>[点时])(?:多?钟|整|正|许|多)?(?:(?<half>半)|(?<q>[一三13])刻|过?(?<m>${N})(?<min>分钟?)?)?(?:(?<s>${N})秒)?(?:许|左右|多?钟)?`,
    'uy',
  ),
  read(groups, state, { text, start, end, hasReference }) {
    if (
      /(?<!周|星期|礼拜)[\d一二三四五六七八九十百千万零第个.有差]$/u.test(
        text.slice(Math.max(0, start - 3), start),
      ) &&
      !(state.daypart || state.period)
    )
      return null;
    const said = state.daypart !== undefined || state.period !== null;
    const pair = /^(?:一二|二三|三四|四五|五六|六七|七八|八九|九十)$/u.exec(groups.h!)?.[0];
    const h = pair ? numeralValue(pair[1]) : numeralValue(groups.h);
    // 三点十五 is a time where a day is known or minutes are plain; 零点零一 and 二十七点三 are decimals.
    if (
      groups.m &&
      !groups.min &&
      !said &&
      (!hasReference || !isMinute(groups.m) || /^[零〇]$/u.test(groups.h!))
    )
      return null;
    if (groups.m && !groups.min && !said && /^[个百度%亿万千]/u.test(text.slice(end, end + 1))) return null;
    // 一点 alone is "a little"; 3个点, 几点 never come here.
    const bare = !groups.m && !groups.half && !groups.q && !/[整正许钟]/u.test(text.slice(start, end));
    if (bare && !said && groups.unit === '点' && /^[一两]$/u.test(groups.h!)) return null;
    if (
      bare &&
      !said &&
      groups.unit === '时' &&
      !/^(?:\d{1,2}|零|十[一二三四五六七八九]?|二十[一-四]?)$/u.test(groups.h!)
    )
      return null;
    if (
      bare &&
      /^(?:意见|建议|要求|问题|希望|说明|原因|内容|措施|体会|期|间|代|候)/u.test(text.slice(end, end + 2))
    )
      return null;
    const minute = groups.half
      ? 30
      : groups.q
        ? numeralValue(groups.q) * 15
        : groups.m
          ? numeralValue(groups.m)
          : 0;
    const next = withClock(
      state,
      h,
      minute,
      groups.s === undefined ? undefined : numeralValue(groups.s),
      false,
    );
    const first = pair ? numeralValue(pair[0]) : groups.first ? numeralValue(groups.first) : Number.NaN;
    if (!next || Number.isNaN(first) || first > 24) return next;
    const from = withClock(state, first, 0, undefined, false)?.clock?.from;
    if (from === undefined) return next;
    // 中午3点到6点, 9点到9点: the end lies behind the beginning.
    const to = next.clock!.from;
    return {
      ...next,
      clock: { ...next.clock!, from, to: to <= from && to + 12 * HOUR > from ? to + 12 * HOUR : to },
    };
  },
};

/** Without 分 the minutes must look like minutes: 三点十五, 11点05, not 二十七点三. */
const isMinute = (minute: string): boolean =>
  /^(?:[0-5]\d|[零〇][一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?)$/u.test(minute);

export const clockParts: Part[] = [daypart, colon, latinHour, hour];
