/** The list of documents, one document with its revisions, and what a draft would do. */
import { html } from 'hono/html';
import { shanghaiTime } from '../../src/contract/index.ts';
import {
  type AnswerChange,
  type CaseChange,
  type DiffLine,
  type DocumentLine,
  type DocumentStep,
  type Draft,
  type IntakeFile,
  may,
  READABLE_ENDINGS,
  type Session,
} from '../../src/service/index.ts';
import { documentWords as words } from '../words/documents.ts';
import { officeWords } from '../words/general.ts';
import { type Frame, layout, type Piece, token } from './layout.ts';
import { pathOf } from './review.ts';

const documentPath = (slug: string): string => `/office/documents/${encodeURIComponent(slug)}`;

export interface DocumentsView {
  officer: Session;
  documents: readonly DocumentLine[];
  intake: readonly IntakeFile[];
  notice: string | null;
}

export function documentsPage(frame: Frame, { officer, documents, intake, notice }: DocumentsView): Piece {
  const isReading = intake.some(({ state }) => state === 'waiting');
  return layout(frame, {
    title: words.title,
    notice,
    body: html`${may(officer.role, 'review') ? bringForm(officer) : ''}
${intake.length > 0 ? intakeHtml(officer, intake, isReading) : ''}
<div class="scroll" tabindex="0" role="region" aria-label="${words.title}"><table id="documents" data-fresh><thead><tr><th scope="col">${words.document}</th><th scope="col">${words.state}</th><th scope="col">${words.draftColumn}</th><th scope="col" class="number">${words.measures}</th></tr></thead>
<tbody>${documents.map(documentRow)}</tbody></table></div>${documents.length === 0 ? html`<p>${words.none}</p>` : ''}`,
  });
}

const bringForm = (
  officer: Session,
): Piece => html`<form class="panel stack" id="bring" method="post" action="/office/documents/upload" enctype="multipart/form-data">${token(officer)}
<h2>${words.bring}</h2><label>${words.chooseFiles}<input type="file" name="file" multiple required accept="${READABLE_ENDINGS.join()}"></label>
<p class="muted">${words.bringHint}</p><progress value="0" max="100" hidden aria-label="${words.upload}"></progress><span><button class="first">${words.upload}</button></span></form>`;

const intakeHtml = (
  officer: Session,
  intake: readonly IntakeFile[],
  isReading: boolean,
): Piece => html`<h2>${words.intake}</h2>${isReading ? html`<noscript><p><a href="/office/documents">${words.lookAgain}</a></p></noscript>` : ''}
<div class="scroll" tabindex="0" role="region" aria-label="${words.intake}"><table id="intake" data-fresh aria-live="polite" aria-relevant="additions text" ${isReading ? html`data-changing` : ''}><thead><tr><th scope="col">${words.file}</th><th scope="col">${words.state}</th><th scope="col">${words.by}</th><th scope="col"><span class="hidden">${words.open}</span></th></tr></thead><tbody>
${intake.map(
  ({
    id,
    name,
    state,
    reason,
    document,
    number,
    by,
    at,
  }) => html`<tr id="i-${id}"><td>${name}</td><td class="${state === 'refused' ? 'bad' : ''}">${reason ?? words.intakeStates[state]}</td><td>${by} ${shanghaiTime(at).slice(5).replace('T', ' ')}</td><td class="actions">
${document && number ? html`<a class="button" href="${documentPath(document)}/${number}">${words.open}</a>` : ''}
${state !== 'waiting' && may(officer.role, 'review') ? html`<form method="post" action="/office/documents/dismiss">${token(officer)}<input type="hidden" name="id" value="${id}"><button class="plain">${words.dismiss}<span class="hidden"> ${name}</span></button></form>` : ''}</td></tr>`,
)}</tbody></table></div>`;

