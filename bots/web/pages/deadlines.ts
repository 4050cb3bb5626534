/** What closes when: a month, what is ahead as a list, then what states no end, then what is over. */
import { html } from 'hono/html';
import { type Day, dayOfMonthOf, monthOf, weekdayOf, yearOf } from '../../../src/contract/index.ts';
import { formatFullDay } from '../../../src/figures/index.ts';
import type { Closing } from '../../../src/policy/index.ts';
import {
  badge,
  DEADLINES,
  dayNote,
  left,
  webCardWords,
  webWords,
  deadlineWords as words,
} from '../../../src/words/index.ts';
import { calendarPath, policyPath } from '../links.ts';
import { type Frame, layout, type Piece } from './layout.ts';
import { dayId, monthHtml } from './month.ts';

type Item = Closing['deadlines'][number] & { number: string };

export interface DeadlinesView {
  closings: Closing[];
  today: Day;
  /** Any day of the month that is shown. */
  month: Day;
  /** The visitor's own feed; null without reminders. */
  ownFeed: string | null;
  /** Only what may concern the visitor; null: nothing is known of the visitor. */
  mine: boolean | null;
}

const SOON_DAYS = 30;

export function deadlinesPage(frame: Frame, view: DeadlinesView): Piece {
  const { closings, today, month, ownFeed, mine } = view;
  const ahead = closings
    .flatMap(({ number, deadlines }) => deadlines.map((one) => ({ ...one, number })))
    .filter(({ daysLeft }) => daysLeft >= 0)
    .sort((a, b) => a.day.localeCompare(b.day));
  const months = [...Map.groupBy(ahead, ({ day }) => day.slice(0, 7))];
  const counts = new Map(
    [...Map.groupBy(ahead, ({ day }) => day)].map(([day, items]) => [day, items.length]),
  );
  const own = mine ? '&mine=1' : '';
  const seen = new Set<Day>();
  return layout(frame, {
    title: webWords.nav.deadlines,
    current: 'deadlines',
    body: html`<main id="main" class="page">
<h1>${webWords.nav.deadlines} <small class="muted">${webWords.today(today)}</small></h1>
${mine === null ? '' : scopeHtml(mine)}
<div class="columns">
<div class="beside">
${monthHtml({ month, today, counts, address: (to) => `/deadlines?month=${to}${own}` })}
<p class="actions"><a class="button" href="/deadlines.ics">${words.subscribe}</a>
${ownFeed ? html`<a class="button" href="${ownFeed}">${webWords.ownFeed}</a>` : ''}</p>
${ownFeed ? html`<form method="post" action="/my/feed"><button>${webWords.renewFeed}</button></form>` : ''}
<p class="muted">${words.schedule}</p>
</div>
<div class="rest">
${months.length === 0 ? html`<p>${words.none}</p>` : ''}
${months.map(
  ([name, items]) => html`<section><h2>${words.monthName(yearOf(`${name}-01`), monthOf(`${name}-01`))}</h2>
<ol class="deadlines">${items.map((item) => {
    const isFirst = !seen.has(item.day);
    seen.add(item.day);
    return itemHtml(item, today, isFirst);
  })}</ol></section>`,
)}
${standingHtml(words.unstated, closings, 'unstated')}
${standingHtml(words.expired, closings, 'expired')}
</div></div>
</main>`,
  });
}

const scopeHtml = (mine: boolean): Piece => html`<p class="actions">
<a class="button" href="/deadlines?mine=1" ${mine ? html`aria-current="true"` : ''}>${words.mine}</a>
<a class="button" href="/deadlines" ${mine ? '' : html`aria-current="true"`}>${words.everything}</a></p>
${mine ? html`<p class="muted">${words.mineHint}</p>` : ''}`;

function itemHtml(item: Item, today: Day, isFirst: boolean): Piece {
  const { about, number, title, kind, day, daysLeft, from } = item;
  const source = about === number ? number : `${number} 第${about.slice(number.length + 1)}条`;
  const note = kind === 'window' ? null : dayNote(day, today);
  return html`<li class="deadline ${daysLeft <= SOON_DAYS ? 'soon' : ''}" ${isFirst ? html`id="${dayId(day)}"` : ''}>
<time class="leaf" datetime="${day}"><span>${monthOf(day)}月</span><b>${dayOfMonthOf(day)}</b><span>周${words.weekdays[weekdayOf(day) - 1] ?? ''}</span></time>
<div>
<h3><a href="${policyPath(about)}">${title}</a></h3>
<p><strong>${DEADLINES[kind]}${formatFullDay(day)}</strong>，<span class="whole">${left(daysLeft)}</span>${from && kind === 'window' ? words.from(formatFullDay(from)) : ''}</p>
${note ? html`<p class="muted">${note}</p>` : ''}
<p class="muted">${source}</p>
</div>
<a class="button" href="${calendarPath(about)}" download>${webCardWords.addToCalendar}</a>
</li>`;
}

function standingHtml(title: string, closings: Closing[], state: Closing['standing']['state']): Piece | '' {
  const some = closings.filter(({ standing }) => standing.state === state);
  if (some.length === 0) return '';
  return html`<details><summary>${title}（${String(some.length)}）</summary><ul class="cards">${some.map((one) => closingHtml(one))}</ul></details>`;
}

const closingHtml = ({ number, title, standing, deadlines }: Closing): Piece => html`<li class="card">
<h3><a href="${policyPath(number)}">${title}</a></h3>
<p><span class="badge ${badge(standing).tone}">${badge(standing).text}</span> <span class="muted">${number}</span></p>
${deadlines.map(
  ({ about, kind, day }) =>
    html`<p class="muted">${about === number ? '' : `第${about.slice(number.length + 1)}条 `}${DEADLINES[kind]}${formatFullDay(day)}</p>`,
)}
</li>`;
