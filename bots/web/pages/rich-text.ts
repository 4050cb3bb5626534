/** An answer's text as markup: quotes, sources and numbers of documents that lead to the page they stand on. */
import { html } from 'hono/html';
import type { Knowledge } from '../../../src/policy/index.ts';
import { webWords as words } from '../../../src/words/index.ts';
import { policyPath } from '../links.ts';
import type { Piece } from './layout.ts';

/** Finds the documents that are known, with the item named behind: …号第2条, …号 第3-1条. */
function referencePattern({ policies }: Knowledge): RegExp | null {
  if (policies.length === 0) return null;
  const numbers = policies.map(({ number }) => number.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`(?<number>${numbers.join('|')})(?:\\s?第(?<item>\\d+(?:-\\d+)?)条)?`, 'gu');
}

const patterns = new WeakMap<Knowledge, RegExp | null>();

function patternOf(knowledge: Knowledge): RegExp | null {
  const known = patterns.get(knowledge);
  if (known !== undefined) return known;
  const made = referencePattern(knowledge);
  patterns.set(knowledge, made);
  return made;
}

/** /my/data/ and a key: the only path that answers speak of. */
const OWN_PATH = /(?<path>(?:https?:\/\/[^\s/，。：）]+)?\/my\/data\/[\w-]{32})/u;

/** A line with its references as links. */
export function linked(line: string, knowledge: Knowledge): (Piece | string)[] {
  const [before = '', path, after = ''] = line.split(OWN_PATH);
  if (path === undefined) return withReferences(line, knowledge);
  return [before, html`<a href="${path}">${words.ownData}</a>`, after];
}

function withReferences(line: string, knowledge: Knowledge): (Piece | string)[] {
  const pattern = patternOf(knowledge);
  if (!pattern) return [line];
  const pieces: (Piece | string)[] = [];
  let end = 0;
  for (const match of line.matchAll(pattern)) {
    const { number = '', item } = match.groups ?? {};
    const policy = knowledge.policies.find((one) => one.number === number);
    const known = item !== undefined && policy?.measures.some((measure) => measure.number === item);
    pieces.push(line.slice(end, match.index));
    pieces.push(html`<a href="${policyPath(known ? `${number}#${item}` : number)}">${match[0]}</a>`);
    end = match.index + match[0].length;
  }
  return [...pieces, line.slice(end)];
}

/** “……” as a line of its own is the document speaking. */
export const QUOTE = /^[“「](?<words>.+)[”」]。?$/u;
/** （按企业在南昌市算，不是的话告诉我。） */
const NOTE = /^（.+）$/u;
/** 【可能符合】 heads a list. */
const GROUP = /^【(?<name>[^【】]+)】$/u;
const SOURCE = /^(?:来源|依据|原文)：/u;

/** Whether the text itself leads to the place of this measure or document. */
export function namesPlace(text: string, about: string, knowledge: Knowledge): boolean {
  const pattern = patternOf(knowledge);
  if (!pattern) return false;
  return [...text.matchAll(pattern)].some(({ groups }) => {
    const { number = '', item } = groups ?? {};
    return about === (item === undefined ? number : `${number}#${item}`);
  });
}

/** About two lines on a phone: a longer paragraph in bold says nothing louder. */
const LONGEST_LEAD = 45;

/** A line a paragraph; what the answer says first stands out. */
export function richText(text: string, knowledge: Knowledge, { leads = true } = {}): Piece[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      const pieces = linked(line, knowledge);
      if (QUOTE.test(line)) return html`<blockquote>${pieces}</blockquote>`;
      if (SOURCE.test(line)) return html`<p class="source">${pieces}</p>`;
      const group = GROUP.exec(line)?.groups?.name;
      if (group) return html`<p class="group">${group}</p>`;
      if (NOTE.test(line)) return html`<p class="aside-note">${pieces}</p>`;
      return i === 0 && leads && line.length <= LONGEST_LEAD
        ? html`<p class="lead">${pieces}</p>`
        : html`<p>${pieces}</p>`;
    });
}
