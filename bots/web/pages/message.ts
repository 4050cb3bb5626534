/** One entry of the conversation, as it stands on the page. */
import { html } from 'hono/html';
import { type Card, type CardAction, shanghaiTime } from '../../../src/contract/index.ts';
import type { Knowledge } from '../../../src/policy/index.ts';
import { webCardWords as cardWords, webWords as words } from '../../../src/words/index.ts';
import { policyPath } from '../links.ts';
import type { Entry } from '../mailbox.ts';
import { askedHtml } from './asked.ts';
import { basisHtml, cardHead, conditionsHtml, deadlineHtml, notesHtml, toneOf } from './card.ts';
import type { Piece } from './layout.ts';
import { namesPlace, QUOTE, richText } from './rich-text.ts';

export const NAMES: Record<Entry['by'], string> = {
  visitor: words.you,
  bot: words.bot,
  reminder: words.reminder,
};

export interface MessageOptions {
  /** The page scrolls here. */
  anchor?: boolean;
  /** Key of what is sent from here without scripts. */
  event?: string;
}

export function messageHtml(
  entry: Entry,
  knowledge: Knowledge,
  { anchor = false, event = '' }: MessageOptions = {},
): Piece {
  const { by, at, id } = entry;
  const time = shanghaiTime(at).slice(11);
  return html`<article class="message ${by}" data-entry="${id}" ${anchor ? html`id="latest"` : ''}>
<h2 class="who">${NAMES[by]} <time datetime="${shanghaiTime(at)}+08:00">${time}</time> ${toolHtml(by)}</h2>
${by === 'visitor' ? html`<div class="bubble"><p>${entry.text}</p></div>` : toldHtml(entry, knowledge, event)}
</article>`;
}

/** Copies an answer, or takes a message back into the field to be said better; shown where scripts run. */
const toolHtml = (by: Entry['by']): Piece =>
  by === 'visitor'
    ? html`<button type="button" class="tool" data-tool="edit">${cardWords.edit}</button>`
    : html`<button type="button" class="tool" data-tool="copy" data-done="${cardWords.copied}">${cardWords.copy}</button>`;

function toldHtml(entry: Entry, knowledge: Knowledge, event: string): Piece {
  const { card, asks, choices } = entry;
  const actions = card?.actions ?? choices.map(asAction);
  const listed = listedIn(entry.text, actions);
  const buttons = actions.filter((action) => action.kind !== 'answer' && !listed.has(action));
  return html`<div class="bubble ${(card && toneOf(card)) ?? ''}">
${card?.verdict ? judgedHtml(card, entry, knowledge) : plainHtml(entry, knowledge, listed)}
${entry.exchange === null ? '' : judgeHtml(entry.exchange)}
${asks.length > 0 ? html`<div class="asks">${leadInOf(entry).map((line) => html`<p>${line}</p>`)}${questionsHtml(asks, actions, knowledge, event)}</div>` : ''}
</div>
${buttons.length > 0 ? html`<p class="options">${buttons.map((action) => actionButton(action))}</p>` : ''}`;
}

/** Was it of use? What was not, officers see with the reason. Above what goes away with the next message, so that it stays where it is. */
const judgeHtml = (exchange: string): Piece =>
  html`<details class="judge"><summary>${cardWords.useful}</summary><form method="post" action="/feedback"><input type="hidden" name="exchange" value="${exchange}">
<button name="feedback" value="good">${cardWords.good}</button> <label><span class="hidden">${cardWords.whyBad}</span><input name="reason" maxlength="200" placeholder="${cardWords.whyBad}" autocomplete="off"></label> <button name="feedback" value="bad">${cardWords.bad}</button></form></details>`;

/** One question with few answers is answered by a tap; several are a form. */
function questionsHtml(
  asks: string[],
  actions: readonly CardAction[],
  { facts }: Knowledge,
  event: string,
): Piece | '' {
  const answers = actions.filter(({ kind }) => kind === 'answer');
  const question = facts.get(asks[0] ?? '');
  if (asks.length > 1 || answers.length < 2 || !question) return askedHtml(asks, facts, event);
  return html`<div class="asked"><p class="legend">${question.question}</p>
<p class="options">${answers.map((action) => actionButton(action))}</p></div>`;
}