const documentRow = ({
  slug,
  number,
  title,
  state,
  draft,
  fault,
  measures,
}: DocumentLine): Piece => html`<tr id="d-${slug}">
<td><a href="${documentPath(slug)}">${title ?? slug}</a><br><span class="muted">${number ?? slug}</span></td>
<td><span class="badge">${words.states[state]}</span>${fault ? html`<p class="bad">${words.fault(fault)}</p>` : ''}</td>
<td>${draft ? html`<a href="${documentPath(slug)}/${draft.number}">${words.draftOf(draft.number, draft.by, draft.on)}</a><br><span class="${draft.toCheck > 0 ? 'warn' : 'good'}">${words.toCheck(draft.toCheck)}</span>` : ''}</td>
<td class="number">${measures}</td></tr>`;

export interface DocumentView {
  officer: Session;
  slug: string;
  revisions: readonly Draft[];
  steps: readonly DocumentStep[];
  notice: string | null;
}

export function documentPage(frame: Frame, { officer, slug, revisions, steps, notice }: DocumentView): Piece {
  const inForce =
    revisions.find(({ state, revision }) => state === 'in-force' && revision !== 'folder') ??
    revisions.find(({ state }) => state === 'in-force');
  const newest = inForce ?? revisions[0]!;
  const reviews = may(officer.role, 'review');
  return layout(frame, {
    title: newest.policy?.title ?? slug,
    notice,
    body: html`<p>${newest.policy?.number ?? slug}</p>
${reviews ? html`<p class="actions"></p><form method="post" action="${documentPath(slug)}/begin">${token(officer)}<input type="hidden" name="revision" value="${newest.revision}"><button class="first">${words.edit}</button></form>` : ''}
<h2>${words.revisions}</h2><div class="scroll" tabindex="0" role="region" aria-label="${words.revisions}"><table><tbody>${revisions.map(
      (
        draft,
      ) => html`<tr><th scope="row">${words.revision(draft.revision)}</th><td><span class="badge">${words.states[draft.state]}</span></td><td>${draft.originalName ?? ''}</td><td class="actions"><a class="button" href="${pathOf(draft)}">${isOpen(draft) ? words.review : words.view}</a>
${inForce && inForce.revision !== draft.revision ? html`<a class="button" href="${pathOf(draft)}/diff?with=${inForce.revision}">${words.compare}</a>` : ''}
${reviews && ['replaced', 'withdrawn'].includes(draft.state) && draft.files['approval.yaml'] ? html`<form method="post" action="${pathOf(draft)}/restore">${token(officer)}<label><span class="hidden">${officeWords.comment}</span><input name="comment" required placeholder="${officeWords.comment}" autocomplete="off"></label><button title="${words.restoreHint}">${words.restore}</button></form>` : ''}</td></tr>`,
    )}</tbody></table></div>
${reviews && inForce ? endForms(officer, slug) : ''}
<h2>${words.history}</h2><div class="scroll" tabindex="0" role="region" aria-label="${words.history}"><table><tbody>${steps.map(
      ({ revision, state, by, on, note }) =>
        html`<tr><td class="nowrap">${on}</td><td>${by}</td><td>${words.revision(revision)}：${words.states[state]}</td><td>${note ?? ''}</td></tr>`,
    )}</tbody></table></div>`,
  });
}

const isOpen = ({ state }: Draft): boolean => state === 'draft' || state === 'in-review';

const endForms = (
  officer: Session,
  slug: string,
): Piece => html`<details class="panel"><summary>${words.withdraw} · ${words.replace}</summary>
<form class="row" method="post" action="${documentPath(slug)}/withdraw">${token(officer)}<label>${officeWords.comment}<input name="comment" required autocomplete="off"></label><button class="danger">${words.withdraw}</button></form>
<form class="row" method="post" action="${documentPath(slug)}/replace">${token(officer)}<label>${words.successor}<input name="successor" required autocomplete="off"></label><label>${officeWords.comment}<input name="comment" autocomplete="off"></label><button>${words.replace}</button></form></details>`;

export interface TryView {
  draft: Draft;
  question: string;
  enterprise: string;
  answer: string | null;
  matched:
    | readonly {
        benefit: string;
        measure: string;
        verdict: 'eligible' | 'ineligible' | 'unknown';
        amountYuan: number | null;
        reason: string;
      }[]
    | null;
}

