/**
 * A draft holds: what the program's own check would refuse is taken out of its place and put on the list for review (待核).
 * The check decides what holds, so the two cannot disagree.
 */
import { type Facts, NO_MEANINGS } from '../facts/index.ts';
import { checkPolicy, type GuidePart, type Knowledge, type Problem, parsePolicy } from '../policy/index.ts';
import { type DraftData, draftData, draftText, type Review } from './draft-data.ts';
import type { Ingested, Span } from './ingested.ts';

/** A draft is checked by itself: what other documents and lists say is not its matter. */
const ALONE: Knowledge = {
  policies: [],
  facts: new Map(),
  trades: [],
  lexicon: [],
  sameThings: [],
  meanings: NO_MEANINGS,
  elsewhere: [],
  places: [],
  departments: [],
};
/** Taking one thing out may show the next; a draft is settled long before that. */
const MOST_ROUNDS = 6;

/** What was read, without what does not hold: each such field is null in its own place and stands in `review`. */
export function settle(ingested: Ingested, source: string): Ingested {
  const read = draftData(ingested);
  const held = settleDraft(read, source);
  if (held === read) return ingested;
  const span = ([start, end]: [number, number]): Span => ({ start, end });
  const asked = new Set(held.review.map(({ field }) => field));
  const kept = <T>(field: string, value: T): T | null => (asked.has(field) ? null : value);
  const spanOf = (field: string): Span | null => {
    const value = ingested[field as 'issued'];
    return value && 'span' in value ? value.span : null;
  };
  return {
    ...ingested,
    number: kept('number', ingested.number),
    title: kept('title', ingested.title),
    issuer: kept('issuer', ingested.issuer),
    place: held.place,
    places: held.place === null ? [] : ingested.places,
    issued: kept('issued', ingested.issued),
    validFrom: kept('validFrom', ingested.validFrom),
    validFromIssued: ingested.validFromIssued && held.valid?.from === 'issued',
    validUntil: kept('validUntil', ingested.validUntil),
    valid: held.valid && ingested.valid,
    applicationDeadline: kept('applicationDeadline', ingested.applicationDeadline),
    explained: kept('explained', ingested.explained),
    chapters: held.chapters.map((chapter) => ({ ...chapter, span: span(chapter.span) })),
    measures: ingested.measures.map((measure) => {
      const { title = '', chapter, responsible } = held.measures[measure.number]!;
      return { ...measure, title, chapter, responsible };
    }),
    clauses: held.clauses.map((clause) => ({ ...clause, span: span(clause.span) })),
    furniture: held.furniture.map(span),
    guide: held.guide.map(({ part, span: at }) => ({ part: part as GuidePart, span: span(at) })),
    relations: ingested.relations.filter(({ quote }) =>
      held.relations.some((relation) => relation.quote === quote),
    ),
    review: held.review.map((item) => ({
      ...item,
      span: item.span ? span(item.span) : spanOf(item.field),
    })),
  };
}

/** `shared` declares the facts that rules may name beside the document's own. */
export function settleDraft(data: DraftData, source: string, shared: Facts = new Map()): DraftData {
  let settled = data;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const problems = problemsOf(settled, source, shared);
    if (problems.length === 0) return settled;
    settled = byItem(problems).reduce(withoutFault, settled);
  }
  return settled;
}

function problemsOf(data: DraftData, source: string, facts: Facts): Problem[] {
  const { file, problems } = parsePolicy('draft', 'policy.yaml', draftText(data), source);
  return file ? checkPolicy(file, { ...ALONE, facts }) : problems;
}

/** One fault an item, later items of a list first, so that taking one out moves none that is still to come. */
function byItem(problems: readonly Problem[]): Problem[] {
  const items = new Map<string, { index: number; problem: Problem }>();
  for (const problem of problems) {
    const at = (problem.at ?? []).map(String);
    const place =
      at[2] === 'benefits'
        ? 3
        : ['chapters', 'furniture', 'guide', 'relations'].includes(at[0] ?? '')
          ? 1
          : at.length;
    const key = at.slice(0, place + 1).join('.');
    if (!items.has(key)) items.set(key, { index: Number(at[place] ?? 0) || 0, problem });
  }
  return [...items.values()].sort((one, other) => other.index - one.index).map(({ problem }) => problem);
}

