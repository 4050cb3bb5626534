/** A draft for review: knowledge/policies/<slug>/source.txt and policy.yaml. It answers nothing until a person approves it. */
import { access, mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Document, isMap, isPair, isScalar, isSeq, visit } from 'yaml';
import { UserError } from '../contract/index.ts';
import type { Found, Ingested, Span } from './ingest-text.ts';

const POLICIES = fileURLToPath(new URL('../../knowledge/policies/', import.meta.url));

/** What was drafted out of the clauses, for the file: facts of the document's own, and benefits by the measure's number. */
export interface Rules {
  facts: Readonly<Record<string, object>>;
  benefits: ReadonlyMap<string, readonly object[]>;
}

const NO_RULES: Rules = { facts: {}, benefits: new Map() };

/** Writes the two files and answers the folder. Throws UserError when the policy is there already: a reviewed file is never overwritten. */
export async function saveDraft(
  source: string,
  ingested: Ingested,
  slug: string,
  root = POLICIES,
  rules = NO_RULES,
): Promise<string> {
  const folder = join(root, slug);
  const exists = await access(join(folder, 'policy.yaml')).then(
    () => true,
    () => false,
  );
  if (exists) throw new UserError(`已有“${slug}”这份政策，没有覆盖。请换一个 --slug，或先移走 ${folder}。`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'source.txt'), source);
  await writeFile(join(folder, 'policy.yaml'), draftYaml(ingested, rules));
  return folder;
}

/** 某府办发〔2024〕12号 → '某府办发-2024-12'; without a number the file's name. */
export function slugOf({ number }: Pick<Ingested, 'number'>, file: string): string {
  const name = number?.value ?? basename(file, extname(file));
  return (
    name
      .replace(/号$/u, '')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/gu, '') || 'policy'
  );
}

/** The draft's policy.yaml: structure, dates and drafted rules; aliases are written by people. */
export function draftYaml(ingested: Ingested, { facts, benefits }: Rules = NO_RULES): string {
  const { number, title, issuer, place, issued, explained, applicationDeadline } = ingested;
  const document = new Document({
    document: number?.value ?? null,
    title: title?.value ?? null,
    issuer: issuer?.value ?? null,
    place,
    issued: issued && { on: issued.value, quote: oneLine(issued) },
    valid: validOf(ingested),
    apply: applicationDeadline && { by: applicationDeadline.value, quote: oneLine(applicationDeadline) },
    explained: explained && { by: explained.value, quote: oneLine(explained) },
    ...(Object.keys(facts).length > 0 && { facts }),
    chapters: ingested.chapters.map(({ number: label, title: name, span }) => ({
      number: label,
      title: name,
      span: pair(span),
    })),
    clauses: ingested.clauses.map(({ name, span }) => ({ name, span: pair(span) })),
    measures: Object.fromEntries(
      ingested.measures.map(({ number: own, title: name, chapter, span, responsible }) => [
        own,
        {
          title: name,
          chapter,
          span: pair(span),
          responsible,
          aliases: [],
          ...(benefits.has(own) && { benefits: benefits.get(own) }),
        },
      ]),
    ),
  });
  visit(document, (_key, node, path) => {
    if (isOneLine(path)) (node as { flow?: boolean }).flow = true;
    const flow = isSeq(node) && node.items.every((item) => !isMap(item));
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
  const keys = path.flatMap((node) => (isPair(node) && isScalar(node.key) ? [String(node.key.value)] : []));
  if (keys[0] === 'facts') return keys.length > 1;
  const last = keys.at(-1) ?? '';
  return isSeq(path.at(-1)) ? ['needs', 'pays'].includes(last) : ['drafted', 'vague'].includes(last);
}

function validOf({ validFrom, validFromIssued, validUntil, valid }: Ingested) {
  if (!valid) return null;
  return {
    from: validFromIssued ? 'issued' : (validFrom?.value ?? null),
    to: validUntil?.value ?? null,
    quote: flatten(valid.quote),
  };
}

const oneLine = ({ quote }: Found<unknown>): string => flatten(quote);
/** Verbatim but for the line breaks, which the check of quotes passes over. */
const flatten = (quote: string): string => quote.replaceAll(/\s*\n\s*/gu, '');
const pair = ({ start, end }: Span): [number, number] => [start, end];
