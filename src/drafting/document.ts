/** A document → the draft benefits of each measure, with what holds for all of them. */
import { cleanText, tablesIn } from '../policy/index.ts';
import type { Bound } from './bounds.ts';
import { askElsewhere } from './conditions-elsewhere.ts';
import { cut } from './cut.ts';
import { bindDefinitions, definingClauses } from './definitions.ts';
import { documentClauses, leftOut, redefined } from './document-clauses.ts';
import type { DraftBenefit, DraftRow, Inherited } from './draft.ts';
import { draftMeasure } from './measure.ts';
import { withOwnLines } from './own-lines.ts';
import { type Passage, passageOf, slice, trim } from './passage.ts';

interface Span {
  start: number;
  end: number;
}

/** A measure as reading the document gives it. */
export interface DraftInput {
  number: string;
  title: string;
  text: string;
  span: Span;
}

export interface DraftOptions {
  /** The day that relative dates are read against. */
  issued: string | null;
  /** Head and tail of the document. */
  clauses?: readonly { span: Span }[];
  /** What the document is about. */
  title?: string | null;
}

/** The draft benefits of each measure, by its number. */
export function draftDocument(
  source: string,
  measures: readonly DraftInput[],
  { issued, clauses = [], title: about = null }: DraftOptions,
): Map<string, DraftBenefit[]> {
  const passages = measures.map(({ title, text, span }) =>
    belowHeading(withOwnLines(passageOf(text, source, span.start), source), title, source),
  );
  const around = clauses.map(({ span }) => ({
    title: '',
    passage: passageOf(cleanText(source, span), source, span.start),
  }));
  const inherited = documentClauses([
    ...measures.map(({ title }, i) => ({ title, passage: passages[i]! })),
    ...around,
  ]);
  const tables = tablesIn(source, { start: 0, end: source.length });
  const drafts = new Map(
    measures.map(({ number, title, span }, i) => [
      number,
      draftMeasure(
        title,
        passages[i]!,
        issued,
        tables.filter((table) => span.start <= table.span.start && table.span.start < span.end),
      ),
    ]),
  );
  // A document without a title says in its preamble what it is about.
  const head = around.filter((_, i) => clauses[i]!.span.end <= (measures[0]?.span.start ?? 0));
  const subject = `${about ?? ''}${head.map(({ passage }) => passage.text).join('')}`;
  const defining = definingClauses([...passages, ...around.map(({ passage }) => passage)], issued);
  for (const all of drafts.values())
    for (const draft of all) {
      bindDefinitions(draft, defining, subject);
      inherit(draft, inherited);
      if (about !== null) presumeSubject(draft, about);
    }
  askElsewhere(measures, passages, drafts, issued);
  for (const [i, { number }] of measures.entries()) leaveOut(passages[i]!, number, drafts);
  return drafts;
}

/** '一、参展补贴' in a line of its own: reading runs it into the first sentence, whose words it is none of. */
function belowHeading(passage: Passage, title: string, source: string): Passage {
  if (title === '' || !passage.text.startsWith(title)) return passage;
  const between = source.slice(passage.at[title.length - 1]! + 1, passage.at[title.length]);
  return /^[^\p{L}\d]*[\n\f]/u.test(between) ? trim(slice(passage, title.length)) : passage;
}

/** What holds for all; a word that the document redefines makes a bound of that word doubtful. */
function inherit(draft: DraftBenefit, inherited: readonly Inherited[]): void {
  const bound = draft.inherits.map(({ span }) => span.start);
  draft.inherits.push(
    ...inherited.filter(
      ({ span }) =>
        (span.start >= draft.span.end || span.end <= draft.span.start) && !bound.includes(span.start),
    ),
  );
  const bounds = [
    ...draft.bounds,
    ...draft.rows.flatMap((row, i) =>
      row.bounds.filter((bound) => !isTakenBefore(bound, draft.rows.slice(0, i))),
    ),
    ...draft.defined.flatMap((clause) => clause.bounds),
  ];
  for (const word of new Set(redefined(inherited)))
    if (bounds.some(({ figure }) => figure.includes(word))) {
      draft.grade = 'C';
      draft.reasons.unshift(`这份文件规定“${word}”不含本数，界限要人工核对`);
    }
}

/** 4.5吨以上的…，4.5吨以下的…: the figure itself is the row's before, whatever 以下 means. */
const isTakenBefore = (bound: Bound, rows: readonly DraftRow[]): boolean =>
  bound.comparator === 'atMost' &&
  rows.some((row) =>
    row.bounds.some(
      ({ comparator, literals, label }) =>
        comparator === 'atLeast' && literals[0] === bound.literals[0] && label === bound.label,
    ),
  );

/** '新设立的数字经济企业' in measures for the 数字经济: whose trade the whole document is for is presumed, the rest is asked. */
function presumeSubject(draft: DraftBenefit, about: string): void {
  for (const flag of draft.flags) {
    const found = /^(?<said>.{2,}?)的(?<who>(?<trade>[^的]{3,10})(?:企业|机构|单位))$/u.exec(
      flag.words,
    )?.groups;
    if (!found || !about.includes(found.trade!)) continue;
    flag.words = found.said!;
    draft.ofDocument.push(found.who!);
  }
}

/** 邻里互助模式不享受补贴, 本措施第十条不含制造企业: taken as not so until said. */
function leaveOut(passage: Passage, number: string, drafts: ReadonlyMap<string, DraftBenefit[]>): void {
  for (const { plain } of cut(passage))
    for (const { article, who } of leftOut(plain.text)) {
      const left = drafts.get(article === null ? number : String(articleNumber(article))) ?? [];
      for (const draft of left) if (!draft.flags.some(({ words }) => words === who)) draft.leftOut.push(who);
    }
}

const DIGITS = '零一二三四五六七八九';
/** 第十二条 → 12 */
function articleNumber(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written);
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['0', written];
  const ten = written.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens)) : 0;
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}
