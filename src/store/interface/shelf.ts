/** Documents that came by console or API, from the file to the revision in force. */

/** Of one document one revision at most is in force; one that was in force is never changed. */
export type RevisionState = 'draft' | 'in-review' | 'in-force' | 'replaced' | 'withdrawn';

export interface Revision {
  /** Its name on the shelf: a folder would be called so. */
  document: string;
  /** From 1. */
  number: number;
  state: RevisionState;
  /** Texts by file name: source.txt, policy.yaml, approval.yaml, cases.yaml. */
  files: Record<string, string>;
  originalName: string | null;
  /** Where it was published. */
  address: string | null;
  createdAt: number;
  createdBy: string;
}

/** A revision without its texts: what a list needs. */
export type RevisionHead = Omit<Revision, 'files'> & {
  /** Somebody approved it, and what became of it since was seen by all. */
  isSigned: boolean;
};

/** What a received file was called, and under which name its parts are kept. */
export interface OriginalName {
  name: string;
  file: string;
}

/** Who did it and when (epoch milliseconds). */
export interface Deed {
  by: string;
  at: number;
}

export interface ShelfRecords {
  /** Grows with every change of what answers; drafts come and go beside it. */
  version(): Promise<number>;
  /** Of each document the one in force, or else the newest that was: what is withdrawn here answers from no folder either. */
  answering(): Promise<Revision[]>;
  list(): Promise<Revision[]>;
  heads(): Promise<RevisionHead[]>;
  get(document: string, number: number): Promise<Revision | null>;
  /** What the received files of the documents in force are called, by the document. */
  originalNames(): Promise<ReadonlyMap<string, string>>;
  /** The file as it was received. */
  original(document: string, number: number): Promise<OriginalName | null>;
  /** A new draft; answers its number. */
  add(
    draft: Pick<Revision, 'document' | 'files'> & Deed & { original?: OriginalName; address?: string },
  ): Promise<number>;
  /** False: it is no draft any more, and stays as it is. */
  edit(document: string, number: number, files: Record<string, string>, deed: Deed): Promise<boolean>;
  /**
   * To the next state; false where it cannot come after the present one. `files`: with the approval added. What was in force before of the same
   * document is replaced.
   */
  move(
    document: string,
    number: number,
    state: RevisionState,
    deed: Deed & { note?: string | null; files?: Record<string, string> },
  ): Promise<boolean>;
  /** A revision of another installation with all that became of it, as it is. */
  take(
    moved: Omit<Revision, 'originalName'> & {
      original: OriginalName | null;
      steps: readonly { state: RevisionState; by: string; at: number; note: string | null }[];
    },
  ): Promise<void>;
  /** Oldest first. */
  history(
    document: string,
  ): Promise<{ number: number; state: RevisionState; by: string; at: number; note: string | null }[]>;
}

/** A file on its way to a draft. */
export interface IntakeFile {
  id: string;
  name: string;
  /** unpacked: a zip file, whose documents stand here themselves. */
  state: 'waiting' | 'done' | 'unpacked' | 'refused';
  /** Why it could not be read, or what of it was left out. */
  reason: string | null;
  /** The draft that was made of it. */
  document: string | null;
  number: number | null;
  by: string;
  at: number;
}

export interface IntakeRecords {
  /** `file`: under which name its parts are kept; null: it was not taken. */
  add(file: Pick<IntakeFile, 'id' | 'name' | 'by' | 'at'> & { file: string | null }): Promise<void>;
  /** The oldest that waits. */
  next(): Promise<{ id: string; name: string; file: string | null; by: string } | null>;
  /** False: it does not wait any more, and stays as it is. */
  finish(
    id: string,
    end:
      | { state: 'done'; document: string; number: number }
      | { state: 'unpacked'; reason: string }
      | { state: 'refused'; reason: string },
  ): Promise<boolean>;
  /** Another worker may have come to it first. */
  waits(id: string): Promise<boolean>;
  /** Newest first. */
  list(limit: number): Promise<IntakeFile[]>;
  /** Takes one that is read or refused off the list. */
  dismiss(id: string): Promise<void>;
}
