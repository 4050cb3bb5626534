/** policy.yaml as plain data and back: what an officer changes is a value, never a line. */
import { yamlLibrary } from '../../policy/index.ts';

export type Pair = [number, number];
export interface WrittenReview {
  field: string;
  value?: string | null;
  reason: string;
  span?: Pair | null;
}
export interface WrittenMeasure {
  title?: string;
  chapter?: number | null;
  span?: Pair;
  responsible?: string[];
  aliases?: string[];
  benefits?: Record<string, unknown>[];
}
export interface WrittenRelation {
  kind: string;
  document?: string | null;
  title?: string | null;
  quote: string;
}
/** As the file has it; checked by the policy room. */
export interface PolicyData {
  document?: string | null;
  title?: string | null;
  issuer?: string | null;
  stands?: { document?: Pair | null; title?: Pair | null; issuer?: Pair | null };
  place?: string | null;
  places?: string[];
  names?: string[];
  issued?: { on: string; quote: string } | null;
  valid?: { from?: string | null; to?: string | null; quote: string } | null;
  apply?: { by: string; quote: string } | null;
  explained?: { by: string; quote: string } | null;
  relations?: WrittenRelation[];
  facts?: Record<string, Record<string, unknown>>;
  chapters?: { number: string; title: string; span: Pair }[];
  clauses?: { name: string; span: Pair; aliases?: string[] }[];
  measures?: Record<string, WrittenMeasure>;
  furniture?: Pair[];
  review?: WrittenReview[];
  [more: string]: unknown;
}

export const readData = (text: string): PolicyData => yamlLibrary().parse(text) as PolicyData;

/** Short lists on one line, facts, conditions and rows of payment on a line each: as drafts are written. */
export function writeData(data: PolicyData): string {
  const { Document, isMap, isPair, isScalar, isSeq, visit } = yamlLibrary();
  const document = new Document(data, { aliasDuplicateObjects: false });
  visit(document, (_key, node, path) => {
    const keys = path.flatMap((one) => (isPair(one) && isScalar(one.key) ? [String(one.key.value)] : []));
    const isPlainList = isSeq(node) && node.items.every((item) => !isMap(item) && !isSeq(item));
    const isSmall =
      isMap(node) &&
      node.items.length <= 3 &&
      node.items.some(({ key }) => ['on', 'by', 'from', 'span'].includes(String(key)));
    if (isPlainList || isSmall || isRow(keys, isSeq(path.at(-1)))) (node as { flow?: boolean }).flow = true;
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

const isRow = (keys: readonly string[], inList: boolean): boolean =>
  keys[0] === 'facts'
    ? keys.length > 1
    : inList
      ? ['needs', 'pays'].includes(keys.at(-1) ?? '')
      : ['drafted', 'vague'].includes(keys.at(-1) ?? '');
