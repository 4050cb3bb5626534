/** One month as a table, with what ends on each day as a link to its place in the list below. */
import { html } from 'hono/html';
import {
  addDays,
  addMonths,
  type Day,
  dayOfMonthOf,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOf,
  startOfWeek,
  yearOf,
} from '../../../src/contract/index.ts';
import { deadlineWords as words } from '../../../src/words/index.ts';
import type { Piece } from './layout.ts';

export interface MonthView {
  /** Any day of the month. */
  month: Day;
  today: Day;
  /** How many deadlines a day has. */
  counts: ReadonlyMap<Day, number>;
  /** The address of the page that shows another month. */
  address(month: string): string;
}

export const dayId = (day: Day): string => `day-${day}`;

export function monthHtml({ month, today, counts, address }: MonthView): Piece {
  const first = firstDayOfMonth(month);
  const last = lastDayOfMonth(month);
  const weeks: Day[] = [];
  for (let monday = startOfWeek(first); monday <= last; monday = addDays(monday, 7)) weeks.push(monday);
  const name = words.monthName(yearOf(month), monthOf(month));
  const to = (months: number) => address(addMonths(first, months).slice(0, 7));
  return html`<section aria-label="${words.month}">
<p class="month-head"><a class="button" href="${to(-1)}" aria-label="${words.previous}">‹</a> <b>${name}</b> <a class="button" href="${to(1)}" aria-label="${words.next}">›</a></p>
<table class="month"><caption class="hidden">${name}</caption>
<thead><tr>${words.weekdays.map((weekday) => html`<th scope="col">${weekday}</th>`)}</tr></thead>
<tbody>${weeks.map((monday) => html`<tr>${WEEK.map((at) => cellHtml(addDays(monday, at), first, today, counts))}</tr>`)}</tbody></table>
</section>`;
}

const WEEK = [0, 1, 2, 3, 4, 5, 6];

function cellHtml(day: Day, first: Day, today: Day, counts: ReadonlyMap<Day, number>): Piece {
  if (monthOf(day) !== monthOf(first)) return html`<td></td>`;
  const count = counts.get(day) ?? 0;
  return html`<td class="${day === today ? 'is-today' : ''}">${dayOfMonthOf(day)}${count > 0 ? html`<a href="#${dayId(day)}">${words.closing(count)}</a>` : ''}</td>`;
}
