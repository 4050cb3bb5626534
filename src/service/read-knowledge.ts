/** Reads the knowledge folder from disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../contract/index.ts';
import { type Knowledge, type KnowledgeFile, parseKnowledge } from '../policy/index.ts';

/** The project's own knowledge/. */
export const KNOWLEDGE_FOLDER = join(import.meta.dirname, '..', '..', 'knowledge');

const LISTS = [
  'facts.yaml',
  'lexicon.yaml',
  'elsewhere.yaml',
  'divisions.yaml',
  'places.yaml',
  'departments.yaml',
];
const POLICY_FILES = ['policy.yaml', 'source.txt', 'cases.yaml'];

/** What the bot knows; throws UserError where the folder is missing or a file is faulty. */
export const readKnowledge = (folder: string = KNOWLEDGE_FOLDER): Knowledge =>
  parseKnowledge(readKnowledgeFiles(folder));

/** The knowledge files of a folder as texts, in a fixed order. A folder without lists of its own uses those that ship. */
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
  const documents = slugs.flatMap((slug) => POLICY_FILES.map((name) => `policies/${slug}/${name}`));
  return [...readLists(folder), ...textsOf(folder, documents)];
}

/** From core/; at the old place, the root of the folder; else from the core that ships. */
function readLists(folder: string): KnowledgeFile[] {
  const core = LISTS.map((name) => `core/${name}`);
  if (existsSync(join(folder, 'core'))) return textsOf(folder, core);
  const old = textsOf(folder, LISTS);
  return old.length > 0 ? old : textsOf(KNOWLEDGE_FOLDER, core);
}

const textsOf = (folder: string, paths: readonly string[]): KnowledgeFile[] =>
  paths
    .filter((path) => existsSync(join(folder, path)))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
