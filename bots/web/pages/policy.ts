/** A document, clause by clause, and its source as it was received. */

import { html } from 'hono/html';
import type { Day } from '../../../src/contract/index.ts';
import type { Fact } from '../../../src/facts/index.ts';
import { formatFullDay } from '../../../src/figures/index.ts';
import { deadlinesOf, type Measure, type Policy } from '../../../src/policy/index.ts';
import {
  DEADLINES,
  dayNote,
  leftOn,
  libraryWords,
  webCardWords,
  webWords as words,
} from '../../../src/words/index.ts';
import { askPath, calendarPath, filePath, policyPath, sourcePath } from '../links.ts';
import { benefitHtml } from './benefit.ts';
import { markFigures } from './figures.ts';
import { type Frame, layout, type Piece } from './layout.ts';
import { badgeHtml } from './library.ts';

type Facts = ReadonlyMap<string, Fact>;

const CLAUSE_NAMES = { head: '发文与引言', tail: '结尾说明' } as const;

const paragraphs = (text: string): Piece[] =>
  text.split('\n').map((line) => html`<p>${markFigures(line)}</p>`);

function datesHtml(policy: Policy, today: Day): Piece {
  const { issued, validFrom, validUntil, applyBy, explained } = policy;
  const row = (name: string, day: Day | undefined, quote?: string, counted = false) =>
    day === undefined
      ? ''
      : html`<dt>${name}</dt><dd>${formatFullDay(day)}${counted ? `（${leftOn(today, day)}）` : ''}${counted && dayNote(day) ? html`<br><span class="muted">${dayNote(day)}</span>` : ''}${quote ? html`<br><q>${quote.replace(/\s/gu, '')}</q>` : ''}</dd>`;
  return html`<dl class="facts-list">
${policy.issuer ? html`<dt>发文机关</dt><dd>${policy.issuer}</dd>` : ''}
${policy.place ? html`<dt>适用地区</dt><dd>${policy.place}</dd>` : ''}
${issued ? row('印发', issued.day) : html`<dt>印发</dt><dd>文件没有写</dd>`}
${validFrom && validFrom.day !== issued?.day ? row('施行', validFrom.day, validFrom.quote) : ''}
${applyBy ? row(DEADLINES['apply-by'], applyBy.day, applyBy.quote, true) : html`<dt>申报截止</dt><dd>文件没有写</dd>`}
${validUntil ? row(DEADLINES['valid-until'], validUntil.day, validUntil.quote, true) : html`<dt>有效期</dt><dd>文件没有写</dd>`}
${explained ? html`<dt>解释</dt><dd>${explained.by}</dd>` : ''}
${policy.address ? html`<dt>公布网址</dt><dd><a href="${policy.address}" rel="noopener noreferrer">${policy.address}</a></dd>` : ''}
</dl>`;
}

const link = (number: string | null, title: string | null, shelf: Shelf): Piece | string => {
  const name = title ?? number ?? '';
  return number !== null && shelf.has(number) ? html`<a href="${policyPath(number)}">${name}</a>` : name;
};

/** What it says of others, and what came after it. */
function relationsHtml({ relations, successors }: Policy, shelf: Shelf): Piece | string {
  if (relations.length + successors.length === 0) return '';
  return html`<section class="clause" id="relations"><h2>${libraryWords.relations}</h2><ul>
${successors.map(({ kind, number, title, from }) => html`<li><strong>${libraryWords.succeeded[kind]}</strong>${link(number, title, shelf)}${from ? libraryWords.since(formatFullDay(from)) : ''}</li>`)}
${relations.map(({ kind, document, title, quote }) => html`<li>${libraryWords.relation[kind]}　${link(document, title, shelf)}<br><q>${quote.replace(/\s/gu, '')}</q></li>`)}
</ul></section>`;
}

/** How to apply, in the document's own words: of the whole, or of what stands in one measure. */
function guideHtml(parts: Policy['guide']): Piece | string {
  if (parts.length === 0) return '';
  return html`<section class="guide"><h3>${libraryWords.applying}</h3><dl class="facts-list">${[
    ...Map.groupBy(parts, ({ part }) => part),
  ].map(
    ([part, stretches]) =>
      html`<dt>${libraryWords.guideParts[part]}</dt><dd>${stretches.map(({ text }) => html`<blockquote>${paragraphs(text)}</blockquote>`)}</dd>`,
  )}</dl></section>`;
}

const standsIn = (measure: Measure, { start, end }: Policy['guide'][number]): boolean =>
  start >= measure.clause.start && end <= measure.clause.end;

