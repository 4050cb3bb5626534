/** The model of what the bot knows: read-only data, made by parseKnowledge from the files in knowledge/. */
import type { Day } from '../contract/index.ts';
import type { Fact, Meanings } from '../facts/index.ts';
import type { Benefit } from './benefit.ts';

/** UTF-16 offsets into the policy's source text; end is exclusive. */
export interface TextSpan {
  start: number;
  end: number;
}

/** A verbatim stretch of a source. `text` is the stretch made readable (joined lines, no page numbers); quotes shown to people come from it. */
export interface Clause extends TextSpan {
  text: string;
}

export type ClauseName = 'head' | 'body' | 'tail' | 'annex';

export interface ReviewItem {
  /** 'validUntil', 'measures.3.responsible' */
  field: string;
  value: string | null;
  /** In Chinese, for the person who reviews. */
  reason: string;
  span: TextSpan | null;
}

export interface Measure {
  /** '洪府办发〔2022〕58号#2' */
  id: string;
  /** '2' or, where numbering restarts, '3-1'. */
  number: string;
  title: string;
  /** Title of the chapter it stands in, or null. */
  chapter: string | null;
  clause: Clause;
  responsible: string[];
  aliases: string[];
  benefits: Benefit[];
}

/** A date that the document states, with the words that state it. */
export interface StatedDay {
  day: Day;
  quote: string;
}

/** The day a document was made. `posted`: only the day a web page put it up is known, and it may be older. */
export interface IssuedDay extends StatedDay {
  posted?: true;
}

/** What a document says of another. */
export interface Relation {
  kind: '废止' | '替代' | '修订' | '配套细则' | '依据' | '转发';
  /** The other's number, where it is named by it. */
  document: string | null;
  title: string | null;
  quote: string;
}

/** What of applying a stretch of a document says. */
export type GuidePart = '对象' | '材料' | '步骤' | '地址' | '电话' | '时限';

/** What came after a document. */
export interface Successor {
  kind: Relation['kind'];
  number: string;
  title: string | null;
  /** Since when; null: not stated. */
  from: Day | null;
}

export interface Policy {
  /** Folder name. */
  slug: string;
  /** 文号, or the slug for a document without one. */
  number: string;
  title: string;
  /** Null when the document does not name it. */
  issuer: string | null;
  /** 南昌市; null when nothing tells it. Of several the first. */
  place: string | null;
  /** All places that it speaks for, when an officer or the reading has told them. */
  places: string[];
  /** Names people use for it. */
  names: string[];
  /** Who read it against its source, and when; null: a draft, which answers nothing. */
  approved: { on: Day; by: string } | null;
  issued: IssuedDay | null;
  validFrom: StatedDay | null;
  /** Last day of validity; null when the document states none (未写明有效期). */
  validUntil: StatedDay | null;
  /** Last day on which one can apply; null when not stated. */
  applyBy: StatedDay | null;
  /** 就高不就低 / 不重复享受, once a document. */
  overlap: { keep: 'higher'; on: 'same-item'; quote: string } | null;
  /** The words by which the document says whom it is for; its benefits presume it. */
  scope: { quote: string } | null;
  /** Who interprets the document, when it says so. */
  explained: { by: string; quote: string } | null;
  /** What it says of other documents. */
  relations: Relation[];
  /** What took its place or amended it, as far as it is on the shelf. */
  successors: Successor[];
  /** Where it was published. */
  address: string | null;
  chapters: { number: string; title: string; span: TextSpan }[];
  /** Head (heading, preamble), what stands between the measures, tail (closing paragraphs) and annexes, with aliases of their own. */
  clauses: (Clause & { name: ClauseName; aliases: string[] })[];
  /** Whole lines that are no part of the document (running heads, a page's navigation). */
  furniture: TextSpan[];
  /** How to apply, where the text says it: of the document as a whole, or of one measure when it stands in that. */
  guide: (Clause & { part: GuidePart })[];
  /** 待核: values that were read but are not sure, for a person to confirm; each is empty in its own place. */
  review: ReviewItem[];
  measures: Measure[];
  /** What this document alone asks of an enterprise, by its own names. */
  facts: ReadonlyMap<string, Fact>;
  /** The document verbatim as received. */
  source: string;
}

export interface LexiconEntry {
  /** Spoken words … */
  say: readonly string[];
  /** … and the words of policy documents that they stand for. */
  means: readonly string[];
}
/** A trade, by the words that name it. */
export interface Trade {
  id: string;
  name: string;
  /** Word patterns, as in facts. */
  words: string[];
}
/** A topic of other offices: whom to ask where the documents in force do not cover the question. */
export interface ElsewhereTopic {
  topic: string;
  words: string[];
  ask: string;
}
export interface Place {
  name: string;
  within: string | null;
  /** Places it lies in with a part of it: who is there may be in them. */
  reaches?: string[];
  also: string[];
  ambiguous: boolean;
}
export interface Department {
  /** As the documents write it. */
  name: string;
  also: string[];
  /** Whose it is; 各级: every county's, district's or zone's; 中央: a central authority's local office. */
  level: '省' | '市' | '区' | '各级' | '中央' | null;
}

export interface Knowledge {
  /** Approved policies only, newest first. */
  policies: Policy[];
  /** Shared facts and those of the approved policies, by name. */
  facts: ReadonlyMap<string, Fact>;
  trades: Trade[];
  lexicon: LexiconEntry[];
  /** All words for one thing: whichever is said, the others mean it too. */
  sameThings: readonly (readonly string[])[];
  /** Words that say the same where an enterprise tells what a document asks for. */
  meanings: Meanings;
  elsewhere: ElsewhereTopic[];
  places: Place[];
  departments: Department[];
}
