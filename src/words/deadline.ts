/** What is said about deadlines and reminders, in Chinese. */
import {
  type Day,
  dayOfMonthOf,
  daysBetween,
  monthOf,
  shanghaiDay,
  weekdayOf,
  yearOf,
} from '../contract/index.ts';
import { holidayName, isPublished, isWorkday, lastWorkdayOnOrBefore } from '../policy/index.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const weekday = (day: Day) => `周${WEEKDAYS[weekdayOf(day) - 1]}`;
const monthAndDay = (day: Day) => `${monthOf(day)}月${dayOfMonthOf(day)}日`;

/** 7月30日（周六） */
export const sayDay = (day: Day): string => `${monthAndDay(day)}（${weekday(day)}）`;
/** 2022年7月30日（周六） */
export const sayDayWithYear = (day: Day): string => `${yearOf(day)}年${sayDay(day)}`;

/**
 * 7月30日是周六，最后一个工作日是7月29日（周五）; null on a plain working day of a year whose holidays are published. With `today`, it says
 * too when that working day is today or has gone by.
 */
export function dayNote(day: Day, today?: Day): string | null {
  const unpublished = isPublished(day) ? null : `${yearOf(day)}年放假安排尚未收录，请留意当年的节假日通知`;
  if (isWorkday(day)) return unpublished && `${unpublished}。`;
  // Where the holidays are not known, neither is the last working day before.
  if (unpublished) return `${monthAndDay(day)}是${weekday(day)}；${unpublished}。`;
  const holiday = holidayName(day);
  const what = holiday ? `${holiday}假期` : weekday(day);
  const last = lastWorkdayOnOrBefore(day);
  if (today === last) return `${monthAndDay(day)}是${what}，今天就是最后一个工作日。`;
  const gone = today !== undefined && today > last ? '，已经过了' : '';
  return `${monthAndDay(day)}是${what}，最后一个工作日是${sayDay(last)}${gone}。`;
}

/** What the reminder is about, as knowledge has it. */
export interface DeadlineSubject {
  /** 假日连续生产补贴 */
  name: string;
  /** 洪府办发〔2022〕58号 第2条 */
  source: string;
  /** Which of the document's dates the deadline is. */
  deadlineKind: 'apply-by' | 'valid-until';
  /** Where another document has taken its place by now: 《…》（文号）, and whether that one states a day that reminders go over to. */
  replaced?: { by: string; goesOn: boolean };
}

const DEADLINE_WORDS: Record<DeadlineSubject['deadlineKind'], { short: string; long: string }> = {
  'apply-by': { short: '申报', long: '申报截至' },
  'valid-until': { short: '有效期', long: '文件没有写申报截止日期，有效期至' },
};

/** What is told of a due reminder. `was`: the day before the deadline was moved. */
export interface DueReminder {
  deadline: Day;
  was: Day | null;
  isResend: boolean;
}

/** The message that goes out. The days left are counted when it leaves: it may have waited. */
export function reminderText(row: DueReminder, subject: DeadlineSubject, now: number): string {
  if (subject.replaced) return replacedText(row, subject, subject.replaced);
  const words = DEADLINE_WORDS[subject.deadlineKind];
  const head = `${row.isResend ? '补发（如已收到请忽略）：' : ''}【${words.short}${row.was ? '日期有变' : '提醒'}】${subject.name}`;
  const lines = [
    head,
    row.was
      ? `${words.long}由${sayDayWithYear(row.was)}改为${sayDayWithYear(row.deadline)}，${daysLeft(row.deadline, now)}。您的提醒已按新日期重排。`
      : `${words.long}${sayDayWithYear(row.deadline)}，${daysLeft(row.deadline, now)}。`,
    dayNote(row.deadline, shanghaiDay(now)),
    `依据：${subject.source}`,
    '报完了回“已申报”，不想再收回“取消提醒”。',
  ];
  return lines.filter((line) => line !== null).join('\n');
}

function replacedText(
  { isResend }: DueReminder,
  { name, source }: DeadlineSubject,
  { by, goesOn }: { by: string; goesOn: boolean },
): string {
  return [
    `${isResend ? '补发（如已收到请忽略）：' : ''}【文件有变】${name}`,
    `${source}已被${by}替代。`,
    goesOn ? '您的提醒已改按新文件的日期。' : '新文件没有写截止日期，原来的提醒不再发。',
    '想知道新文件怎么规定，直接问我就行。',
  ].join('\n');
}

function daysLeft(deadline: Day, now: number): string {
  const days = daysBetween(shanghaiDay(now), deadline);
  if (days === 0) return '今天是最后一天';
  return days < 0 ? '已经过了' : `还有${days}天`;
}
