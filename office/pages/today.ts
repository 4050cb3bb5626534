/** The first page: what waits for somebody, each with the way there. */
import { html } from 'hono/html';
import type { DocumentLine } from '../../src/service/index.ts';
import { todayWords as words } from '../words/today.ts';
import { type Frame, layout, type Piece } from './layout.ts';

export interface TodayView {
  questions: number;
  open: number;
  late: number;
  failed: number;
  unsure: number;
  drafts: readonly DocumentLine[];
  faults: readonly { slug: string; reason: string }[];
  closing: readonly { about: string; title: string; day: string; left: number }[];
  version: string;
  /** Of each worker that runs: what it answers from. */
  workers: readonly string[];
}

const tile = (path: string, count: number, name: string): Piece =>
  html`<a class="tile" href="${path}"><b class="${count > 0 ? 'warn' : 'good'}">${count}</b>${name}</a>`;

export const todayPage = (frame: Frame, view: TodayView): Piece =>
  layout(frame, {
    title: words.title,
    body: html`<div class="tiles">${tile('/office/questions', view.questions, words.questions)}${tile('/office/tickets', view.open, words.open)}${tile('/office/tickets', view.late, words.late)}${tile('/office/documents', view.drafts.length, words.drafts)}${tile('/office/documents', view.faults.length, words.faults)}${tile('/office/figures', view.failed, words.failed)}${tile('/office/figures', view.unsure, words.unsure)}</div>
<h2>${words.closing}</h2>${view.closing.length === 0 ? html`<p>${words.none}</p>` : html`<ul>${view.closing.map(({ about, title, day, left }) => html`<li>${title}（${about}）：${words.closingLine(day, left)}</li>`)}</ul>`}
<h2>${words.drafts}</h2>${view.drafts.length === 0 ? html`<p>${words.none}</p>` : html`<ul>${view.drafts.map(({ slug, title, draft }) => html`<li><a href="/office/documents/${encodeURIComponent(slug)}/${draft!.number}">${title ?? slug}</a></li>`)}</ul>`}
${view.faults.length === 0 ? '' : html`<h2>${words.faults}</h2><ul>${view.faults.map(({ slug, reason }) => html`<li class="bad">${slug}：${reason}</li>`)}</ul>`}
<p class="muted">${words.library(view.version)}。${words.workers(view.workers.length, view.workers.filter((version) => version !== view.version).length)}</p>`,
  });
