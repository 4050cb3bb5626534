/** A zip file of documents → the documents in it. */
import { extname } from 'node:path';
import { unzipSync } from 'fflate';
import { UserError } from '../../contract/index.ts';
import { READABLE_ENDINGS } from './formats.ts';

export interface Packed {
  name: string;
  bytes: Uint8Array;
}

export interface Unpacked {
  documents: Packed[];
  /** Names of the files that are no documents, zip files within the zip file among them. */
  others: string[];
}

const READABLE = new Set(READABLE_ENDINGS.filter((ending) => ending !== '.zip'));
const MOST_FILES = 200;
/** Of all documents together, unpacked. */
const MOST_BYTES = 200 * 1024 * 1024;

/** The documents of a zip file in the order of their names; folders and what a Mac or an open Word adds are not spoken of. Throws UserError. */
export function unpackDocuments(bytes: Uint8Array, name: string): Unpacked {
  const others: string[] = [];
  let count = 0;
  let total = 0;
  let tooMuch = false;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: (file) => {
        const path = nameOf(file.name);
        if (isFurniture(path)) return false;
        if (!isDocument(path)) {
          if (others.length < MOST_FILES) others.push(path);
          return false;
        }
        count++;
        total += file.originalSize;
        tooMuch = count > MOST_FILES || total > MOST_BYTES;
        if (tooMuch) throw new Error('too much');
        return true;
      },
    });
  } catch {
    throw new UserError(
      tooMuch
        ? `“${name}”里的文件太多或展开后太大（最多 ${MOST_FILES} 份、共 ${MOST_BYTES / 1024 / 1024} MB）。请分几次给出。`
        : `“${name}”打不开：压缩包损坏、不完整或有密码。请解压后给出里面的文件。`,
    );
  }
  const documents = Object.entries(files)
    .map(([path, content]) => ({ name: nameOf(path), bytes: content }))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
  return { documents, others };
}

/** Windows packs Chinese names in GBK without saying so; the library hands them out as Latin letters. */
function nameOf(path: string): string {
  if ([...path].some((sign) => sign > '\u00ff') || !/[\u0080-\u00ff]/u.test(path)) return path;
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(
      Uint8Array.from(path, (sign) => sign.charCodeAt(0)),
    );
  } catch {
    return path;
  }
}

const isDocument = (path: string): boolean => READABLE.has(extname(path).toLowerCase());
const isFurniture = (path: string): boolean => /\/$|(?:^|\/)(?:__MACOSX\/|\.|~\$)/u.test(path);
