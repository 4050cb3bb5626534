/** What developers.md says of the JSON of ingest and draft is what comes out. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { ingestText, slugOf, toJson } from '../../src/ingest/index.ts';
import { draftReport } from '../../src/service/index.ts';
import { readInputs } from '../eval/inputs/read-inputs.ts';
import { DOOR_TABLES, draftDoor, ingestDoor } from '../support/door-schemas.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const MANUAL = readFileSync(new URL('../../docs/developers.md', import.meta.url), 'utf8');
const FORMS = `关于支持陶艺产业的若干措施
青合府发〔2030〕9号
第一条 对新认定的省级陶艺企业，给予20万元一次性奖励。
第二条 对购置窑炉的企业，按设备投资额的10%给予补助，单个企业最高60万元。
第三条 年出口额达到100万美元的企业，奖励5万元，每增加100万美元，再奖2万元。
第四条 对租用窑位的企业，第一年租金全额补贴，第二、三年租金减半。
第五条 对新招用学徒的企业，按每人每月300元的标准给予补贴。补贴期限最长2年。
第六条 对用于购置窑炉的银行贷款，按年利率2%给予贴息，贴息期限不超过18个月。
第七条 对举办陶艺展的企业，给予10万元至30万元补助。
第八条 支持陶艺企业参加展会，按规定给予补贴。
第九条 本措施自印发之日起施行，有效期至2032年12月31日。`;

const documents = [
  FORMS,
  ...readInputs().flatMap(({ kind, input }) =>
    kind === 'document' && typeof input === 'string' ? [input] : [],
  ),
];
const asDoor = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const shared = shippedKnowledge().facts;
const read = documents.map((source) => {
  const ingested = ingestText(source, { name: 'document' });
  const { measures, clauses, issued } = ingested;
  const asked = { number: 'document', issued: issued?.value ?? null, shared, clauses };
  return {
    ingest: asDoor(toJson(ingested, slugOf(ingested, 'document'))),
    draft: asDoor(draftReport(source, measures, asked)),
  };
});

const faults = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

test('what ingest gives of every document of the tests has the shape that is written', () => {
  expect(documents.length).toBeGreaterThan(50);
  expect(read.flatMap(({ ingest }) => faults(ingestDoor, ingest))).toEqual([]);
});

test('what draft gives of them has the shape that is written, and every form of payment was among it', () => {
  expect(read.flatMap(({ draft }) => faults(draftDoor, draft))).toEqual([]);
  const forms = read.flatMap(({ draft }) =>
    draftDoor
      .parse(draft)
      .measures.flatMap(({ benefits }) => benefits.flatMap(({ pays }) => pays.map((row) => row.form))),
  );
  expect([...new Set(forms)].sort()).toEqual(
    ['each', 'interest', 'range', 'share', 'sum', 'unstated', 'yuan'].sort(),
  );
});

test('a key too many, and one that is missing, are found', () => {
  const { ingest, draft } = read[0]!;
  expect(faults(ingestDoor, { ...(ingest as object), more: 1 })).toHaveLength(1);
  expect(faults(draftDoor, { ...(draft as object), facts: undefined })).toHaveLength(1);
});

/** The words in backticks of the first column of the table under a heading. */
function keysUnder(heading: string): string[] {
  const lines = MANUAL.split('\n');
  const behind = lines.slice(lines.findIndex((line) => line.replace(/^#+ /u, '') === heading));
  const table = behind.slice(behind.indexOf('|---|---|') + 1);
  const rows = table.slice(0, table.indexOf(''));
  const first = rows.map((row) => row.split('|')[1]!);
  return first.flatMap((cell) => [...cell.matchAll(/`(?<key>\w+)`/gu)].map(({ groups }) => groups!.key!));
}

test.each(Object.entries(DOOR_TABLES))('the manual names each key of: %s', (heading, schema) => {
  expect(keysUnder(heading).sort()).toEqual(Object.keys(schema.shape).sort());
});
