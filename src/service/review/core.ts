/** What all documents share, for those who look at one of them: the lists of the knowledge folder. */
import { type Knowledge, type KnowledgeFile, shelve } from '../../policy/index.ts';
import { folderMark, KNOWLEDGE_FOLDER, readKnowledgeFiles } from '../read-knowledge.ts';

export interface Core {
  root: string;
  /** Every file of the folder, documents too. */
  files: readonly KnowledgeFile[];
  /** The lists alone. */
  lists: readonly KnowledgeFile[];
  knowledge: Knowledge;
  /** The texts of each document by the file's name, by the document's folder. */
  documents: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

let last: { root: string; mark: string; core: Core } | null = null;

/** Reads the folder again only when it has changed. */
export function coreOf(root: string = KNOWLEDGE_FOLDER): Core {
  const mark = folderMark(root);
  if (last?.root === root && last.mark === mark) return last.core;
  const files = readKnowledgeFiles(root);
  const lists = files.filter(({ path }) => !path.startsWith('policies/'));
  const { knowledge } = shelve(lists);
  const core = { root, files, lists, knowledge, documents: documentsOf(files) };
  last = { root, mark, core };
  return core;
}

function documentsOf(files: readonly KnowledgeFile[]): Core['documents'] {
  const documents = new Map<string, Record<string, string>>();
  for (const { path, text } of files) {
    const [folder, slug, name] = path.split('/');
    if (folder !== 'policies' || slug === undefined || name === undefined) continue;
    const texts = documents.get(slug) ?? {};
    texts[name] = text;
    documents.set(slug, texts);
  }
  return documents;
}
