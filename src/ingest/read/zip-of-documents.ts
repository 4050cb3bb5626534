/** A zip file of documents → the documents in it. */
import { extname } from 'node:path';
import { unzipSync } from 'fflate';
import { UserError } from '../../contract/index.ts';

export interface Packed {
  name: string;
  bytes: Uint8Array;
}

const READABLE = new Set('.txt .md .html .htm .docx .doc .wps .xlsx .xls .et .pdf .ofd'.split(' '));
const MOST_FILES = 200;
/** Of all documents together, unpacked. */
const MOST_BYTES = 200 * 1024 * 1024;

/** The documents of a zip file in the order of their names; other files, folders and what a Mac adds are left out. Throws UserError. */
export function unpackDocuments(bytes: Uint8Array, name: string): Packed[] {
  let count = 0;
  let total = 0;
  let tooMuch = false;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: (file) => {
        if (!isDocument(nameOf(file.name))) return false;
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
  return Object.entries(files)
    .map(([path, content]) => ({ name: nameOf(path), bytes: content }))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
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

const isDocument = (path: string): boolean =>
  READABLE.has(extname(path).toLowerCase()) && !/(?:^|\/)(?:__MACOSX\/|\.|~\$)/u.test(path);
