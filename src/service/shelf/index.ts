/** The shelf at the edge: folder and store, read into one library. */
export { folderMark, KNOWLEDGE_FOLDER, readKnowledge, readKnowledgeFiles } from '../read-knowledge.ts';
export {
  type Deed,
  listShelf,
  replaceDocument,
  type ShelfLine,
  type ShelfStep,
  shelfHistory,
  showDocument,
  withdrawDocument,
} from './keep-shelf.ts';
export { buildLibrary, createMind, type ShelfLibrary } from './library.ts';
export { exportShelf, importShelf } from './move-shelf.ts';
export { type OpenShelf, openShelf } from './open-shelf.ts';
export { type OriginalFile, originalFile, originalNames, originalOf } from './original.ts';
export { readMind, readShelf } from './read-shelf.ts';
