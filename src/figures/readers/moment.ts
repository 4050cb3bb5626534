import type { MomentDraft } from '../draft.ts';
import { type MomentContext, readMomentAt, startsMoment } from '../moments/read-moment.ts';

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** Every day, stretch of days and time of day of the text, from left to right, none inside another. */
export function readMoments(text: string, context: MomentContext): MomentDraft[] {
  const drafts: MomentDraft[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!startsMoment(text[at]!)) continue;
    if (isDigit(text[at]) && isDigit(text[at - 1])) continue;
    const reading = readMomentAt(text, at, context);
    if (!reading) continue;
    drafts.push({ kind: 'moment', start: at, end: reading.end, state: reading.state, trace: reading.trace });
    at = reading.end - 1;
  }
  return drafts;
}
