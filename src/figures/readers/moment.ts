import type { MomentDraft, NothingDraft } from '../draft.ts';
import { type MomentContext, readMomentAt, startsMoment } from '../moments/read-moment.ts';

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** Every day, stretch of days and time of day of the text, from left to right, none inside another. */
export function readMoments(text: string, context: MomentContext): (MomentDraft | NothingDraft)[] {
  const drafts: MomentDraft[] = [];
  const nothing: NothingDraft[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!startsMoment(text[at]!)) continue;
    if (isDigit(text[at]) && isDigit(text[at - 1])) continue;
    const reading = readMomentAt(text, at, inList(drafts.at(-1), text, at, context));
    if (!reading) continue;
    // 2月30日: no figure at all, and nobody else's.
    if (reading.impossible) {
      nothing.push({ kind: 'nothing', start: at, end: reading.end, trace: ['impossible-day'] });
      at = reading.end - 1;
      continue;
    }
    const last = drafts.at(-1);
    if (last && inList(last, text, at, context) !== context && last.state.assumed.length === 0) {
      reading.state.assumed = reading.state.assumed.filter((part) => part === 'reference');
    }
    drafts.push({ kind: 'moment', start: at, end: reading.end, state: reading.state, trace: reading.trace });
    at = reading.end - 1;
  }
  return [...drafts, ...nothing];
}

const LIST = /^ ?(?:[、，,]|和|及|以及|与|或) ?$/u;

/** 9月10日、11日和12日: in a list the month or year said first holds for the rest. */
function inList(
  last: MomentDraft | undefined,
  text: string,
  at: number,
  context: MomentContext,
): MomentContext {
  if (!last?.state.period || !LIST.test(text.slice(last.end, at))) return context;
  return { ...context, base: last.state.period.from };
}
