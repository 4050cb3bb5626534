/**
 * Ingest: a document's text → its structure, every value with the place in the text that says it.
 * `ingestText` is pure; reading files of the different formats is src/ingest/read/.
 */
import type { Day } from '../contract/index.ts';
import { type Figure, readFigures } from '../figures/index.ts';
import { gazetteerOf, NATION, type Place, placesOf, readableSpan, tablesIn } from '../policy/index.ts';
import { copyFrom } from './copies.ts';
import { coverText, type Held } from './cover.ts';
import { readDeadline } from './deadline.ts';
import { isCall } from './document-form.ts';
import { type Found, found } from './found.ts';
import { readGuide } from './guide.ts';
import { type Identity, readIdentity } from './identity.ts';
import { readIndexTable } from './index-table.ts';
import type { Ingested, IngestedMeasure, Span } from './ingested.ts';
import { readFurniture } from './lines.ts';
import { measureText, type ReadMeasure, type ReadStructure, readMeasures } from './measure-text.ts';
import { type Paragraph, readParagraphs } from './paragraphs.ts';
import { type Parts, readAnnexes, readParts } from './parts.ts';
import { readRelations } from './relations.ts';
import { splitRunOns } from './run-on.ts';
import { settle } from './settle.ts';
import { type Stretch, sliceStretch, sourceSpan } from './stretch.ts';
import type { TitleGroup } from './titles.ts';
import { readExplained, readValidity, validityOfTable } from './validity.ts';

/** Reads the structure of a document out of its text. Never throws on odd text: what is not there is null or empty. */
export function ingestText(
  source: string,
  { name, places = [] }: { name: string; places?: readonly Place[] },
): Ingested {
  const copy = copyFrom(source);
  const paragraphs = splitRunOns(readParagraphs(source.slice(0, copy)));
  const parts = readParts(paragraphs);
  const firstItem = paragraphs.findIndex(({ ordinal }, i) => ordinal && i >= (parts.title?.to ?? 0));
  const identity = readIdentity(source, paragraphs, parts, firstItem < 0 ? paragraphs.length : firstItem);
  const issued = identity.issued?.value ?? null;
  const end = parts.annexFrom;
  const { chapters, measures } = readMeasures(paragraphs, parts, titleText(parts));
  const own = ownTerms(measures, titleText(parts));
  // The last measure may hold the closing words.
  const said = readValidity(source, paragraphs, { from: 0, to: end, without: own.slice(0, -1) }, issued);
  const table = readIndexTable(paragraphs, Math.min(parts.bodyFrom, 60));
  const validity = (said.quote === null && validityOfTable(source, table)) || said;
  const furniture = readFurniture(source);
  const readable = readableSpan(source, furniture);
  const held = heldStretches(paragraphs, chapters, measures, readable);
  const year = yearOf(identity.number?.value) ?? yearOf(parts.title?.stretch.text);
  const title = readTitle(source, paragraphs, parts, identity.issuer);
  const made: Ingested = {
    ...identity,
    ...placesIn(identity, title, paragraphs, places),
    title,
    validFrom: validity.from,
    validFromIssued: validity.fromIssued,
    validUntil: validity.until,
    valid: validity.quote && {
      span: validity.quote,
      quote: source.slice(validity.quote.start, validity.quote.end),
    },
    applicationDeadline: readDeadline(
      source,
      paragraphs,
      {
        from: parts.attached ? parts.bodyFrom : (parts.title?.to ?? 0),
        to: end,
        without: own,
      },
      issued,
      year,
    ),
    explained: readExplained(source, paragraphs, 0, end),
    chapters: chapters.map(({ number, title, from }) => ({
      number,
      title: title.text,
      span: readableOr(readable, sourceSpan(sliceStretch(paragraphs[from]!.stretch, 0, title.end))),
    })),
    measures: measures.map(({ number, title, chapter, pieces, responsible }) => {
      const text = measureText(pieces);
      const span = readableOr(readable, spanOf(pieces));
      const figures = figuresOf(text, issued);
      return { number, title, chapter, span, text, responsible, figures, periods: periodsOf(figures) };
    }),
    clauses: coverText(source, furniture, held, paragraphs[end]?.stretch.at[0] ?? copy),
    guide: readGuide(paragraphs, { from: parts.title?.to ?? 0, bodyTo: parts.bodyTo, to: end }).flatMap(
      ({ part, span }) => {
        const said = readable(span);
        return said ? [{ part, span: said }] : [];
      },
    ),
    relations: readRelations(source, paragraphs, end, titleText(parts)),
    annexes: readAnnexes(paragraphs, end).map(({ title: name, span }) => ({
      title: name,
      span: readableOr(readable, span),
    })),
    tables: [],
    furniture,
    review: [],
    notes: [],
  };
  const settled = settle({ ...made, tables: placedTables(made, source) }, source);
  return { ...settled, notes: notesOf(settled, name) };
}

/** The tables of the source, each with the measure or annex that it stands in. */
function placedTables({ measures, annexes }: Ingested, source: string): Ingested['tables'] {
  const holds = ({ span }: { span: Span }, at: number) => at >= span.start && at < span.end;
  return tablesIn(source, { start: 0, end: source.length }).map((table) => {
    const annex = annexes.findIndex((one) => holds(one, table.span.start));
    return {
      ...table,
      measure: measures.find((one) => holds(one, table.span.start))?.number ?? null,
      annex: annex < 0 ? null : annex,
    };
  });
}

