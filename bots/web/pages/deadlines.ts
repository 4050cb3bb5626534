/** What closes when: what is ahead by month, then what states no end, then what is over. */
import { html } from 'hono/html';
import { type Day, dayOfMonthOf, monthOf, weekdayOf, yearOf } from '../../../src/contract/index.ts';
import { formatFullDay } from '../../../src/figures/index.ts';
import type { Closing } from '../../../src/policy/index.ts';
import { badge, DEADLINES, dayNote, left, webWords as words } from '../../../src/words/index.ts';
import { policyPath } from '../links.ts';
import { layout, type Piece } from './layout.ts';

type Item = Closing['deadlines'][number] & { number: string };

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

function itemHtml(item: Item, today: Day): Piece {
  const { about, number, title, kind, day, daysLeft, from } = item;
  const source = about === number ? number : `${number} 第${about.slice(number.length + 1)}条`;
  const note = kind === 'window' ? null : dayNote(day, today);
  return html`<li class="deadline ${daysLeft <= 30 ? 'soon' : ''}">
<time class="leaf" datetime="${day}"><span>${monthOf(day)}月</span><b>${dayOfMonthOf(day)}</b><span>周${WEEKDAYS[weekdayOf(day) - 1]}</span></time>
<div>
<h3><a href="${policyPath(about)}">${title}</a></h3>
<p><strong>${DEADLINES[kind]}${formatFullDay(day)}</strong>，${left(daysLeft)}${from && kind === 'window' ? `（${formatFullDay(from)}起）` : ''}</p>
${note ? html`<p class="muted">${note}</p>` : ''}
<p class="muted">${source}</p>
</div>
</li>`;
}

const closingHtml = ({ number, title, standing, deadlines }: Closing): Piece => html`<li class="card">
<h3><a href="${policyPath(number)}">${title}</a></h3>
<p><span class="badge ${badge(standing).tone}">${badge(standing).text}</span> <span class="muted">${number}</span></p>
${deadlines.map(
  ({ about, kind, day }) =>
    html`<p class="muted">${about === number ? '' : `第${about.slice(number.length + 1)}条 `}${DEADLINES[kind]}${formatFullDay(day)}</p>`,
)}
</li>`;

export function deadlinesPage(closings: Closing[], today: Day, feeds: { own: string | null }): Piece {
  const ahead = closings
    .flatMap(({ number, deadlines }) => deadlines.map((one) => ({ ...one, number })))
    .filter(({ daysLeft }) => daysLeft >= 0)
    .sort((a, b) => a.day.localeCompare(b.day));
  const months = [...Map.groupBy(ahead, ({ day }) => day.slice(0, 7))];
  const unstated = closings.filter(({ standing }) => standing.state === 'unstated');
  const expired = closings.filter(({ standing }) => standing.state === 'expired');
  return layout({
    title: words.nav.deadlines,
    current: 'deadlines',
    body: html`<main id="main" class="page">
<h1>${words.nav.deadlines} <small class="muted">${words.today(today)}</small></h1>
<p class="actions"><a class="button" href="/deadlines.ics">订阅全部截止日期（.ics）</a>
${feeds.own ? html`<a class="button" href="${feeds.own}">${words.ownFeed}</a>` : ''}</p>
${feeds.own ? html`<form method="post" action="/my/feed"><button>${words.renewFeed}</button></form>` : ''}
<p class="muted">日历软件按自己的时间表更新，提醒以对话里设的为准。</p>
${months.length === 0 ? html`<p>已收录的文件里，没有还没到的截止日期。</p>` : ''}
${months.map(
  ([month, items]) => html`<section><h2>${yearOf(`${month}-01`)}年${monthOf(`${month}-01`)}月</h2>
<ol class="deadlines">${items.map((item) => itemHtml(item, today))}</ol></section>`,
)}
${unstated.length > 0 ? html`<section><h2>未写明有效期</h2><ul class="cards">${unstated.map(closingHtml)}</ul></section>` : ''}
${expired.length > 0 ? html`<section><h2>已过期</h2><ul class="cards">${expired.map(closingHtml)}</ul></section>` : ''}
</main>`,
  });
}
