/**
 * Files as they were received, in parts: one of many megabytes passes through the database a little at a time, so that others get in between.
 * How large a part is, who keeps one says.
 */

export interface FileRecords {
  /** `position` from 0, one after the other. `at`: epoch milliseconds. */
  addPart(part: { file: string; position: number; bytes: Uint8Array; at: number }): Promise<void>;
  /** Null after the last one. */
  part(file: string, position: number): Promise<Uint8Array | null>;
  /** The last of its parts; false where there is none left. */
  dropPart(file: string): Promise<boolean>;
  /** Files that neither a draft nor anything brought in names, begun before the given time: what a crash has left. */
  unnamed(before: number): Promise<string[]>;
}
