/** Deadlines as an iCalendar feed. Days are whole days without a time zone, so that no phone can shift them. */
import { createHash } from 'node:crypto';
import { addDays, type Day } from '../contract/index.ts';
import { closesWhen, idOf, type Knowledge, type Subject } from '../policy/index.ts';
import { DEADLINES, machineWords } from '../words/index.ts';
import { clauseLink } from './outbound.ts';

export interface Occasion {
  /** What makes it the same occasion when its day is moved. */
  key: string;
  day: Day;
  summary: string;
  description: string;
  /** Null where nobody has said under which address the page is known. */
  url: string | null;
  /** Epoch milliseconds of alarms; calendars are free to drop them. */
  alarms?: number[];
}

/** Phones ask on a schedule of their own; this is advice. */
const REFRESH_SECONDS = 6 * 3_600;

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** `today` stamps the feed, so that it stays the same, byte for byte, through a day. */
export async function calendarOf(name: string, occasions: Occasion[], today: Day): Promise<string> {
  // Most commands make no calendar.
  const {
    default: ical,
    ICalAlarmType,
    ICalCalendarMethod,
    ICalEventTransparency,
  } = await import('ical-generator');
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'huiqi', product: 'deadlines', language: 'ZH' },
    ttl: REFRESH_SECONDS,
  });
  for (const { key, day, summary, description, url, alarms = [] } of occasions) {
    const event = calendar.createEvent({
      id: `${createHash('sha256').update(key).digest('hex').slice(0, 32)}@huiqi`,
      stamp: midnight(today),
      start: midnight(day),
      end: midnight(addDays(day, 1)),
      allDay: true,
      summary,
      description,
      ...(url === null ? {} : { url }),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    for (const at of alarms)
      event.createAlarm({ type: ICalAlarmType.display, trigger: new Date(at), description: summary });
  }
  // The last line ends as every other does (RFC 5545, 3.1).
  return `${calendar.toString().replace(/[\r\n]+$/u, '')}\r\n`;
}

/**
 * Everything that closes, as one feed; of one measure with its document's days. `origin`: where the pages of the clauses are; null: nobody has
 * said, so that nothing is linked.
 */
export function deadlineFeed(
  knowledge: Pick<Knowledge, 'policies'>,
  today: Day,
  origin: string | null,
  subject: Subject | null = null,
): Promise<string> {
  const isMeant = (about: string) =>
    subject === null || about === idOf(subject) || about === subject.policy.number;
  const occasions = closesWhen(knowledge, today).flatMap(({ number, deadlines }) =>
    deadlines
      .filter(({ about }) => isMeant(about))
      .map(({ about, kind, from, day, quote, title }): Occasion => {
        // A document has one day of each kind, which may be moved; a measure may have several.
        const key = about === number ? `${about} ${kind}` : `${about} ${kind} ${from} ${day}`;
        const source = about === number ? number : `${number} 第${about.slice(number.length + 1)}条`;
        return {
          key,
          day,
          summary: `${DEADLINES[kind]}：${title}`,
          description: `${source}：“${quote.replace(/\s/gu, '')}”`,
          url: origin === null ? null : clauseLink(origin, about),
        };
      }),
  );
  return calendarOf(machineWords.feed, occasions, today);
}
