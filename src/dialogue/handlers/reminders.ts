/** Reminders: set, list, cancel, pause, resume, 已申报, quiet hours. The ledger itself is the reminders room's. */

import type { Effect, ReminderView } from '../../contract/index.ts';
import { formatDay, formatFullDay, readFigures } from '../../figures/index.ts';
import { deadlineOf, idOf, nameOf, type Subject, subjectOf } from '../../policy/index.ts';
import { subjectCard, reminderWords as words } from '../../words/index.ts';
import { readIntent } from '../intents.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { focusOn } from '../state.ts';
import { subjectNamedIn } from '../subject.ts';
import { stop } from './general.ts';

/** 改成提前三天 · 还是提前一周吧, of a reminder just set: setting it again changes it. */
const OTHER_TIME =
  /^(?:那|还是)*(?:(?:改|换|调)(?:成|为|到|一?下)*)?(?:提前[^，。]{1,6}|[^，。]{0,10}\d+点[^，。]{0,4})(?:吧|就行|就好|好了)?$/u;
/** 改成前三天: what is changed just after a reminder was set is its time. */
const CHANGES = /^(?:那|还是|能不能|可以|帮我|给我)*(?:改|换|调)(?:成|为|到|一?下)/u;
/** Another time for a reminder that was set. */
export const changedTime: Handler = (scene) => (changesTime(scene) ? setReminder(scene) : null);

function changesTime({ state, lastAct, known, message, planner, now }: Scene): boolean {
  const text = message.text.trim();
  return (
    readIntent(message) === null &&
    known.reminders.some(({ about }) => about === state.about) &&
    (OTHER_TIME.test(text) || (lastAct === 'reminder-set' && CHANGES.test(text))) &&
    planner.choose(message.text, now) !== null
  );
}

export const cancelReminders = (scene: Scene): Outcome => changeReminders(scene, 'reminder-cancelled');
export const pauseReminders = (scene: Scene): Outcome => changeReminders(scene, 'reminder-paused');
export const resumeReminders = (scene: Scene): Outcome => changeReminders(scene, 'reminder-resumed');

/** 取消, alone: the reminder set a moment ago; else what is being talked about is left. */
export const cancelLast = (scene: Scene): Outcome =>
  scene.lastAct === 'reminder-set' && scene.known.reminders.length > 0 ? cancelReminders(scene) : stop(scene);

/** 提醒收费吗 · 发短信还是微信. */
export const howItWorks = ({ state, known }: Scene): Outcome =>
  say(
    state,
    [
      words.howItWorks,
      known.push === 'window' ? words.windowOnly : known.push === 'never' ? words.neverPush : '',
    ]
      .filter((line) => line !== '')
      .join('\n'),
    { about: state.about, asks: state.asked.length > 0 ? state.asked : null },
  );

/** What the message names, else what is being talked about. */
function meant(scene: Scene): Subject | null {
  return (
    subjectNamedIn(scene, scene.message.text, withoutTimes(scene)) ??
    subjectOf(scene.mind.knowledge, scene.state.about) ??
    onlyOpenDeadline(scene)
  );
}

