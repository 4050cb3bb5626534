/** What a draft's policy.yaml holds, and how it is written. Benefits and aliases come later. */
import { yamlLibrary } from '../policy/index.ts';
import type { Found } from './found.ts';
import type { Cover, Ingested, Span } from './ingested.ts';

type Pair = [number, number];

/** What was drafted out of the clauses: facts of the document's own, and benefits by the measure's number. */
export interface Rules {
  facts: Readonly<Record<string, object>>;
  benefits: ReadonlyMap<string, readonly object[]>;
}

const NO_RULES: Rules = { facts: {}, benefits: new Map() };

/** 待核: its own place is empty. */
export interface Review {
  field: string;
  value: string | null;
  reason: string;
  span: Pair | null;
}
export interface DraftMeasure {
  title?: string;
  /** From 1; null outside any chapter. */
  chapter: number | null;
  span: Pair;
  responsible: string[];
  aliases: string[];
  benefits?: readonly object[];
}
export interface DraftData {
  document: string | null;
  title: string | null;
  issuer: string | null;
  stands: { document?: Pair; title?: Pair; issuer?: Pair };
  place: string | null;
  /** Only where there is more than one. */
  places: string[];
  issued: { on: string; quote: string; posted?: true } | null;
  valid: { from: string | null; to: string | null; quote: string } | null;
  apply: { by: string; quote: string } | null;
  explained: { by: string; quote: string } | null;
  facts: Readonly<Record<string, object>>;
  chapters: { number: string; title: string; span: Pair }[];
  clauses: { name: Cover['name']; span: Pair }[];
  furniture: Pair[];
  guide: { part: string; span: Pair }[];
  relations: { kind: string; document: string | null; title: string | null; quote: string }[];
  measures: Record<string, DraftMeasure>;
  review: Review[];
}

export function draftData(ingested: Ingested, { facts, benefits }: Rules = NO_RULES): DraftData {
  const { number, title, issuer, places, issued, explained, applicationDeadline } = ingested;
  return {
    document: number?.value ?? null,
    title: title?.value ?? null,
    issuer: issuer?.value ?? null,
    stands: {
      ...(number && { document: pair(number.span) }),
      ...(title && { title: pair(title.span) }),
      ...(issuer && { issuer: pair(issuer.span) }),
    },
    place: ingested.place,
    places: places.length > 1 ? places : [],
    issued: issued && {
      on: issued.value,
      quote: oneLine(issued),
      ...(ingested.issuedPosted && { posted: true as const }),
    },
    valid: validOf(ingested),
    apply: applicationDeadline && { by: applicationDeadline.value, quote: oneLine(applicationDeadline) },
    explained: explained && { by: explained.value, quote: oneLine(explained) },
    facts,
    chapters: ingested.chapters.map(({ number: label, title: name, span }) => ({
      number: label,
      title: name,
      span: pair(span),
    })),
    clauses: ingested.clauses.map(({ name, span }) => ({ name, span: pair(span) })),
    furniture: ingested.furniture.map(pair),
    guide: ingested.guide.map(({ part, span }) => ({ part, span: pair(span) })),
    relations: ingested.relations.map(({ kind, document, title: name, quote }) => ({
      kind,
      document,
      title: name,
      quote,
    })),
    measures: Object.fromEntries(
      ingested.measures.map(({ number: own, title: name, chapter, span, responsible }) => [
        own,
        {
          ...(name && { title: name }),
          chapter,
          span: pair(span),
          responsible,
          aliases: [],
          ...(benefits.has(own) && { benefits: benefits.get(own)! }),
        },
      ]),
    ),
    review: ingested.review.map(({ field, value, reason, span }) => ({
      field,
      value,
      reason,
      span: span && pair(span),
    })),
  };
}

/** The draft as policy.yaml. */
export function draftText(data: DraftData): string {
  const {
    document: number,
    title,
    issuer,
    stands,
    place,
    places,
    issued,
    valid,
    apply,
    explained,
    facts,
    furniture,
    guide,
    relations,
    review,
    ...rest
  } = data;
  const { Document, isMap, isSeq, visit } = yamlLibrary();
  const document = new Document(
    {
      document: number,
      title,
      issuer,
      ...(Object.keys(stands).length > 0 && { stands }),
      place,
      ...(places.length > 0 && { places }),
      issued,
      valid,
      apply,
      explained,
      ...(Object.keys(facts).length > 0 && { facts }),
      ...rest,
      ...(furniture.length > 0 && { furniture }),
      ...(guide.length > 0 && { guide }),
      ...(relations.length > 0 && { relations }),
      ...(review.length > 0 && { review }),
    },
    { aliasDuplicateObjects: false },
  );
  visit(document, (_key, node, path) => {
    if (isOneLine(path)) (node as { flow?: boolean }).flow = true;
    const flow = isSeq(node) && node.items.every((item) => !isMap(item) && !isSeq(item));
    const small =
      isMap(node) &&
      node.items.length <= 3 &&
      node.items.some(({ key }) => ['on', 'by', 'from', 'span'].includes(String(key)));
    if (flow || small) node.flow = true;
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Facts, conditions and rows of payment stand on a line each. */
function isOneLine(path: readonly unknown[]): boolean {
  const { isPair, isScalar, isSeq } = yamlLibrary();
  const keys = path.flatMap((node) => (isPair(node) && isScalar(node.key) ? [String(node.key.value)] : []));
  if (keys[0] === 'facts') return keys.length > 1;
  const last = keys.at(-1) ?? '';
  return isSeq(path.at(-1)) ? ['needs', 'pays'].includes(last) : ['drafted', 'vague'].includes(last);
}

function validOf({ issued, validFrom, validFromIssued, validUntil, valid }: Ingested): DraftData['valid'] {
  if (!valid) return null;
  const sinceIssued = validFromIssued && issued && validFrom?.value === issued.value;
  const from = sinceIssued ? 'issued' : (validFrom?.value ?? null);
  return { from, to: validUntil?.value ?? null, quote: flatten(valid.quote) };
}

const oneLine = ({ quote }: Found<unknown>): string => flatten(quote);
/** Verbatim but for the line breaks, which the check of quotes passes over. */
const flatten = (quote: string): string => quote.replaceAll(/\s*\n\s*/gu, '').trim();
const pair = ({ start, end }: Span): Pair => [start, end];
