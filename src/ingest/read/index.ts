/** Reads a file of any known format into text. The only part of this room that touches files. */
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { UserError } from '../../contract/index.ts';
import { plainCharacters } from './characters.ts';
import { decodeText } from './text.ts';

/**
 * The text of a document, as received for txt and md, as extracted for html, docx, pdf and ofd.
 * Throws UserError for what is not there, empty, broken, encrypted, a scan or of an unknown kind.
 */
export async function readDocument(path: string): Promise<string> {
  const name = basename(path);
  const bytes = await readBytes(path, name);
  const text = plainCharacters(await READERS[kindOf(bytes, name)](bytes, name));
  if (!/\p{Script=Han}|[A-Za-z]/u.test(text))
    throw new UserError(`“${name}”里没有文字。请确认文件内容后再试。`);
  return text;
}

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

async function readBytes(path: string, name: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new UserError(`没有找到文件“${path}”。请检查路径。`);
    if (code === 'EISDIR') throw new UserError(`“${path}”是文件夹，请给出文件。`);
    throw new UserError(`打不开文件“${path}”（${code ?? '未知原因'}）。请检查权限。`);
  }
  if (!bytes.length) throw new UserError(`“${name}”是空文件。请确认文件内容后再试。`);
  return bytes;
}

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  [...signature].every((character, i) => bytes[i] === character.charCodeAt(0));

/** By the first bytes where they tell, otherwise by the name's ending. */
function kindOf(bytes: Uint8Array, name: string): Kind {
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
