/** 明天去行不行 · 7月31号报来得及吗: a day beside the last one. */

import { formatFullDay, readFigures } from '../../figures/index.ts';
import { deadlineOf, subjectOf } from '../../policy/index.ts';
import { datesOf, measureWords, sourceOf, daysWords as words } from '../../words/index.ts';
import { clausesOf } from '../reading.ts';
import { type Outcome, type Scene, say } from '../scene.ts';

/** 明天呢 · 周日呢 · 30号呢. */
const ONLY_DAY =
  /^(?:那么?)?(?:今天|明天|后天|大后天|周[一二三四五六日天]|星期[一二三四五六日天]|下周[一二三四五六日天]|\d{1,2}[月号日.]\d{0,2}[号日]?)(?:呢|行吗|行不行|可以吗)[?？]?$/u;

/** Going there, handing in, and whether that will do. */
const GOES = /去|报|交|办|申请|申报|赶/u;
const ASKS_IF =
  /行不行|行吗|可以吗|来得及|来不及|赶得上|晚不晚|迟不迟|还能|能不能|能[^，。]{0,4}[吗不么]|就(?:行|可以|成|好)|[行成]$/u;

/** 周六有人上班吗 · 大厅开不开门: of the office, which no document states; of the last day, what the calendar says. */
const ASKS_OPEN = /上班|开门|办公|值班|放假|休息|下班/u;
const WEEKEND = /周[六日天末]|星期[六日天]|礼拜[六日天]|双休|节假日|假期/u;

function explainOpen({ message, today, mind, planner, state }: Scene, about: string): Outcome | null {
  const subject = subjectOf(mind.knowledge, about);
  const deadline = subject && deadlineOf(subject);
  if (deadline?.kind !== 'apply-by' || deadline.day < today) return null;
  if (!ASKS_OPEN.test(message.text) || !WEEKEND.test(message.text)) return null;
  const note = planner.dayNote(deadline.day);
  const lines = [words.lastDay(formatFullDay(deadline.day)), note, words.openHours];
  return say(state, lines.filter((line) => line !== null).join('\n'), {
    about,
    asks: state.asked.length > 0 ? state.asked : null,
  });
}

/** 明年3月再投还算不算 · 那12月买呢: a deed planned for a day beside the end of a document that names no day of applications. */
export function besideTheEnd(scene: Scene): Outcome | null {
  const { message, today, mind, state } = scene;
  const subject = subjectOf(mind.knowledge, state.about);
  const end = subject && deadlineOf(subject);
  if (!subject || end?.kind !== 'valid-until' || end.day < today) return null;
  if (!STILL_COUNTS.test(message.text)) return null;
  const [day, ...more] = readFigures(message.text, { ref: today }).flatMap((figure) =>
    figure.kind === 'date' ? [figure.value] : figure.kind === 'daterange' && figure.from ? [figure.from] : [],
  );
  if (day === undefined || more.length > 0 || day < today) return null;
  const { policy, measure } = subject;
  // Some clauses name months of their own: only that it is too late is sure of all.
  if (day <= end.day && measure?.benefits.some(({ during }) => during)) return null;
  const lines = [
    (day > end.day ? words.afterEnd : words.beforeEnd)(formatFullDay(day), datesOf(policy)),
    measureWords.quote(policy.validUntil?.quote ?? ''),
    sourceOf(policy, measure),
  ];
  return say(state, lines.join('\n'), {
    about: state.about,
    asks: state.asked.length > 0 ? state.asked : null,
  });
}
const STILL_COUNTS =
  /算不算|算[吗么不数]|还[算能给有行可]|能不能|行不行|[行以成]吗|来得及|赶得上|有没有(?:钱|补|奖)|管用|有效|呢[?？]?$/u;

export function explainDay(scene: Scene, about: string): Outcome | null {
  const { message, today, mind, planner, state } = scene;
  const open = explainOpen(scene, about);
  if (open) return open;
  // 明天呢, after 今天还能交吗: the same of another day.
  const last = clausesOf(message.text).at(-1) ?? '';
  const same = ONLY_DAY.test(last) && GOES.test(state.opened ?? '');
  if (!same && (!GOES.test(message.text) || !ASKS_IF.test(message.text))) return null;
  const subject = subjectOf(mind.knowledge, about);
  const deadline = subject && deadlineOf(subject);
  if (deadline?.kind !== 'apply-by') return null;
  const [day] = readFigures(message.text, { ref: today }).flatMap((figure) =>
    figure.kind === 'date' ? [figure.value] : figure.kind === 'daterange' && figure.to ? [figure.to] : [],
  );
  if (day === undefined || day < today) return null;
  const closes = formatFullDay(deadline.day);
  const late = day > deadline.day;
  const said = late ? words.tooLate(formatFullDay(day), closes) : words.inTime(formatFullDay(day), closes);
  const note = late ? null : planner.dayNote(deadline.day);
  return say(state, [said, note].filter((line) => line !== null).join('\n'), {
    about,
    asks: state.asked.length > 0 ? state.asked : null,
  });
}
