/** A measure's text → its limbs: what ends in 。or ；and each numbered child, with the heading and the lead that it stands under. */
import { type Passage, type Span, slice, trim, without } from './passage.ts';

/** One statement of a measure. */
export interface Limb {
  /** As printed, without its number and label. */
  passage: Passage;
  /** Without what stands in brackets; 含 and 不含 stay with their figure. */
  plain: Passage;
  /** What stood in brackets. */
  asides: Passage[];
  /** '（一）' · '1.' · null */
  marker: string | null;
  /** What stands above a numbered child, up to its colon: 对符合下列条件之一的企业给予奖励： */
  lead: Limb | null;
  /** A label before a colon: 资助额度. */
  label: string | null;
  /** Limbs of one sentence (parted by ；) share it. */
  sentence: number;
  /** Which numbered child it stands in; 0 before the first. */
  part: number;
  /** It stood in brackets behind the limb before it. */
  aside: boolean;
  /** Offsets of `passage` in the measure's text. */
  from: number;
  to: number;
}

/** '（一）' · '(1)' · '1.' · '2、' · '①' · '一是' · '第一，'; in 1.2024年 a year stands behind the number. */
const MARKER =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|\d{1,2}[.．、﹒](?!\d(?!\d{3}年))|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是|第[一二三四五六七八九十][，,])/u;

/** '【支持建设示范园区】' */
const BOXED = /^【[^】]{1,40}】/u;

/** '资助额度：' · '支持标准：'; no figure, no comma. */
const LABEL = /^(?<label>[^，。；：:\d（）()]{2,16})[：:](?=.)/u;

/** '（含）' · '(不含)' · '（含60岁）' belong to their figure. */
const KEPT_ASIDE = /^[（(]不?含(?:本数|\d[^（）()]{0,6})?[）)]$/u;

/** A grant stands in these brackets: '（…的，每件资助1000元）'. */
const GRANTS_ASIDE = /(?:奖励|补助|补贴|资助|给予|予以)[^（）()]*\d/u;

const OPENING = '（(“‘《〈「【[';
const CLOSING = '）)”’》〉」】]';

/** The limbs of a measure, in the order of its text. */
export function cut(measure: Passage): Limb[] {
  const limbs: Limb[] = [];
  let sentence = 0;
  let part = 0;
  let lead: Limb | null = null;
  for (const { span, ends } of statements(measure.text)) {
    const { marker, label, body } = opened(trim(slice(measure, span.start, span.end)));
    if (marker !== null || label !== null) sentence++;
    if (marker !== null) part++;
    if (body.text !== '') {
      const limb = limbOf(body, {
        marker,
        label,
        sentence,
        part,
        lead: marker === null ? null : lead,
        aside: false,
      });
      limbs.push(limb);
      for (const aside of limb.asides)
        if (GRANTS_ASIDE.test(aside.text))
          for (const { span: inner } of statements(aside.text))
            limbs.push(
              limbOf(trim(slice(aside, inner.start, inner.end)), {
                marker: null,
                label: null,
                sentence,
                part,
                lead: null,
                aside: true,
              }),
            );
      if (/[：:]$/u.test(body.text)) lead = limb;
      else if (marker === null) lead = null;
    }
    if (ends) sentence++;
  }
  return placed(
    limbs.filter(({ plain }) => plain.text !== ''),
    measure.text,
  );
}

/** Each limb is looked for behind the start of the one before. */
function placed(limbs: readonly Limb[], text: string): Limb[] {
  let cursor = 0;
  for (const limb of limbs) {
    const found = text.indexOf(limb.passage.text, cursor);
    limb.from = found < 0 ? cursor : found;
    limb.to = limb.from + limb.passage.text.length;
    cursor = limb.from;
  }
  return [...limbs];
}

function limbOf(
  passage: Passage,
  rest: Pick<Limb, 'marker' | 'label' | 'sentence' | 'part' | 'lead' | 'aside'>,
): Limb {
  const brackets = bracketsOf(passage.text);
  const left = brackets.filter(({ start, end }) => !KEPT_ASIDE.test(passage.text.slice(start, end)));
  return {
    ...rest,
    from: 0,
    to: passage.text.length,
    passage,
    plain: trim(without(passage, left)),
    asides: left.map(({ start, end }) => trim(slice(passage, start + 1, end - 1))),
  };
}

/** The number and the label that a statement opens with, taken off. */
function opened(passage: Passage): { marker: string | null; label: string | null; body: Passage } {
  let body = passage;
  let marker: string | null = null;
  let label: string | null = null;
  const boxed = BOXED.exec(body.text);
  if (boxed) body = trim(slice(body, boxed[0].length));
  for (let found = MARKER.exec(body.text); found; found = MARKER.exec(body.text)) {
    marker = found[0];
    body = trim(slice(body, marker.length));
  }
  const named = LABEL.exec(body.text);
  if (named && !/^对|给予|的$/u.test(named.groups!.label!)) {
    label = named.groups!.label!;
    body = trim(slice(body, named[0].length));
  }
  const after = MARKER.exec(body.text);
  if (after) {
    marker = after[0];
    body = trim(slice(body, marker.length));
  }
  return { marker, label, body };
}

/** The outermost round brackets. */
function bracketsOf(text: string): Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '（' || text[at] === '(') {
      if (depth++ === 0) start = at;
    } else if ((text[at] === '）' || text[at] === ')') && depth > 0 && --depth === 0) {
      spans.push({ start, end: at + 1 });
    }
  }
  return spans;
}

/** The stretches between the ends of statements, outside brackets and quotation marks; `ends`: a full stop stood there. */
function statements(text: string): { span: Span; ends: boolean }[] {
  const found: { span: Span; ends: boolean }[] = [];
  let from = 0;
  let depth = 0;
  const close = (end: number, ends: boolean) => {
    if (end > from) found.push({ span: { start: from, end }, ends });
    from = end;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const opensNumber =
      depth === 0 && /[。；：:\n]$/u.test(text.slice(0, at).trimEnd()) && MARKER.test(text.slice(at, at + 8));
    if (opensNumber) close(at, true);
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (/[。！？\n；;]/u.test(character)) close(at + 1, !/[；;]/u.test(character));
  }
  close(text.length, true);
  return found.map(({ span: { start, end }, ends }) => ({
    span: { start, end: start + text.slice(start, end).replace(/[。！？\n；;]+$/u, '').length },
    ends,
  }));
}