function contents({ measures, chapters, clauses }: Policy): Piece {
  const groups = [...Map.groupBy(measures, ({ chapter }) => chapter)];
  return html`<details class="fold"><summary>目录（${measures.length}条）</summary><nav class="contents" aria-label="目录">
<ul>${clauses.filter(({ name }) => name === 'head').map(() => html`<li><a href="#head">${CLAUSE_NAMES.head}</a></li>`)}
${groups.map(
  ([chapter, items]) =>
    html`<li>${chapter ? `${chapters.find(({ title }) => title === chapter)?.number ?? ''}、${chapter}` : ''}
<ul>${items.map(({ number, title }) => html`<li><a href="#${number}">${number}. ${title}</a></li>`)}</ul></li>`,
)}
${clauses.filter(({ name }) => name === 'tail').map(() => html`<li><a href="#tail">${CLAUSE_NAMES.tail}</a></li>`)}</ul></nav></details>`;
}

function measureHtml(policy: Policy, measure: Measure, facts: Facts): Piece {
  const { id, number, title, clause, responsible, benefits } = measure;
  const periods = deadlinesOf(policy).filter(({ about }) => about === id);
  return html`<article class="clause" id="${number}" aria-labelledby="title-${number}">
<h3 id="title-${number}"><a class="anchor" href="#${number}">第${number}条</a> ${title}</h3>
<div class="text">${paragraphs(clause.text)}</div>
${
  responsible.length > 0 || periods.length > 0
    ? html`<dl class="facts-list">
${responsible.length > 0 ? html`<dt>责任单位</dt><dd>${responsible.join('、')}</dd>` : ''}
${periods.map(({ kind, from, day }) => html`<dt>${DEADLINES[kind]}</dt><dd>${from ? `${formatFullDay(from)}至` : ''}${formatFullDay(day)}</dd>`)}
</dl>`
    : ''
}
${guideHtml(policy.guide.filter((part) => standsIn(measure, part)))}
${benefits.map((benefit) => benefitHtml(benefit, facts))}
<p class="tools links">${benefits.length > 0 ? html`<a class="button" href="${askPath(libraryWords.askText(title))}">${libraryWords.ask}</a>` : ''} <a href="${calendarPath(id)}">${webCardWords.addToCalendar}</a> <a href="${sourcePath(policy.number)}#${number}">${words.clause}</a></p>
</article>`;
}

/** Numbers of the documents that have a page. */
type Shelf = ReadonlySet<string>;

export interface PolicyView {
  policy: Policy;
  facts: Facts;
  today: Day;
  shelf: Shelf;
  /** What the file was called that was received; null where it is not kept. */
  original: string | null;
}

export function policyPage(frame: Frame, { policy, facts, today, shelf, original }: PolicyView): Piece {
  const { chapters, clauses, measures } = policy;
  const ofTheWhole = policy.guide.filter((part) => !measures.some((measure) => standsIn(measure, part)));
  const named = (name: 'head' | 'tail') =>
    clauses
      .filter((clause) => clause.name === name)
      .map(
        ({ text }) =>
          html`<section class="clause" id="${name}"><h2>${CLAUSE_NAMES[name]}</h2><div class="text">${paragraphs(text)}</div></section>`,
      );
  const groups = [...Map.groupBy(measures, ({ chapter }) => chapter)];
  return layout(frame, {
    title: policy.title,
    current: 'library',
    scripts: ['beside.js'],
    body: html`<main id="main" class="page document">
<h1>${policy.title}</h1>
<p class="standing">${badgeHtml(policy, today)} <span class="muted">${policy.number}</span> <span class="muted">${words.today(today)}</span></p>
<div class="columns">
<div class="beside">
${datesHtml(policy, today)}
<p class="links"><a href="${sourcePath(policy.number)}">${libraryWords.source}</a>${original === null ? '' : html` <a href="${filePath(policy.number)}" download>${libraryWords.file(original)}</a>`}</p>
${contents(policy)}
</div>
<div class="rest">
${relationsHtml(policy, shelf)}
${guideHtml(ofTheWhole)}
${named('head')}
${groups.map(
  ([chapter, items]) => html`<section class="chapter">
${chapter ? html`<h2>${chapters.find(({ title }) => title === chapter)?.number ?? ''}、${chapter}</h2>` : ''}
${items.map((measure) => measureHtml(policy, measure, facts))}
</section>`,
)}
${named('tail')}
</div></div>
</main>`,
  });
}

/** The source as received; each clause has its place in it. */
export function sourcePage(frame: Frame, policy: Policy): Piece {
  const { source, measures, number, title } = policy;
  const spans = measures
    .map((measure) => ({ id: measure.number, ...measure.clause }))
    .sort((a, b) => a.start - b.start);
  const pieces: (Piece | string)[] = [];
  let end = 0;
  for (const span of spans) {
    if (span.start < end) continue;
    pieces.push(source.slice(end, span.start));
    pieces.push(html`<span id="${span.id}">${source.slice(span.start, span.end)}</span>`);
    end = span.end;
  }
  pieces.push(source.slice(end));
  return layout(frame, {
    title: `原文 · ${title}`,
    current: 'library',
    body: html`<main id="main" class="page document">
<h1>原文：${title}</h1>
<p><a href="${policyPath(number)}">回到分条阅读</a> <span class="muted">以下为收到的文本，一字未改</span></p>
<pre class="source-text">${pieces}</pre>
</main>`,
  });
}
