/** A draft for review: knowledge/policies/<slug>/source.txt and policy.yaml. It answers nothing until a person approves it. */
import { access, mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../contract/index.ts';
import type { Facts } from '../facts/index.ts';
import { draftData, draftText, type Rules } from './draft-data.ts';
import type { Ingested } from './ingested.ts';
import { settleDraft } from './settle.ts';

const POLICIES = fileURLToPath(new URL('../../knowledge/policies/', import.meta.url));

/** Rules that were drafted out of the clauses, and the facts that every document shares. */
export interface DraftRules extends Rules {
  shared: Facts;
}

/** Writes the two files and answers the folder. Throws UserError when the policy is there already: a reviewed file is never overwritten. */
export async function saveDraft(
  source: string,
  ingested: Ingested,
  slug: string,
  root = POLICIES,
  rules?: DraftRules,
): Promise<string> {
  const folder = join(root, slug);
  const exists = await access(join(folder, 'policy.yaml')).then(
    () => true,
    () => false,
  );
  if (exists) throw new UserError(`已有“${slug}”这份政策，没有覆盖。请换一个 --slug，或先移走 ${folder}。`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'source.txt'), source);
  await writeFile(join(folder, 'policy.yaml'), draftYaml(source, ingested, rules));
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

/**
 * The draft's policy.yaml: structure, dates and drafted rules, as far as they hold; aliases are written by people. A rule that
 * the check refuses is left out and stands in `review`.
 */
export function draftYaml(source: string, ingested: Ingested, rules?: DraftRules): string {
  const data = draftData(ingested, rules);
  return draftText(rules ? settleDraft(data, source, rules.shared) : data);
}
