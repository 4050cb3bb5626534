/** Received files. */

export interface FilesTables {
  /** A part of a file in base64: rows of a size that is written in one breath. */
  filePart: { office: string; file: string; position: number; data: string; at: number };
}
