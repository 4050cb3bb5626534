/** Reads the knowledge folder from disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KnowledgeFile, parseKnowledge } from './policy/parse-knowledge.ts';
import type { Knowledge } from './policy/policy.ts';
import { UserError } from './user-error.ts';

/** The project's own knowledge/. */
export const KNOWLEDGE_FOLDER = join(import.meta.dirname, '..', 'knowledge');

const LISTS = [
  'facts.yaml',
  'lexicon.yaml',
  'elsewhere.yaml',
  'divisions.yaml',
  'places.yaml',
  'departments.yaml',
];
const POLICY_FILES = ['policy.yaml', 'source.txt'];

/** What the bot knows; throws UserError where the folder is missing or a file is faulty. */
export const readKnowledge = (folder: string = KNOWLEDGE_FOLDER): Knowledge =>
  parseKnowledge(readKnowledgeFiles(folder));

/** The knowledge files of a folder as texts, in a fixed order. */
export function readKnowledgeFiles(folder: string = KNOWLEDGE_FOLDER): KnowledgeFile[] {
  if (!existsSync(folder))
    throw new UserError(
      `没有知识文件夹 ${folder}：请检查 HUIQI_KNOWLEDGE_DIR，或去掉这个设置以使用自带的知识。`,
    );
  const policies = join(folder, 'policies');
  const slugs = existsSync(policies)
    ? readdirSync(policies, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
  const paths = [
    ...LISTS,
    ...slugs.flatMap((slug) => POLICY_FILES.map((name) => `policies/${slug}/${name}`)),
  ];
  return paths
    .filter((path) => existsSync(join(folder, path)))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}