export const tryPage = (frame: Frame, { draft, question, enterprise, answer, matched }: TryView): Piece =>
  layout(frame, {
    title: words.try,
    body: html`${back(draft)}
<form class="row" action="${pathOf(draft)}/try"><label>${words.tryAsk}<input name="q" size="40" value="${question}" autocomplete="off"></label><label>${words.tryBe}<input name="we" size="40" value="${enterprise}" autocomplete="off"></label><button class="first">${words.tryButton}</button></form>
${answer === null ? '' : html`<h2>${words.answered}</h2><pre class="given">${answer}</pre>`}
${
  matched === null
    ? ''
    : html`<h2>${words.matched}</h2><div class="scroll" tabindex="0" role="region" aria-label="${words.matched}"><table><thead><tr><th scope="col">${words.benefit}</th><th scope="col">${words.verdict}</th><th scope="col" class="number">${words.amount}</th><th scope="col">${words.reason}</th></tr></thead><tbody>${matched.map(
        (one) =>
          html`<tr><td>${one.benefit}</td><td>${words.verdicts[one.verdict]}</td><td class="number">${one.amountYuan ?? ''}</td><td>${one.reason}</td></tr>`,
      )}</tbody></table></div>`
}`,
  });

const back = (draft: Draft): Piece =>
  html`<p><a href="${pathOf(draft)}">${draft.policy?.title ?? draft.slug} ${words.revision(draft.revision)}</a></p>`;

export interface ChangesView {
  draft: Draft;
  cases: readonly CaseChange[];
  answers: readonly AnswerChange[];
  asked: number;
}

export const changesPage = (frame: Frame, { draft, cases, answers, asked }: ChangesView): Piece =>
  layout(frame, {
    title: words.changes,
    body: html`${back(draft)}<p class="muted">${words.asked(asked)}</p>
${cases.length + answers.length === 0 ? html`<p>${words.changesNone}</p>` : ''}
${
  cases.length === 0
    ? ''
    : html`<h2>${words.changedCases}（${cases.length}）</h2><div class="scroll" tabindex="0" role="region" aria-label="${words.changedCases}"><table><thead><tr><th scope="col">${words.benefit}</th><th scope="col">${words.now}</th><th scope="col">${words.afterwards}</th></tr></thead><tbody>${cases.map(
        ({ measure, benefit, before, after }) =>
          html`<tr><td>${words.measure(measure)} ${benefit}</td><td>${before === null ? words.absent : html`<del>${before}</del>`}</td><td>${after === null ? words.absent : html`<ins>${after}</ins>`}</td></tr>`,
      )}</tbody></table></div>`
}
${answers.length === 0 ? '' : html`<h2>${words.changedAnswers}（${answers.length}）</h2>${answers.map(({ question, before, after }) => html`<details class="value" open><summary>${question}</summary><p class="muted">${words.now}</p><pre><del>${before}</del></pre><p class="muted">${words.afterwards}</p><pre><ins>${after}</ins></pre></details>`)}`}`,
  });

const AROUND = 2;

export function diffPage(
  frame: Frame,
  draft: Draft,
  parts: readonly { name: string; lines: readonly DiffLine[] }[],
): Piece {
  const changed = parts.filter(({ lines }) => lines.some(({ kind }) => kind !== 'same'));
  return layout(frame, {
    title: words.diff,
    body: html`${back(draft)}${changed.length === 0 ? html`<p>${words.same}</p>` : changed.map(({ name, lines }) => html`<h2>${name}</h2><pre class="given">${near(lines).map((line) => (line === null ? '……\n' : lineHtml(line)))}</pre>`)}`,
  });
}

const lineHtml = ({ kind, text }: DiffLine): Piece =>
  kind === 'same'
    ? html`${text}\n`
    : kind === 'gone'
      ? html`<del>− ${text}</del>\n`
      : html`<ins>+ ${text}</ins>\n`;

/** What changed, with two lines around it; null: more that stayed. */
function near(lines: readonly DiffLine[]): (DiffLine | null)[] {
  const shown = new Set<number>();
  lines.forEach(({ kind }, i) => {
    if (kind !== 'same') for (let near = i - AROUND; near <= i + AROUND; near += 1) shown.add(near);
  });
  return lines.flatMap((line, i) => (shown.has(i) ? [line] : i > 0 && shown.has(i - 1) ? [null] : []));
}
