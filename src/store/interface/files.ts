/**
 * Files as they were received, in parts: one of many megabytes passes through the database a little at a time, so that others get in between.
 * A part is small enough to be written in one breath on a slow disk.
 */

/** Bytes of a part; the last one has the rest. A multiple of three, so that the base64 of parts is the base64 of the whole. */
export const PART_BYTES = 192 * 1024;

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
