/** The formats, how each is known, and its reader. */
import { extname } from 'node:path';
import { UserError } from '../../contract/index.ts';
import { decodeText } from './text.ts';

/** The text of a file's bytes, by their kind. Throws UserError where they cannot be read. */
export const readBytesAs = async (bytes: Uint8Array, name: string): Promise<string> =>
  READERS[kindOf(bytes, name)](bytes, name);

type Reader = (bytes: Uint8Array, name: string) => string | Promise<string>;
type Kind = 'text' | 'html' | 'docx' | 'pdf' | 'ofd' | 'office' | 'unknown';

/** Each format's reader is loaded when a file asks for it. */
const READERS: Record<Kind, Reader> = {
  text: decodeText,
  html: async (bytes, name) => (await import('./html.ts')).readHtml(decodeText(bytes, name)),
  docx: async (bytes, name) => (await import('./docx.ts')).readDocx(bytes, name),
  pdf: async (bytes, name) => (await import('./pdf.ts')).readPdf(bytes, name),
  ofd: async (bytes, name) => (await import('./ofd.ts')).readOfd(bytes, name),
  office: (_bytes, name) => {
    throw new UserError(
      `“${name}”是旧的 Word/WPS 格式，读不了。请用 Word 或 WPS 打开，另存为 .docx 后再试。`,
    );
  },
  unknown: (_bytes, name) => {
    throw new UserError(`不认识“${name}”这种文件。可用的格式：txt、md、html、docx、pdf（有文字层）、ofd。`);
  },
};

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  [...signature].every((character, i) => bytes[i] === character.charCodeAt(0));

/** By the first bytes where they tell, otherwise by the name's ending. */
export function kindOf(bytes: Uint8Array, name: string): Kind {
  const ending = extname(name).toLowerCase();
  if (startsWith(bytes, '%PDF')) return 'pdf';
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) return ending === '.docx' ? 'docx' : 'office';
  if (startsWith(bytes, 'PK'))
    return ending === '.ofd' ? 'ofd' : ending === '.docx' ? 'docx' : zipKind(bytes);
  const byEnding: Record<string, Kind> = {
    '.txt': 'text',
    '.md': 'text',
    '.markdown': 'text',
    '.text': 'text',
    '': 'text',
    '.html': 'html',
    '.htm': 'html',
    '.xhtml': 'html',
    '.shtml': 'html',
    '.docx': 'docx',
    '.pdf': 'pdf',
    '.ofd': 'ofd',
    '.doc': 'office',
    '.wps': 'office',
  };
  return byEnding[ending] ?? 'unknown';
}

/** A zip file under another name: by the names of the files inside. */
function zipKind(bytes: Uint8Array): Kind {
  const inside = new TextDecoder('latin1').decode(bytes);
  if (inside.includes('word/document.xml')) return 'docx';
  return inside.includes('OFD.xml') ? 'ofd' : 'unknown';
}
