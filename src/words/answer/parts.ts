/** Pieces that several kinds of answers are made of. */
import type { Measure, Policy } from '../../policy/index.ts';
import { measureWords } from '../answers.ts';

/** 洪府办发〔2022〕58号 → 洪府办发58号: in lists, where the date stands beside it. */
export const shortNumber = (number: string): string => number.replace(/〔\d{4}〕/u, '');

/** 第2条; where numbering restarts, “保障措施”第1条 */
export function itemWords(measure: Measure): string {
  const [, within] = measure.number.split('-');
  if (within === undefined) return measureWords.item(measure.number);
  return measure.chapter
    ? measureWords.chapterItem(measure.chapter, within)
    : measureWords.item(measure.number);
}

export function sourceWords(policy: Policy, measure: Measure): string {
  return measureWords.source(printedName(policy), itemWords(measure));
}

/** Of a measure, or of the document as a whole. */
export const sourceOf = (policy: Policy, measure: Measure | null): string =>
  measure ? sourceWords(policy, measure) : measureWords.source(printedName(policy), '');

/** A document without a 文号 is named by its title; the folder's name says nothing to a contact. */
export const printedName = ({ number, slug, title }: Policy): string =>
  number === slug && title !== number ? measureWords.bookTitle(title) : number;

const SHOWN_DEPARTMENTS = 2;

/** The first departments and how many there are in all; null when the document names none. */
export function fewDepartments(measure: Measure): string | null {
  const { responsible, clause } = measure;
  if (responsible.length === 0) return null;
  const few = responsible.slice(0, SHOWN_DEPARTMENTS).join('、');
  if (responsible.length <= SHOWN_DEPARTMENTS) return few;
  // A list that itself ends in 等 cannot be counted.
  const text = clause.text.replace(/\s/gu, '');
  const isOpen = responsible.some((unit) => text.includes(`${unit}等`));
  return few + (isOpen ? measureWords.andOthers : measureWords.andMore(responsible.length));
}

/** Whom to ask: the first responsible unit, else who explains the document. */
export function whomToAsk(policy: Policy, measure: Measure | null): string | null {
  return measure?.responsible[0] ?? policy.explained?.by ?? null;
}

/** Lines without the empty ones. */
export function lines(...parts: (string | null | undefined)[]): string {
  return parts.filter((part): part is string => Boolean(part)).join('\n');
}

/** Of a document's head and tail: whole sentences, without headings and the covering letter, which say nothing to a contact. */
export function spokenPart(text: string): string {
  const sentences = text.match(/[^。\n]+。/gu) ?? [];
  return sentences.filter((sentence) => !/印发给你们|主动公开|秘书科/u.test(sentence)).join('');
}
