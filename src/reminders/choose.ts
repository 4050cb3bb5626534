/** Words → when to remind. Numbers, days and times are read by the figures room; here stand only the words around them. */
import { addDays, addMonths, type Day, type ReminderChoice, shanghaiTime } from '../contract/index.ts';
import { type Figure, readFigures } from '../figures/index.ts';
import { instantOf } from './local-time.ts';

/** Time of day for a day named without one. */
const MORNING = '09:00';

/**
 * Null when the words choose nothing. `now` is local time 'YYYY-MM-DDTHH:MM'. A choice that lies in the past is answered as it was
 * made: planning finds that nothing of it is ahead, and the contact is told.
 */
export function chooseReminder(text: string, now: string): ReminderChoice | null {
  for (const read of READERS) {
    const choice = read(text, now);
    if (choice) return choice;
  }
  return null;
}

type Reader = (text: string, now: string) => ReminderChoice | null;
/** In this order: 提前五天上午九点 is no 上午九点 of today. */
const READERS: Reader[] = [readWeekly, readDaily, readDaysBefore, readMoment];

/** 每周一, 每个星期五下午三点, 每礼拜天 */
const WEEKLY = /每个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天1-7])/u;
const WEEKDAYS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 };

function readWeekly(text: string, now: string): ReminderChoice | null {
  const written = WEEKLY.exec(text)?.groups?.weekday;
  if (!written) return null;
  const weekday = WEEKDAYS[written] ?? Number(written);
  return { kind: 'weekly', weekday, ...timeOfDay(text.replace(WEEKLY, '每周'), now) };
}

/** 每天提醒我, 天天提醒: on each day of the last week. */
const DAILY = /每天|每日|天天/u;

function readDaily(text: string, now: string): ReminderChoice | null {
  if (!DAILY.test(text)) return null;
  return { kind: 'days-before', days: [7, 6, 5, 4, 3, 2, 1, 0], ...timeOfDay(text.replace(DAILY, ''), now) };
}

/** 提前五天, 截止前一周, 到期前3天和1天, 提前一周和前一天 */
const BEFORE =
  /提前|提早|(?:截止|截至|到期|结束|期满|过期)(?:日|日期)?(?:之|的)?前|前(?=[\d一二两三四五六七八九十半])/gu;
/** 截止当天, 和当天, 最后一天 */
const ON_THE_DAY = /(?:截止|截至|到期|申报)?(?:的|日)?当[天日]|最后一天/u;

const DAYS_OF_UNIT: Record<string, number> = { day: 1, week: 7, month: 30, workday: 7 / 5 };

function readDaysBefore(text: string, now: string): ReminderChoice | null {
  const markers = [...text.matchAll(BEFORE)];
  const onTheDay = ON_THE_DAY.test(text);
  if (markers.length === 0 && !onTheDay) return null;
  // Without the markers 前一天 is one day and not the day before today.
  const bare = text
    .slice(markers[0]?.index ?? 0)
    .replace(BEFORE, '，')
    .replace(ON_THE_DAY, '');
  const days = readFigures(bare, {}).flatMap(daysOf);
  if (onTheDay) days.push(0);
  const distinct = [...new Set(days)].sort((a, b) => b - a);
  return distinct.length === 0 ? null : { kind: 'days-before', days: distinct, ...timeOfDay(bare, now) };
}

function daysOf(figure: Figure): number[] {
  if (figure.kind !== 'duration' || figure.value === undefined) return [];
  const days = DAYS_OF_UNIT[figure.unit];
  return days === undefined ? [] : [Math.ceil(figure.value * days)];
}

/** 7月25日上午九点, 明早, 下周三, 后天下午3点, 三小时后 */
function readMoment(text: string, now: string): ReminderChoice | null {
  const figures = readFigures(text, { ref: now }).filter((figure) => !isDeadline(text, figure));
  const later = figures.map((figure) => soon(text, figure, now)).find((at) => at !== null);
  if (later) return { kind: 'at', at: later };
  const times = figures.flatMap((figure) =>
    figure.kind === 'time' ? [figure.value ?? figure.from ?? ''] : [],
  );
  const moment = times.find((time) => time.includes('T'));
  if (moment) return { kind: 'at', at: moment.slice(0, 16) };
  const day = figures.map((figure) => firstDay(figure, now)).find((day) => day !== null) ?? null;
  const clock = times.find((time) => time !== '')?.slice(0, 5) ?? null;
  if (day !== null) return { kind: 'at', at: `${day}T${clock ?? MORNING}` };
  return clock === null ? null : { kind: 'at', at: nextTime(clock, now) };
}

/** 7月30日截止的那项提醒我: the date says which one, not when. */
function isDeadline(text: string, figure: Figure): boolean {
  return /^(?:就|才|会|是)?(?:截止|截至|到期|结束|前|之前|以前)/u.test(text.slice(figure.end));
}

/** A bare 1号 that is past means the next month's; a past 7月1日 was meant as it was said. */
function firstDay(figure: Figure, now: string): Day | null {
  if (figure.kind === 'date') {
    const isNextMonths = figure.value < now.slice(0, 10) && figure.assumed?.includes('month');
    return isNextMonths ? addMonths(figure.value, 1) : figure.value;
  }
  if (figure.kind !== 'daterange') return null;
  // 月底 is the end of it; 25号前 the day before.
  if (LATE.test(figure.text) && figure.to) return figure.to;
  return figure.from ?? (figure.to && BEFORE_IT.test(figure.text) ? addDays(figure.to, -1) : null);
}

/** 25号前, not 30日截止. */
const BEFORE_IT = /前$/u;
/** 月底 · 年末 · 下旬末. */
const LATE = /[底末]/u;

const MINUTES_OF_UNIT: Record<string, number> = {
  second: 1 / 60,
  minute: 1,
  hour: 60,
  day: 1440,
  week: 10_080,
};

/** 三小时后, 半小时以后 → a local time. */
function soon(text: string, figure: Figure, now: string): string | null {
  if (figure.kind !== 'duration' || figure.value === undefined) return null;
  const minutes = MINUTES_OF_UNIT[figure.unit];
  if (minutes === undefined || !/^(?:之|以)?后/u.test(text.slice(figure.end))) return null;
  return shanghaiTime(instantOf(now.slice(0, 16)) + Math.ceil(figure.value * minutes) * 60_000);
}

/** Today at this time when it is still ahead, else tomorrow. */
function nextTime(clock: string, now: string): string {
  const today = `${now.slice(0, 10)}T${clock}`;
  return today > now.slice(0, 16) ? today : shanghaiTime(instantOf(today) + 86_400_000);
}

function timeOfDay(text: string, now: string): { time?: string } {
  const figure = readFigures(text, { ref: now }).find((each) => each.kind === 'time');
  const time =
    figure?.kind === 'time' ? (figure.value ?? figure.from)?.split('T').at(-1)?.slice(0, 5) : undefined;
  return time === undefined ? {} : { time };
}
