/** The shelf as a folder: core/ with the lists that all documents share, policies/ with a folder for each document. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../contract/index.ts';
import { type Knowledge, type KnowledgeFile, shelve } from '../policy/index.ts';

/** The project's own knowledge/. */
export const KNOWLEDGE_FOLDER = join(import.meta.dirname, '..', '..', 'knowledge');

const LISTS = [
  'facts.yaml',
  'trades.yaml',
  'lexicon.yaml',
  'same-things.yaml',
  'meanings.yaml',
  'oppositions.yaml',
  'elsewhere.yaml',
  'divisions.yaml',
  'places.yaml',
  'departments.yaml',
];
const POLICY_FILES = ['policy.yaml', 'source.txt', 'approval.yaml', 'cases.yaml'];

/** What a folder's documents answer from; throws UserError where the folder is missing or a list that all share is faulty. */
export const readKnowledge = (folder: string = KNOWLEDGE_FOLDER): Knowledge =>
  shelve(readKnowledgeFiles(folder)).knowledge;

/** The knowledge files of a folder as texts, in a fixed order. A folder without lists of its own uses those that ship. */
export const readKnowledgeFiles = (folder: string = KNOWLEDGE_FOLDER): KnowledgeFile[] =>
  knowledgeFilesOf(folder).map(({ path, text }) => ({ path, text }));

/** The same, each text read anew whenever it is asked for: of many documents, all need not be held at once. */
export function knowledgeFilesOf(folder: string): KnowledgeFile[] {
  if (!existsSync(folder))
    throw new UserError(
      `没有知识文件夹 ${folder}：请检查 HUIQI_KNOWLEDGE_DIR，或去掉这个设置以使用自带的知识。`,
    );
  return [...readLists(folder), ...textsOf(folder, documentPaths(folder))];
}

function documentPaths(folder: string): string[] {
  const policies = join(folder, 'policies');
  const slugs = existsSync(policies)
    ? readdirSync(policies, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
  return slugs.flatMap((slug) => POLICY_FILES.map((name) => `policies/${slug}/${name}`));
}

const readFolder = (folder: string): string[] => [
  ...LISTS.flatMap((name) => [`core/${name}`, name]),
  ...documentPaths(folder),
];

/** Whether the lists stand where 0.1.0 had them: read for one version more. */
export const hasListsAtOldPlace = (folder: string): boolean =>
  !existsSync(join(folder, 'core')) && LISTS.some((name) => existsSync(join(folder, name)));

/** Changes whenever a file of the folder does: names, sizes and times, without reading them. */
export function folderMark(folder: string): string {
  const files = readFolder(folder).map((path) => {
    const { mtimeMs, size } = statSync(join(folder, path), { throwIfNoEntry: false }) ?? {
      mtimeMs: 0,
      size: 0,
    };
    return `${path} ${mtimeMs} ${size}`;
  });
  return files.join('\n');
}

/** From core/; at the old place, the root of the folder; else from the core that ships. */
function readLists(folder: string): KnowledgeFile[] {
  const core = LISTS.map((name) => `core/${name}`);
  if (existsSync(join(folder, 'core'))) return withGeneral(textsOf(folder, core));
  const old = textsOf(folder, LISTS);
  return old.length > 0 ? withGeneral(old) : textsOf(KNOWLEDGE_FOLDER, core);
}

/** Lists of general language that a folder of before has not: those that ship. */
const GENERAL = ['oppositions.yaml', 'same-things.yaml', 'meanings.yaml'];
function withGeneral(lists: KnowledgeFile[]): KnowledgeFile[] {
  const lacking = GENERAL.filter((name) => !lists.some(({ path }) => path.endsWith(name)));
  return [
    ...lists,
    ...textsOf(
      KNOWLEDGE_FOLDER,
      lacking.map((name) => `core/${name}`),
    ),
  ];
}

/** A file that changed so lately may change again within one tick of its clock. */
const SETTLED_MS = 2_000;

const textsOf = (folder: string, paths: readonly string[]): KnowledgeFile[] =>
  paths.flatMap((path) => {
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    if (!found) return [];
    const { size, mtimeMs, ctimeMs, ino } = found;
    return [
      {
        path,
        mark: Date.now() - ctimeMs > SETTLED_MS ? `${size} ${mtimeMs} ${ctimeMs} ${ino}` : null,
        get text() {
          return readFileSync(join(folder, path), 'utf8');
        },
      },
    ];
  });
