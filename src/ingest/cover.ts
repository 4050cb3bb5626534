/** Every character of the text in its place: what no measure and no heading holds is head, body, tail or annex. */
import { readableSpan } from '../policy/index.ts';
import type { Cover, Span } from './ingested.ts';

/** A measure or heading, and where the number before it begins. */
export interface Held {
  span: Span;
  labelFrom: number;
  measure: boolean;
}

/** '（一）', '第 十二 条', '1.': anything else before a measure is text that has to stand somewhere. */
const LABEL = /^[\s*#]*[（(〔]?[\p{L}\p{N}.．\s]{0,12}[）)〕]?[、.．:：﹒]?[\s*]*$/u;

/** The stretches between `held`, which are in the order of the text; annexes begin at `annexFrom`. */
export function coverText(
  source: string,
  furniture: readonly Span[],
  held: readonly Held[],
  annexFrom: number,
): Cover[] {
  const readable = readableSpan(source, furniture);
  const covers: Cover[] = [];
  const add = (name: Cover['name'], start: number, end: number) => {
    const span = start < end ? readable({ start, end }) : null;
    if (span) covers.push({ name, span });
  };
  const first = held.findIndex(({ measure }) => measure);
  let from = 0;
  for (const [i, { span, labelFrom }] of held.entries()) {
    const label = source.slice(labelFrom, span.start);
    add(first < 0 || i <= first ? 'head' : 'body', from, LABEL.test(label) ? labelFrom : span.start);
    from = Math.max(from, span.end);
  }
  const tail = first < 0 && held.length === 0 ? 'head' : 'tail';
  add(tail, from, Math.max(from, annexFrom));
  add('annex', Math.max(from, annexFrom), source.length);
  return covers;
}
