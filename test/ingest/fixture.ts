/** Fixtures: a document, and what is to be read from it in each of its forms. */
import type { Ingested } from '../../src/ingest/ingested.ts';
import { readDocx } from '../../src/ingest/read/docx.ts';
import { readHtml } from '../../src/ingest/read/html.ts';
import { readMarkdown } from '../../src/ingest/read/markdown.ts';
import { readPdf } from '../../src/ingest/read/pdf.ts';
import { indented, paged, printed, printedPdf, webPage, wordDocument } from './variants.ts';

export interface Fixture {
  source: string;
  /** Forms of the text to try; all of them unless named. */
  variants?: string[];
  expect: Record<string, unknown> & { chapters?: string[]; measures: string[] };
}

export const VARIANTS: Record<string, (source: string) => string | Promise<string>> = {
  asIs: (source) => source,
  blankLines: (source) => source.replaceAll(/\n+/gu, '\n\n'),
  crlf: (source) => source.replaceAll('\n', '\r\n'),
  printed,
  paged,
  indented,
  markdown: readMarkdown,
  webPage: (source) => readHtml(webPage(source)),
  word: (source) => readDocx(wordDocument(source, false), 'test.docx'),
  pdf: (source) => readPdf(printedPdf(source), 'test.pdf'),
  wordNumbered: (source) => readDocx(wordDocument(source, true), 'test.docx'),
};

const squeeze = (text: string | null | undefined) => text?.replaceAll(/\s/gu, '') ?? null;

/** The result in the form of the fixture: 'number | title | last words | units'. */
export function fieldsOf(ingested: Ingested, fixture: Fixture): Record<string, unknown> {
  const wanted = fixture.expect.measures.map((line) => line.split('|').map((part) => part.trim()));
  const measures = ingested.measures.map(({ number, title, text, responsible }, i) => {
    const [, wantedTitle = '', last = ''] = wanted[i] ?? [];
    const opening = wantedTitle.endsWith('…')
      ? squeeze(text)!.startsWith(squeeze(wantedTitle.slice(0, -1))!)
      : squeeze(title) === squeeze(wantedTitle);
    const shownTitle = opening ? wantedTitle : title;
    const shownEnd = squeeze(text)!.endsWith(squeeze(last)!) && last ? last : text.slice(-14);
    return [number, shownTitle, shownEnd, ...(responsible.length ? [responsible.join(' ')] : [])].join(' | ');
  });
  const all: Record<string, unknown> = {
    number: ingested.number?.value ?? null,
    title: ingested.title?.value ?? null,
    issuer: ingested.issuer?.value ?? null,
    issued: ingested.issued?.value ?? null,
    validFrom: ingested.validFrom?.value ?? null,
    validUntil: ingested.validUntil?.value ?? null,
    applicationDeadline: ingested.applicationDeadline?.value ?? null,
    chapters: ingested.chapters.map(({ title }) => title),
    measures,
  };
  const shown = Object.entries(all).filter(([key]) => key in fixture.expect);
  return Object.fromEntries(
    shown.map(([key, value]) => [
      key,
      key === 'title' && squeeze(value as string) === squeeze(fixture.expect.title as string)
        ? fixture.expect.title
        : value,
    ]),
  );
}
