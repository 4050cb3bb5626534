/** What all documents share, for those who look at one of them: the lists of the knowledge folder. */
import { type Knowledge, type KnowledgeFile, parseKnowledgeFiles } from '../../policy/index.ts';
import { folderMark, KNOWLEDGE_FOLDER, readKnowledgeFiles } from '../read-knowledge.ts';

export interface Core {
  root: string;
  /** Every file of the folder, documents too. */
  files: readonly KnowledgeFile[];
  /** The lists alone. */
  lists: readonly KnowledgeFile[];
  knowledge: Knowledge;
}

let last: { root: string; mark: string; core: Core } | null = null;

/** Reads the folder again only when it has changed. */
export function coreOf(root: string = KNOWLEDGE_FOLDER): Core {
  const mark = folderMark(root);
  if (last?.root === root && last.mark === mark) return last.core;
  const files = readKnowledgeFiles(root);
  const lists = files.filter(({ path }) => !path.startsWith('policies/'));
  const core = { root, files, lists, knowledge: parseKnowledgeFiles(lists).knowledge };
  last = { root, mark, core };
  return core;
}