/** What the issuer's name says by itself, and what is known of places where a list of them is at hand. */
function placesIn(
  { number, issuer, place }: Identity,
  title: Found<string> | null,
  paragraphs: readonly Paragraph[],
  known: readonly Place[],
): { place: string | null; places: string[] } {
  if (known.length === 0) return { place, places: place ? [place] : [] };
  const read = placesOf(
    {
      number: number?.value ?? null,
      issuer: issuer?.value ?? null,
      title: title?.value ?? null,
      body: paragraphs.map(({ stretch: { text } }) => text.replace(ADDRESSEES, '')).join('\n'),
    },
    gazetteerOf(known),
  ).map(({ name }) => name);
  const own = read.filter((name) => name !== NATION);
  return { place: own[0] ?? null, places: own };
}

/** '各市科技局，某区经济促进局，各有关单位：' are written to; the document need not speak for their places. */
const ADDRESSEES =
  /^[^。；：:]{2,200}(?:单位|部门|机构|企业|政府|委员会|局|委|厅|办|院|校|中心|公司|银行|个人)[：:]/u;

/** In a text of measures a day inside one of them is that measure's, unless it is the one about applying. */
const ownTerms = (measures: readonly ReadMeasure[], title: string): { from: number; to: number }[] =>
  isCall(title)
    ? []
    : measures.filter(
        (measure) =>
          !/申报|申请|受理|报送|提交|报名|截止|兑现|附则|程序|流程|时间|期限|其他|^本/u.test(measure.title),
      );

/** What the document is called: the text that a covering notice carries, where it carries one. */
const ownGroup = ({ title, attached, texts }: Parts): TitleGroup | null =>
  texts.length > 1 ? title : (attached ?? title);
const titleText = (parts: Parts): string => ownGroup(parts)?.stretch.text ?? '';
const yearOf = (text: string | undefined): number | null =>
  Number(/(?:19|20)\d{2}/u.exec(text ?? '')?.[0]) || null;

/** '…的通知（某政发〔2024〕1号）': the number behind the title is not part of it. */
const OWN_DAY = /[（(]\d{4}年\d{1,2}月\d{1,2}日[）)]$/u;
const OWN_NUMBER = /[（(【[]\p{Script=Han}{1,16}[〔[【（(［]\d{4}[〕\]】)）］]第?\d{1,5}号[）)】\]]$/u;

function readTitle(
  source: string,
  paragraphs: readonly Paragraph[],
  parts: Parts,
  issuer: Found<string> | null,
): Found<string> | null {
  const listed = readIndexTable(paragraphs, Math.min(20, paragraphs.length)).title;
  const group = ownGroup(parts);
  if (group) {
    const text = group.stretch.text.replace(OWN_NUMBER, '').replace(OWN_DAY, '');
    // Several bodies in front of a title stay apart: '某某市商务局 某某市财政局关于…'.
    const bodies = issuer?.value.split('、') ?? [];
    const own = sliceStretch(group.stretch, 0, text.length);
    return found(source, own, text.replace(bodies.join(''), bodies.join(' ')));
  }
  return listed ? found(source, listed, listed.text) : null;
}

/** Measures and chapter headings with where their numbers begin, in the order of the text. */
function heldStretches(
  paragraphs: readonly Paragraph[],
  chapters: ReadStructure['chapters'],
  measures: readonly ReadMeasure[],
  readable: (span: Span) => Span | null,
): Held[] {
  const startOf = (i: number) => paragraphs[i]!.stretch.at[0]!;
  return [
    ...chapters.map(({ from, title }) => ({
      from,
      span: sourceSpan(sliceStretch(paragraphs[from]!.stretch, 0, title.end)),
      measure: false,
    })),
    ...measures.map(({ from, pieces }) => ({ from, span: spanOf(pieces), measure: true })),
  ]
    .map(({ from, span, measure }) => ({
      labelFrom: startOf(from),
      span: readableOr(readable, span),
      measure,
    }))
    .sort((one, other) => one.span.start - other.span.start);
}

const readableOr = (readable: (span: Span) => Span | null, span: Span): Span => readable(span) ?? span;

/** Stretches of days with the year said: '2026年1月1日至6月30日'. A bare year is what something is of, not how long it holds. */
const periodsOf = (figures: readonly Figure[]): IngestedMeasure['periods'] =>
  figures.flatMap((figure) =>
    figure.kind === 'daterange' && /\d{4}年\d|\d{4}[-./]\d/u.test(figure.text)
      ? [{ from: figure.from ?? null, to: figure.to ?? null, start: figure.start, end: figure.end }]
      : [],
  );

/** Figures of each line by itself: the last cell of a table says nothing of the sentence below it. */
function figuresOf(text: string, ref: Day | null): Figure[] {
  let from = 0;
  return text.split('\n').flatMap((line) => {
    const start = from;
    from += line.length + 1;
    return readFigures(line, { ref }).map((figure) => ({
      ...figure,
      start: figure.start + start,
      end: figure.end + start,
    }));
  });
}

const spanOf = (pieces: readonly Stretch[]): Span => ({
  start: sourceSpan(pieces[0]!).start,
  end: sourceSpan(pieces.at(-1)!).end,
});

/** What the text leaves open, for the person who reviews the draft. */
function notesOf({ number, title, issued, issuer, measures, validUntil }: Ingested, name: string): string[] {
  const notes: string[] = [];
  if (!title) notes.push(`${name}：没有找到标题`);
  if (!number) notes.push('没有找到文号');
  if (!issuer) notes.push('没有找到发文机关');
  if (!issued) notes.push('没有写成文日期');
  if (!validUntil) notes.push('没有写明有效期');
  if (!measures.length) notes.push('没有找到分条的措施，请人工整理');
  return notes;
}
