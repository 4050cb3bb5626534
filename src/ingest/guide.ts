/** How to apply, as far as the text says it: who, with which papers, in which steps, where, whom to call, how long it takes. */
import type { GuidePart } from '../policy/index.ts';
import { guidePartOf, LONGEST_LABEL } from './guide-labels.ts';
import type { Span } from './ingested.ts';
import { NESTING } from './ordinal.ts';
import { readItemTitle } from './outline.ts';
import type { Paragraph } from './paragraphs.ts';
import { sourceSpan } from './stretch.ts';

export interface GuideItem {
  part: GuidePart;
  span: Span;
}

/** '申请人应当提交以下材料：' */
const ASKS_FOR_PAPERS =
  /(?:提交|提供|携带|报送|上传|递交|准备)[^，。；]{0,16}(?:材料|资料|证件|照片)[^，。；]{0,10}[：:]/u;

/**
 * The parts in the order of the text. A part is the heading or label with what stands under it, which ends at the latest where
 * the closing words or the signature begin.
 */
export function readGuide(
  paragraphs: readonly Paragraph[],
  { from, bodyTo, to }: { from: number; bodyTo: number; to: number },
): GuideItem[] {
  const items: GuideItem[] = [];
  for (let i = from; i < to; i++) {
    const part = partOf(paragraphs[i]!);
    if (!part) continue;
    const end = endOf(paragraphs, i, i < bodyTo ? bodyTo : to);
    items.push({ part, span: spanOf(paragraphs, i, end) });
    // What a part is called inside itself adds nothing.
    while (i + 1 < end && partOf(paragraphs[i + 1]!) === part) i++;
  }
  return items;
}

const spanOf = (paragraphs: readonly Paragraph[], from: number, to: number): Span => ({
  start: sourceSpan(paragraphs[from]!.stretch).start,
  end: sourceSpan(paragraphs[to - 1]!.stretch).end,
});

function partOf({ stretch, ordinal }: Paragraph): GuidePart | null {
  const { text } = stretch;
  if (stretch.row) {
    const [label, ...rest] = text.split('|').map((cell) => cell.trim());
    return rest.some(Boolean) ? guidePartOf(label ?? '') : null;
  }
  const title = readItemTitle(stretch, ordinal);
  const label = /^[^：:]{2,18}(?=[：:])/u.exec(text.slice(ordinal?.length ?? 0))?.[0];
  const heading = title.isHeading || title.ownLine ? title.text : null;
  return (
    (label && guidePartOf(label)) ||
    (heading && (ordinal || title.ownLine) ? guidePartOf(heading) : null) ||
    (ASKS_FOR_PAPERS.test(text) ? '材料' : null)
  );
}

/** Up to the next item of its own kind or an outer one; a line without a number up to the next heading, label or item. */
function endOf(paragraphs: readonly Paragraph[], at: number, to: number): number {
  const { ordinal, stretch, heading } = paragraphs[at]!;
  const depth = ordinal && NESTING.indexOf(ordinal.kind);
  // '申报材料：身份证' says it itself.
  const introduces =
    /[：:]$/u.test(stretch.text) ||
    (!ordinal && stretch.text.length <= LONGEST_LABEL && !/[：:]/u.test(stretch.text));
  for (let i = at + 1; i < to; i++) {
    const next = paragraphs[i]!;
    if (next.heading > 0 && heading > 0 && next.heading <= heading) return i;
    if (/^特此(?:通知|公告)/u.test(next.stretch.text)) return i;
    if (depth !== null) {
      if (next.ordinal && NESTING.indexOf(next.ordinal.kind) <= depth) return i;
      if (!next.ordinal && isAnother(next, paragraphs[at]!)) return i;
    } else if (!introduces || isOuter(next, paragraphs[at + 1]!) || partOf(next)) return i;
  }
  return to;
}

/** Under a numbered part: '咨询电话：…' of another part, '本指南由…负责解释' of the whole document. */
const isAnother = (next: Paragraph, own: Paragraph): boolean => {
  const part = partOf(next);
  return (
    (part !== null && part !== partOf(own)) ||
    /^本\p{Script=Han}{2,6}(?:由.{2,40}解释|自.{2,30}起)/u.test(next.stretch.text)
  );
};

/** Behind a label the list under it goes on while its numbering does. */
const isOuter = (next: Paragraph, first: Paragraph): boolean =>
  next.ordinal !== null &&
  (first.ordinal === null || NESTING.indexOf(next.ordinal.kind) < NESTING.indexOf(first.ordinal.kind));