/** 提醒我12月20号: a day, and no document of that number. */
function withoutTimes({ message, now }: Scene): string {
  const times = readFigures(message.text, { ref: now }).filter(({ kind }) => TIMES.has(kind));
  return times.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`,
    message.text,
  );
}
const TIMES: ReadonlySet<string> = new Set(['date', 'daterange', 'time', 'duration']);

/** With nothing said and nothing talked about, a single open deadline is what is meant. */
function onlyOpenDeadline({ mind, today }: Scene): Subject | null {
  const open = mind.knowledge.policies.filter((policy) => policy.applyBy && policy.applyBy.day >= today);
  const [policy] = open;
  return open.length === 1 && policy ? { policy, measure: null } : null;
}

export function setReminder(scene: Scene): Outcome {
  const { state, today, now, planner, known } = scene;
  const subject = meant(scene);
  if (!subject) return say(state, words.whichOne);
  const about = idOf(subject);
  const focused = focusOn(state, about);
  const deadline = deadlineOf(subject);
  const name = nameOf(subject);
  if (deadline.kind === 'unstated') return say(focused, words.noDeadline(name), { about });
  const day = formatDay(deadline.day);
  if (deadline.day < today) return say(focused, words.passed(name, formatFullDay(deadline.day)), { about });

  const { choice, times } = planner.plan(about, deadline.day, planner.choose(scene.message.text, now), now);
  if (deadline.day > today && choice?.kind === 'at' && choice.at.slice(0, 10) > deadline.day)
    return say(focused, words.afterDeadline(formatFullDay(choice.at.slice(0, 10)), day), { about });
  if (times.length === 0)
    return say(focused, deadline.day === today ? words.lastDay(name, day) : words.tooLate(day), { about });
  const dayNote = planner.dayNote(deadline.day);
  const lines = [
    deadline.kind === 'apply-by'
      ? words.set(name, day, times.map(sayTime).join('、'))
      : words.setForValidity(name, day, times.map(sayTime).join('、')),
    replaced(known.reminders.filter((reminder) => reminder.about === about)),
    dayNote,
    known.push === 'window' ? words.windowOnly : known.push === 'never' ? words.neverPush : null,
    words.howToStop,
  ];
  const effect: Effect = { kind: 'reminder-set', about, deadline: deadline.day, choice };
  const set = { ...focused, lastAct: 'reminder-set' as const };
  // With the day as data, for calendars.
  const told = subjectCard(subject, today);
  const card = { ...told, covers: told.deadline?.lastWorkday && dayNote ? [dayNote] : [] };
  return say(set, lines.filter((line) => line !== null).join('\n'), { about, card }, [effect]);
}

/** What was set before for the same is no longer: it is said. */
const replaced = (before: readonly ReminderView[]): string | null =>
  before.length === 0 ? null : words.replaces(before.map(({ dueAt }) => sayTime(dueAt)).join('、'));

/** '2022-07-23T09:07' → 7月23日周六09:07. */
function sayTime(time: string): string {
  return `${formatDay(time.slice(0, 10))}${time.slice(11)}`;
}

export function listReminders(scene: Scene): Outcome {
  const list = scene.known.reminders.filter((reminder) => reminder.state !== 'sent');
  if (list.length === 0) return say(scene.state, words.none, {}, [{ kind: 'reminder-list' }]);
  const byDeadline = [...Map.groupBy(list, ({ about, deadline }) => `${about} ${deadline}`).values()];
  const lines = byDeadline.map((reminders, place) => `${place + 1}. ${line(scene, reminders)}`);
  return say(scene.state, [words.list(list.length), ...lines, words.howToStop].join('\n'), {}, [
    { kind: 'reminder-list' },
  ]);
}

/** The notices of one deadline. */
function line(scene: Scene, reminders: ReminderView[]): string {
  const [{ about, deadline } = { about: '', deadline: '' }] = reminders;
  const subject = subjectOf(scene.mind.knowledge, about);
  const name = subject ? `${nameOf(subject)}（${subject.policy.number}）` : about;
  const times = reminders.map(
    ({ dueAt, state }) => `${sayTime(dueAt)}${state === 'paused' ? words.pausedMark : ''}`,
  );
  return words.entry(name, formatDay(deadline), times.join('、'));
}

/** 全部 means all; a named measure or the one talked about only that; else all. */
function changeReminders(
  scene: Scene,
  kind: 'reminder-cancelled' | 'reminder-paused' | 'reminder-resumed',
): Outcome {
  const { known, state, message } = scene;
  if (known.reminders.length === 0) return say(state, words.nothingToCancel);
  const all = /全部|所有|都/u.test(message.text);
  const subject = all ? null : meant(scene);
  const held = subject && known.reminders.some((reminder) => reminder.about === idOf(subject));
  const about = subject && held ? idOf(subject) : null;
  const what = subject && held ? nameOf(subject) : words.all;
  const texts = {
    'reminder-cancelled': about ? words.cancelled(what) : words.cancelledAll,
    'reminder-paused': words.paused(what),
    'reminder-resumed': words.resumed(what),
  };
  const effect: Effect = kind === 'reminder-paused' ? { kind, about, until: null } : { kind, about };
  return say(state, texts[kind], { about }, [effect]);
}

export function markApplied(scene: Scene): Outcome | null {
  const subject = meant(scene);
  if (!subject) return null;
  const about = idOf(subject);
  const had = scene.known.reminders.some((reminder) => reminder.about === about);
  return say(scene.state, had ? words.applied(nameOf(subject)) : words.appliedNothing, { about }, [
    { kind: 'applied', about },
  ]);
}

export function keepQuiet(scene: Scene): Outcome {
  const times = readFigures(scene.message.text, { ref: scene.now }).flatMap((figure) =>
    figure.kind === 'time' ? [figure.from ?? figure.value, figure.to] : [],
  );
  const [from, to] = times.filter((time) => time !== undefined).map((time) => time.slice(-5));
  if (!from || !to) return say(scene.state, words.whichHours);
  return say(scene.state, words.quiet(from, to), {}, [{ kind: 'quiet-hours', from, to }]);
}
