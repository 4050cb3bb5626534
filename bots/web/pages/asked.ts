/** What was asked, as a form: a tap where few answers are possible, a field where a figure is meant. Works without scripts. */
import { html } from 'hono/html';
import type { Fact } from '../../../src/facts/index.ts';
import { answersOf, valueWord, webCardWords as words } from '../../../src/words/index.ts';
import type { Piece } from './layout.ts';

type Facts = ReadonlyMap<string, Fact>;

/** The name of a field that answers a fact. */
export const fieldOf = (fact: string): string => `answer.${fact}`;
export const factOfField = (field: string): string | null =>
  field.startsWith('answer.') ? field.slice('answer.'.length) : null;

/** The value of a field that says 不清楚. */
export const NOT_KNOWN = '?';

export function askedHtml(asks: readonly string[], facts: Facts, event: string): Piece | '' {
  const known = asks.flatMap((name) => {
    const fact = facts.get(name);
    return fact ? [[name, fact] as const] : [];
  });
  if (known.length === 0) return '';
  return html`<form class="asked" method="post" action="/say">
<input type="hidden" name="event" value="${event}">
${known.map(([name, fact]) => questionHtml(name, fact))}
<p><button class="send">${words.answer}</button></p>
</form>`;
}

/** One question; `value`: what was written and could not be read, shown again with `trouble`. */
export function questionHtml(name: string, fact: Fact, value = '', trouble: Piece | '' = ''): Piece {
  const hint = fact.hint ? html` <span class="muted">${fact.hint}</span>` : '';
  const answers = answersOf(fact);
  if (answers.length > 1)
    return html`<fieldset><legend>${fact.question}${hint}</legend><div class="picks">${answers.map(
      ({ label, value: answer }) =>
        html`<label class="pick"><input type="radio" name="${fieldOf(name)}" value="${answer === null ? NOT_KNOWN : String(answer)}"> <span>${label}</span></label>`,
    )}</div></fieldset>`;
  // The field stands inside its label: the same question may stand on a page twice.
  const question = html`<span class="legend">${fact.question}${hint}</span>`;
  if (fact.type === 'choice')
    return html`<label class="question">${question}
<select name="${fieldOf(name)}"><option value="">${words.choose}</option>${Object.entries(
      fact.values ?? {},
    ).map(
      ([one, [label = one]]) => html`<option value="${one}">${valueWord(one, label)}</option>`,
    )}<option value="${NOT_KNOWN}">${answers[0]?.label ?? ''}</option></select></label>`;
  const id = `trouble-${name}`;
  return html`<label class="question">${question}
<input name="${fieldOf(name)}" value="${value}" placeholder="${exampleOf(fact)}" autocomplete="off" maxlength="100" ${trouble === '' ? '' : html`aria-invalid="true" aria-describedby="${id}"`}></label>${trouble === '' ? '' : html`<p id="${id}" class="trouble">${trouble}</p>`}`;
}

function exampleOf({ type, unit }: Fact): string {
  if (type === 'date') return words.exampleDay;
  return type === 'number' ? (words.example[unit ?? ''] ?? unit ?? '') : '';
}
