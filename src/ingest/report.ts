/** What `ingest` prints: one JSON object, or a report for people. */
import type { Found } from './found.ts';
import type { Ingested, Span } from './ingested.ts';

const value = <T>(found: Found<T> | null): T | null => found?.value ?? null;
const span = (found: Found<unknown> | null): Span | null => found?.span ?? null;

/** The JSON door's shape: values beside their spans, which are UTF-16 offsets into the text as read. */
export function toJson(ingested: Ingested, slug: string) {
  const { number, title, issuer, issued, validFrom, validUntil, applicationDeadline } = ingested;
  const name = value(number) ?? slug;
  return {
    number: value(number),
    title: value(title),
    issuer: value(issuer),
    place: ingested.place,
    issued: value(issued),
    validFrom: value(validFrom),
    validUntil: value(validUntil),
    applicationDeadline: value(applicationDeadline),
    chapters: ingested.chapters,
    measures: ingested.measures.map(({ number: own, chapter, ...measure }) => ({
      id: `${name}#${own}`,
      chapter: chapter === null ? null : (ingested.chapters[chapter - 1]?.title ?? null),
      ...measure,
    })),
    clauses: ingested.clauses.map(({ name: where, span: at }) => ({ name: where, span: at })),
    spans: {
      number: span(number),
      title: span(title),
      issuer: span(issuer),
      issued: span(issued),
      validFrom: span(validFrom),
      validUntil: span(validUntil),
      applicationDeadline: span(applicationDeadline),
    },
    guide: ingested.guide,
    relations: ingested.relations,
    annexes: ingested.annexes,
    tables: ingested.tables,
    places: ingested.places,
    furniture: ingested.furniture,
    review: ingested.review,
    notes: ingested.notes,
  };
}

/** The report that `ingest` prints without --json. */
export function describe(ingested: Ingested, file: string): string {
  const row = (label: string, found: Found<string> | null, unsaid = '文中没有写') =>
    `${label}：${found?.value ?? unsaid}`;
  const lines = [
    `■ ${file}`,
    row('标题', ingested.title),
    row('文号', ingested.number),
    row('发文机关', ingested.issuer),
    row('成文日期', ingested.issued),
    row('生效', ingested.validFrom),
    row('有效期至', ingested.validUntil, '未写明'),
    row('申报截止', ingested.applicationDeadline, '未写明'),
    `措施 ${ingested.measures.length} 条：`,
  ];
  let chapter: number | null = null;
  for (const measure of ingested.measures) {
    if (measure.chapter !== chapter && measure.chapter !== null)
      lines.push(`  ${chapterLine(ingested, measure.chapter)}`);
    chapter = measure.chapter;
    const units = measure.responsible.length ? `（${measure.responsible.join('、')}）` : '';
    lines.push(`    ${measure.number}. ${measure.title}${units}`);
  }
  for (const { field, value: read, reason } of ingested.review)
    lines.push(`待核：${fieldName(field)}${read ? `“${read}”` : ''}，${reason}`);
  if (ingested.notes.length) lines.push(`请核对：${ingested.notes.join('；')}`);
  return lines.join('\n');
}

const chapterLine = ({ chapters }: Ingested, index: number): string => {
  const { number, title } = chapters[index - 1]!;
  return /^第/u.test(number) ? `${number} ${title}` : `${number}、${title}`;
};

const FIELD_NAMES: Readonly<Record<string, string>> = {
  number: '文号',
  title: '标题',
  issuer: '发文机关',
  place: '地区',
  issued: '成文日期',
  validFrom: '生效',
  validUntil: '有效期至',
  applicationDeadline: '申报截止',
  explained: '解释机关',
};

/** 'validUntil' → 有效期至, 'measures.3.responsible' → 第3条 */
const fieldName = (field: string): string =>
  FIELD_NAMES[field] ?? field.replace(/^measures\.(?<number>[\d-]+).*$/u, '第$<number>条');
