/** '专栏4 关键技术': a box in the text. The list in it belongs to the item around it. */
import type { Paragraph } from './paragraphs.ts';

const BOX = /^专栏[\d一二三四五六七八九十]{1,3}(?!规定)/u;

/** The paragraphs, without the numbers of lists that begin just below the heading of a box and count on from 1. */
export function withoutBoxes(paragraphs: readonly Paragraph[], from: number, to: number): Paragraph[] {
  let inBox: { kind: string; value: number } | null = null;
  let opened = false;
  return paragraphs.map((paragraph, i) => {
    const { ordinal, stretch } = paragraph;
    if (i < from || i >= to) return paragraph;
    if (!ordinal && BOX.test(stretch.text)) {
      opened = true;
      inBox = null;
      return paragraph;
    }
    if (!ordinal) return paragraph;
    const begins = opened && ordinal.value === 1 && ['digit', 'digitParen'].includes(ordinal.kind);
    const goesOn = inBox !== null && ordinal.kind === inBox.kind && ordinal.value === inBox.value + 1;
    opened = false;
    inBox = begins || goesOn ? ordinal : null;
    return inBox ? { ...paragraph, ordinal: null } : paragraph;
  });
}