/** 再告诉我这几点，就能看得更准：, the line before a question that stands as a form, belongs to the form. */
function leadInOf({ text, card, asks }: Entry): string[] {
  const lines = text.split('\n');
  const isForm = (line: string | undefined) => line !== undefined && card?.covers.includes(line);
  return asks.length === 0 ? [] : lines.filter((line, i) => line.endsWith('：') && isForm(lines[i + 1]));
}

/** What of the text the card and the form do not say themselves. */
function linesOf(entry: Entry): string[] {
  const elsewhere = new Set([...(entry.card?.covers ?? []), ...leadInOf(entry)]);
  return entry.text.split('\n').filter((line) => !elsewhere.has(line));
}

const asAction = ({ id, label }: Entry['choices'][number]): CardAction => ({
  id,
  label,
  send: label,
  kind: 'choice',
});

/** （按企业在南昌市算） · （我会记下…）: said beside the answer, so it stands below. */
const ASIDE = /^（.+）$/u;

/** What the card does not say, then the card. */
function judgedHtml(card: Card, entry: Entry, knowledge: Knowledge): Piece {
  const { about } = entry;
  const lines = linesOf(entry);
  const said = (some: string[]) => richText(some.join('\n'), knowledge, { leads: false });
  return html`${cardHead(card, about)}
${said(lines.filter((line) => !ASIDE.test(line)))}
${conditionsHtml(card.conditions)}
${deadlineHtml(card.deadline, about)}
${basisHtml(card, about)}
${notesHtml(card.notes)}
${said(lines.filter((line) => ASIDE.test(line)))}`;
}

/** The lines of the text, those of a list as the buttons that they offer. */
function plainHtml(entry: Entry, knowledge: Knowledge, listed: ReadonlyMap<CardAction, string>): Piece {
  const { card, text, about } = entry;
  const byLine = new Map([...listed].map(([action, line]) => [line, action]));
  const lines = linesOf(entry);
  const leadsOn = about !== null && !namesPlace(text, about, knowledge);
  /** What the document says of an entry stands in it. */
  const quoteOf = (place: number): string | null => {
    const behind = lines[place + 1];
    return byLine.has(lines[place] ?? '') ? (QUOTE.exec(behind ?? '')?.groups?.words ?? null) : null;
  };
  return html`${lines.map((line, place) => {
    const action = byLine.get(line);
    if (action) return entryButton(action, line, quoteOf(place));
    return quoteOf(place - 1) === null ? richText(line, knowledge, { leads: place === 0 }) : '';
  })}
${card ? deadlineHtml(card.deadline, about) : ''}
${leadsOn ? html`<p class="to-clause"><a href="${policyPath(about)}">${words.clauseOf(sourceOf(about))}</a></p>` : ''}`;
}

function sourceOf(about: string): string {
  const [number, item] = about.split('#');
  return item ? `${number} 第${item}条` : `${number}`;
}

/** 1. 鼓励企业增产扩产（…）：…, a line of the text: the entries that are buttons of their own. */
const NUMBERED = /^\d+\. (?<entry>.+)$/u;

function listedIn(text: string, actions: readonly CardAction[]): Map<CardAction, string> {
  const lines = text.split('\n').filter((line) => NUMBERED.test(line));
  const choices = actions.filter(({ kind }) => kind === 'choice');
  return new Map(
    choices.flatMap((action): [CardAction, string][] => {
      const line = lines.find((one) => NUMBERED.exec(one)?.groups?.entry?.startsWith(action.send));
      return line ? [[action, line]] : [];
    }),
  );
}

/** The buttons belong to the composer's form, so that its message key goes with them. */
const pressOf = ({ id, send }: CardAction): string => JSON.stringify([id, send]);

const actionButton = (action: CardAction): Piece =>
  html`<button form="composer" formnovalidate name="choice" value="${pressOf(action)}">${action.label}</button>`;

/** A whole line of a list: its name, and what the list says of it. */
function entryButton(action: CardAction, line: string, quote: string | null): Piece {
  const said = NUMBERED.exec(line)?.groups?.entry ?? line;
  const rest = said
    .slice(action.send.length)
    .replace(/^：/u, '')
    .replace(/^（(?<inside>[^（）]+)）：?/u, '$<inside>。');
  return html`<button class="entry" form="composer" formnovalidate name="choice" value="${pressOf(action)}"><b>${action.label}</b>${rest ? html`<span>${rest}</span>` : ''}${quote ? html`<q>${quote}</q>` : ''}</button>`;
}
