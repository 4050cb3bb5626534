/** Opens a zip file (docx, ofd) and hands out its XML parts. */
import { type CheerioAPI, load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';
import { UserError } from '../../contract/index.ts';

export interface Archive {
  /** The part parsed as XML, or null when the archive has none of that name. */
  xml(path: string): CheerioAPI | null;
}

/** Of all XML parts together; the largest real documents have a tenth of it. */
const MOST_BYTES = 60 * 1024 * 1024;

export function openArchive(bytes: Uint8Array, name: string): Archive {
  let files: Record<string, Uint8Array>;
  try {
    // Only the XML parts, and no more than fits: pictures are not needed, and a zip bomb is not opened.
    let total = 0;
    files = unzipSync(bytes, {
      filter: (file) => {
        if (!/\.(?:xml|rels)$/iu.test(file.name)) return false;
        total += file.originalSize;
        if (total > MOST_BYTES) throw new Error('too large');
        return true;
      },
    });
  } catch {
    throw new UserError(`“${name}”打不开：文件损坏、不完整或有密码。请用 Word 或 WPS 打开并另存后再试。`);
  }
  return {
    xml(path) {
      const part = files[path.replace(/^\//u, '')];
      return part ? load(strFromU8(part), { xml: { xmlMode: true, decodeEntities: true } }) : null;
    },
  };
}
