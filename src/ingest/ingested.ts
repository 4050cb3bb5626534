/** What is read out of a document, every value with the place in the text that says it. */
import type { Day } from '../contract/index.ts';
import type { Figure } from '../figures/index.ts';
import type { GuidePart, Relation, Table } from '../policy/index.ts';
import type { Found } from './found.ts';

export interface Span {
  /** UTF-16 offsets into the source; end is exclusive. */
  start: number;
  end: number;
}

export interface IngestedMeasure {
  /** '2' or, where numbering restarts, '3-1'. */
  number: string;
  title: string;
  /** Index into `chapters`, from 1; null outside any. */
  chapter: number | null;
  span: Span;
  /** The measure in one piece: lines joined, without page numbers and markup. */
  text: string;
  responsible: string[];
  /** Offsets are UTF-16 units of `text`. */
  figures: Figure[];
  /** Terms that the measure states for itself, as figures of `text`; a side that is not said is null. */
  periods: { from: Day | null; to: Day | null; start: number; end: number }[];
}

export interface Ingested {
  number: Found<string> | null;
  title: Found<string> | null;
  issuer: Found<string> | null;
  place: string | null;
  /** All places that it speaks for, the first of them `place`. */
  places: string[];
  issued: Found<Day> | null;
  /** Only the day on which a web page put it up is known. */
  issuedPosted: boolean;
  validFrom: Found<Day> | null;
  /** 自印发之日起: valid from the day of issue. */
  validFromIssued: boolean;
  validUntil: Found<Day> | null;
  /** The sentences that say from when until when. */
  valid: { span: Span; quote: string } | null;
  applicationDeadline: Found<Day> | null;
  explained: Found<string> | null;
  chapters: { number: string; title: string; span: Span }[];
  measures: IngestedMeasure[];
  /** What no measure and no chapter heading holds, in the order of the text. */
  clauses: Cover[];
  /** How to apply, in the order of the text. */
  guide: { part: GuidePart; span: Span }[];
  /** What it says of other documents. */
  relations: (Relation & { span: Span })[];
  /** What stands behind the signature: each annex with its title, as far as it has one. */
  annexes: { title: string | null; span: Span }[];
  /** Tables where they stand: in a measure, by its number; in an annex, by its place among `annexes`; else both null. */
  tables: (Table & { measure: string | null; annex: number | null })[];
  /** Whole lines that are no part of the document. */
  furniture: Span[];
  /** 待核: what was read but is not sure; such a field is null in its own place. */
  review: { field: string; value: string | null; reason: string; span: Span | null }[];
  /** What a reviewer should look at, in Chinese. */
  notes: string[];
}

export interface Cover {
  name: 'head' | 'body' | 'tail' | 'annex';
  span: Span;
}