/** The draft without the value at fault, and with an item for the person who reviews. */
function withoutFault(data: DraftData, { at = [], message, quote }: Problem): DraftData {
  const [room, key, part, index] = at.map(String);
  const asked = (field: string, value: string | null, span: [number, number] | null = null): Review => ({
    field,
    value,
    reason: message,
    span,
  });
  const reviewed = (item: Review, changes: Partial<DraftData>): DraftData => ({
    ...data,
    ...changes,
    review: [...data.review.filter(({ field }) => field !== item.field), item],
  });
  if (room === 'valid' && data.valid) {
    if (key === 'to')
      return reviewed(asked('validUntil', data.valid.to), { valid: { ...data.valid, to: null } });
    if (key === 'from')
      return reviewed(asked('validFrom', data.valid.from), { valid: { ...data.valid, from: null } });
    return reviewed(asked('validUntil', data.valid.to ?? data.valid.quote), { valid: null });
  }
  if (room === 'document' || room === 'title' || room === 'issuer')
    return reviewed(asked(room === 'document' ? 'number' : room, data[room], data.stands[room] ?? null), {
      [room]: null,
    });
  if (room === 'place') return reviewed(asked('place', data.place), { place: null, places: [] });
  if (room === 'issued') {
    const from = data.valid?.from === 'issued' ? { valid: { ...data.valid, from: null } } : {};
    return reviewed(asked('issued', data.issued?.on ?? null), { issued: null, ...from });
  }
  if (room === 'apply')
    return reviewed(asked('applicationDeadline', data.apply?.by ?? null), { apply: null });
  if (room === 'explained')
    return reviewed(asked('explained', data.explained?.by ?? null), { explained: null });
  if (room === 'furniture')
    return { ...data, furniture: data.furniture.filter((_span, i) => String(i) !== key) };
  if (room === 'guide') return { ...data, guide: data.guide.filter((_item, i) => String(i) !== key) };
  if (room === 'relations')
    return { ...data, relations: data.relations.filter((_item, i) => String(i) !== key) };
  if (room === 'chapters') return withoutChapter(data, Number(key));
  const measure = room === 'measures' && key !== undefined ? data.measures[key] : undefined;
  if (!measure || key === undefined) return data;
  const mended = (changes: Partial<typeof measure>) => ({
    measures: { ...data.measures, [key]: { ...measure, ...changes } },
  });
  if (part === 'title') {
    const { title: _unsure, ...untitled } = measure;
    return { ...data, measures: { ...data.measures, [key]: untitled } };
  }
  if (part === 'responsible')
    return reviewed(
      asked(`measures.${key}.responsible`, measure.responsible.join('、') || quote, measure.span),
      mended({ responsible: [] }),
    );
  if (part === 'benefits' && measure.benefits) {
    const benefits = measure.benefits.filter((_benefit, i) => index !== undefined && String(i) !== index);
    return reviewed(
      asked(`measures.${key}.benefits.${index ?? 'all'}`, quote, measure.span),
      mended({ benefits }),
    );
  }
  return part === 'chapter' ? { ...data, ...mended({ chapter: null }) } : data;
}

/** A heading that does not hold is text between the measures. */
function withoutChapter(data: DraftData, index: number): DraftData {
  const heading = data.chapters[index];
  if (!heading) return data;
  const measures = Object.fromEntries(
    Object.entries(data.measures).map(([number, measure]) => {
      const { chapter } = measure;
      const own =
        chapter !== null && chapter > index + 1 ? chapter - 1 : chapter === index + 1 ? null : chapter;
      return [number, { ...measure, chapter: own }];
    }),
  );
  return {
    ...data,
    chapters: data.chapters.filter((_heading, i) => i !== index),
    clauses: [...data.clauses, { name: 'body' as const, span: heading.span }].sort(
      (one, other) => one.span[0] - other.span[0],
    ),
    measures,
  };
}
