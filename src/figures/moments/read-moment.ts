import type { Day } from '../../contract/index.ts';
import { clockParts } from './clock-parts.ts';
import { dayParts } from './day-parts.ts';
import { holiday } from './holiday-part.ts';
import { lunarDate } from './lunar-part.ts';
import type { Part, Reference, State } from './moment.ts';
import { monthParts } from './month-parts.ts';
import { numericParts } from './numeric-parts.ts';
import { offsetParts } from './offset-parts.ts';
import { weekParts } from './week-parts.ts';
import { yearParts } from './year-parts.ts';

/** Tried in this order where the part before ended; the first that fits narrows what was said so far. */
export const PARTS: readonly Part[] = [
  ...offsetParts,
  ...numericParts,
  ...yearParts,
  ...monthParts,
  ...weekParts,
  holiday,
  lunarDate,
  ...dayParts,
  ...clockParts,
];

export interface MomentReading {
  end: number;
  /** 2月30日: no such day, and no month either. */
  impossible?: boolean;
  state: State;
  trace: string[];
}

export interface MomentContext {
  reference: Reference;
  /** Where missing years and months come from: the reference day, or the other end of a range. */
  base: Day;
  hasReference: boolean;
}

/** The parts by the character they can begin with. */
const BY_FIRST_CHARACTER = new Map<string, Part[]>();
for (const part of PARTS) {
  for (const char of new Set(part.starts))
    BY_FIRST_CHARACTER.set(char, [...(BY_FIRST_CHARACTER.get(char) ?? []), part]);
}

/** Everything else is passed over without trying a part. */
export const startsMoment = (char: string): boolean => BY_FIRST_CHARACTER.has(char);

/** At most so many parts stand in one moment: 去年 / 十二月 / 第一周 / 周三 / 下午 / 3点 … */
const MOST_PARTS = 12;

/** The longest moment that starts at `start`, read as a chain of parts, each narrowing the one before; null for none. */
export function readMomentAt(text: string, start: number, context: MomentContext): MomentReading | null {
  let state: State = { period: null, assumed: [], reference: context.reference, base: context.base };
  let end = start;
  const trace: string[] = [];
  for (let count = 0; count < MOST_PARTS; count++) {
    const step =
      nextPart(text, start, end, state, context) ??
      (count > 0 ? overBlank(text, start, end, state, context) : null);
    if (!step) break;
    state = step.state;
    end = step.end;
    trace.push(step.name);
  }
  // A part of the day alone (上午) is no figure.
  if (!state.period && !state.clock) return null;
  const beyond = impossibleDayBehind(text, end, state);
  return beyond === null ? { end, state, trace } : { end: beyond, state, trace, impossible: true };
}

/** 2月 and then 30日: the end of a day that the month does not have; null where no such day follows. */
function impossibleDayBehind(text: string, at: number, { period }: State): number | null {
  if (period?.grain !== 'month' || !/月$/u.test(text.slice(at - 1, at))) return null;
  IMPOSSIBLE_DAY.lastIndex = at;
  const match = IMPOSSIBLE_DAY.exec(text);
  return match ? at + match[0].length : null;
}
const IMPOSSIBLE_DAY = / ?(?:\d{1,2}|[二三]十[一二三四五六七八九]?) ?[日号](?![线楼院厂店文])/uy;

interface Step {
  state: State;
  end: number;
  name: string;
}

function nextPart(
  text: string,
  start: number,
  at: number,
  state: State,
  context: MomentContext,
): Step | null {
  const parts = BY_FIRST_CHARACTER.get(text[at] ?? '');
  if (!parts) return null;
  const unit = behindNumeral(text, at);
  for (const part of parts) {
    if (part.after !== undefined && unit !== undefined && !part.after.includes(unit)) continue;
    part.pattern.lastIndex = at;
    const match = part.pattern.exec(text);
    if (!match || match[0] === '') continue;
    const end = at + match[0].length;
    const site = { text, start: at, end, hasReference: context.hasReference };
    const next = part.read(match.groups ?? {}, state, site);
    if (next && end > start) return { state: next, end, name: part.name };
  }
  return null;
}

const NUMERALS = new Set('0123456789〇零一二三四五六七八九十廿卅两百千半俩');

/** The character behind the numeral at `at`, '' at the end of the text, undefined where there is no numeral. */
function behindNumeral(text: string, at: number): string | undefined {
  let end = at;
  while (end - at < 12 && NUMERALS.has(text[end] ?? '')) end++;
  return end === at ? undefined : (text[end] ?? '');
}

/** 2019-05-27 09:36, 二零一六年，九月三号: a blank or a comma between two parts. */
function overBlank(
  text: string,
  start: number,
  at: number,
  state: State,
  context: MomentContext,
): Step | null {
  const char = text[at];
  if (char !== ' ' && char !== ',' && char !== '，' && char !== '的' && char !== 'T') return null;
  if (state.clock) return null;
  const step = nextPart(text, start, at + 1, state, context);
  if (!step) return null;
  // A comma joins only a year with its month; elsewhere it separates two moments.
  if ((char === ',' || char === '，') && !(state.period?.grain === 'year' && step.name === 'month'))
    return null;
  return step;
}
