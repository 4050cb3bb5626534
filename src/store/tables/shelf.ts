/** Documents that came by console or API. */
import type { IntakeFile, RevisionState } from '../interface/shelf.ts';

export interface ShelfTables {
  /** One state of a document on the shelf, with its files as they are. */
  revision: {
    office: string;
    document: string;
    number: number;
    state: RevisionState;
    /** Its texts by file name, as JSON: the same files that a folder of the shelf holds. */
    files: string;
    /** The file as it was received, whose parts stand in filePart, and what it was called. */
    file: string | null;
    originalName: string | null;
    /** Its public address. */
    address: string | null;
    createdAt: number;
    createdBy: string;
  };
  /** Who moved a revision from one state to the next: never changed, never deleted. */
  revisionStep: {
    office: string;
    document: string;
    number: number;
    position: number;
    state: RevisionState;
    by: string;
    at: number;
    /** The document that took its place, or the reason. */
    note: string | null;
  };
  /** `file`: its parts stand in filePart; here until a draft was made of it. */
  intake: {
    office: string;
    id: string;
    name: string;
    file: string | null;
    state: IntakeFile['state'];
    reason: string | null;
    document: string | null;
    number: number | null;
    by: string;
    at: number;
  };
  /** The documents in force as they were last announced. */
  announcedDocument: { office: string; document: string; version: string; title: string };
}
