/** The documents that the bot knows, read again from their sources, give exactly the structure that policy.yaml holds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { draftYaml } from '../../src/ingest/draft.ts';
import { ingestText } from '../../src/ingest/ingest-text.ts';

const POLICIES = join(import.meta.dirname, '../../knowledge/policies');
const SLUGS = [
  'nanchang-2022-58',
  'nanchang-2023-81',
  'jiangxi-2020-6',
  'jiangxi-gongqiang-2022-20',
  'donghu-2022-28',
];

interface PolicyFile {
  document: string | null;
  title: string;
  issuer: string;
  issued: { on: string } | null;
  valid: { from: string | null; to: string | null } | null;
  apply: { by: string } | null;
  chapters: { number: string; title: string; span: number[] }[];
  measures: Record<string, { title: string; chapter: number | null; span: number[]; responsible: string[] }>;
}

/** What is read from the text; aliases, names and benefits are people's work. */
const structure = (policy: PolicyFile) => ({
  document: policy.document,
  title: policy.title,
  issuer: policy.issuer,
  issued: policy.issued?.on ?? null,
  valid: policy.valid && { from: policy.valid.from, to: policy.valid.to },
  apply: policy.apply?.by ?? null,
  chapters: policy.chapters.map(({ number, title, span }) => ({ number, title, span })),
  measures: Object.entries(policy.measures).map(([number, { title, chapter, span, responsible }]) => ({
    number,
    title,
    chapter,
    span,
    responsible,
  })),
});

describe('the five documents', () => {
  test('are all there', () => {
    const there = existsSync(POLICIES) ? readdirSync(POLICIES) : [];
    expect(there).toEqual(expect.arrayContaining(SLUGS));
  });
  for (const slug of SLUGS)
    test(`${slug} is read as its policy.yaml says`, () => {
      const source = readFileSync(join(POLICIES, slug, 'source.txt'), 'utf8');
      const policy = parse(readFileSync(join(POLICIES, slug, 'policy.yaml'), 'utf8')) as PolicyFile;
      const draft = parse(draftYaml(source, ingestText(source, { name: slug }))) as PolicyFile;
      expect(structure(draft)).toEqual(structure(policy));
    });
});
