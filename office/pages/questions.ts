/** What was asked and not answered, alike ones together, each with one click to settle it; and what was settled, asked again. */
import { html } from 'hono/html';
import { shanghaiTime } from '../../src/contract/index.ts';
import { may, type QuestionGroup, type Replayed, type Session } from '../../src/service/index.ts';
import { questionWords as words } from '../words/questions.ts';
import { type Frame, layout, type Piece, token } from './layout.ts';

export interface QuestionsView {
  officer: Session;
  groups: readonly QuestionGroup[];
  channels: readonly string[];
  channel: string;
  notice: string | null;
}

export const questionsPage = (frame: Frame, view: QuestionsView): Piece =>
  layout(frame, {
    title: words.title,
    notice: view.notice,
    body: html`<p class="actions"><a class="button" href="/office/questions" aria-current="page">${words.open}</a><a class="button" href="/office/questions/handled">${words.handled}</a></p>
<form class="filter" action="/office/questions"><label>${words.filterChannel}<select name="channel"><option value="">${words.all}</option>${view.channels.map((one) => html`<option ${one === view.channel ? html`selected` : ''}>${one}</option>`)}</select></label><button>${words.filter}</button></form>
${view.groups.length === 0 ? html`<p>${words.none}</p>` : view.groups.map((group) => groupHtml(view.officer, group))}`,
  });

function groupHtml(officer: Session, group: QuestionGroup): Piece {
  const { question, questions, ids, channels, last, outcomes, reasons, nearest } = group;
  const what = outcomes.map((outcome) => (outcome === 'answered' ? words.bad : words.outcomes[outcome]));
  return html`<section class="panel"><h2>${question}</h2>
<p class="muted">${words.count(ids.length)} · ${what.join('、')} · ${channels.join('、')} · ${shanghaiTime(last).replace('T', ' ')}</p>
${questions.length > 1 ? html`<details><summary>${words.wordings}（${questions.length}）</summary><ul>${questions.slice(0, 20).map((one) => html`<li>${one}</li>`)}</ul></details>` : ''}
${reasons.length > 0 ? html`<p>${words.reasons}：${reasons.join('；')}</p>` : ''}
${may(officer.role, 'serve') ? handleForms(officer, ids, nearest) : ''}</section>`;
}

function handleForms(officer: Session, ids: readonly string[], nearest: QuestionGroup['nearest']): Piece {
  const form = (kind: string, inside: Piece) =>
    html`<form class="row" method="post" action="/office/questions">${token(officer)}<input type="hidden" name="kind" value="${kind}">${ids.map((id) => html`<input type="hidden" name="id" value="${id}">`)}${inside}</form>`;
  return html`<details><summary>${words.alias}</summary><p class="muted">${words.aliasHint}</p>${form(
    'alias',
    html`<fieldset><legend>${words.nearest}</legend>${nearest.length === 0 ? html`<p>${words.nothingNear}</p>` : nearest.map(({ id, label }, i) => html`<label class="inline"><input type="radio" name="about" value="${id}" ${i === 0 ? html`checked` : ''}>${label} <span class="muted">${id}</span></label>`)}</fieldset>
<label>${words.otherMeasure}<input name="other" autocomplete="off"></label><button>${words.alias}</button>`,
  )}</details>
<details><summary>${words.answer}</summary><p class="muted">${words.answerHint}</p>${form('answer', html`<label>${words.answerText}<textarea name="text" rows="3" cols="50" required></textarea></label><button>${words.answer}</button>`)}</details>
<details><summary>${words.ask}</summary>${form('ask', html`<label>${words.askText}<input name="text" size="30" required autocomplete="off"></label><button>${words.ask}</button>`)}</details>
<details><summary>${words.ticket} · ${words.dismiss}</summary>${form('ticket', html`<label>${words.department}<input name="department" autocomplete="off"></label><button>${words.ticket}</button>`)}
${form('dismissed', html`<label>${words.why}<input name="comment" autocomplete="off"></label><button>${words.dismiss}</button>`)}</details>`;
}

export interface HandledView {
  officer: Session;
  replayed: readonly Replayed[];
  notice: string | null;
}

export function handledPage(frame: Frame, { officer, replayed, notice }: HandledView): Piece {
  const additions = Map.groupBy(replayed, ({ addition }) => addition.id);
  return layout(frame, {
    title: `${words.title}：${words.handled}`,
    notice,
    body: html`<p class="actions"><a class="button" href="/office/questions">${words.open}</a></p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.handled}"><table><thead><tr><th scope="col">${words.question}</th><th scope="col">${words.given}</th><th scope="col">${words.by}</th><th scope="col">${words.state}</th><th scope="col"><span class="hidden">${words.undo}</span></th></tr></thead><tbody>
${[...additions.values()].reverse().map((some) => {
  const { addition } = some[0]!;
  const broken = some.filter(({ holds }) => !holds);
  return html`<tr><td>${some.map(({ question }) => html`<p>${question}</p>`)}</td><td>${words.kinds[addition.kind]}<br>${addition.answer ?? addition.about}</td><td>${addition.by}<br>${shanghaiTime(addition.at).slice(0, 10)}</td><td>${broken.length === 0 ? html`<span class="good">${words.holds}</span>` : html`<span class="bad">${words.broken}：${broken.map(({ question }) => question).join('；')}</span>`}</td>
<td>${may(officer.role, 'serve') ? html`<form method="post" action="/office/questions/undo">${token(officer)}<input type="hidden" name="id" value="${addition.id}"><button>${words.undo}</button></form>` : ''}</td></tr>`;
})}</tbody></table></div>`,
  });
}
