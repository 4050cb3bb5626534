/** The formats, how each is known, and its reader. */
import { extname } from 'node:path';
import { UserError } from '../../contract/index.ts';
import { withTableRows } from './drawn-tables.ts';
import { decodeText } from './text.ts';

/** A text file, with its tables as rows. Throws UserError where it is no text. */
export const readText = (bytes: Uint8Array, name: string): string => withTableRows(decodeText(bytes, name));

/** The text of a file's bytes, by their kind. Throws UserError where they cannot be read. */
export const readBytesAs = async (bytes: Uint8Array, name: string): Promise<string> =>
  READERS[kindOf(bytes, name)](bytes, name);

type Reader = (bytes: Uint8Array, name: string) => string | Promise<string>;
type Kind =
  | 'text'
  | 'markdown'
  | 'html'
  | 'docx'
  | 'xlsx'
  | 'doc'
  | 'xls'
  | 'pdf'
  | 'ofd'
  | 'zip'
  | 'picture'
  | 'unknown';

const KIND_OF_ENDING: Readonly<Record<string, Kind>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.text': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.shtml': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
  '.ofd': 'ofd',
  '.xlsx': 'xlsx',
  '.doc': 'doc',
  '.wps': 'doc',
  '.xls': 'xls',
  '.et': 'xls',
  '.zip': 'zip',
};

/** What a file's name may end with, zip files too: '.docx'. */
export const READABLE_ENDINGS: readonly string[] = Object.keys(KIND_OF_ENDING);

/** Each format's reader is loaded when a file asks for it. */
const READERS: Record<Kind, Reader> = {
  text: readText,
  markdown: async (bytes, name) => (await import('./markdown.ts')).readMarkdown(decodeText(bytes, name)),
  html: async (bytes, name) => (await import('./html.ts')).readHtml(decodeText(bytes, name)),
  docx: async (bytes, name) => (await import('./docx.ts')).readDocx(bytes, name),
  xlsx: async (bytes, name) => (await import('./xlsx.ts')).readXlsx(bytes, name),
  doc: async (bytes, name) => (await import('./doc.ts')).readDoc(bytes, name),
  xls: async (bytes, name) => (await import('./xls.ts')).readXls(bytes, name),
  pdf: async (bytes, name) => (await import('./pdf.ts')).readPdf(bytes, name),
  ofd: async (bytes, name) => (await import('./ofd.ts')).readOfd(bytes, name),
  zip: (_bytes, name) => {
    throw new UserError(`“${name}”是压缩包，里面没有可读的文件。请解压后给出里面的文件。`);
  },
  picture: (_bytes, name) => {
    throw new UserError(
      `“${name}”是图片，读不出文字。请换 Word 版或有文字层的 PDF，或用 huiqi ingest 文件 --ocr 先做文字识别（OCR）。`,
    );
  },
  unknown: (_bytes, name) => {
    throw new UserError(
      `不认识“${name}”这种文件。可用的格式：txt、md、html、docx、doc、wps、xlsx、xls、pdf、ofd，以及它们的 zip。`,
    );
  },
};

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  [...signature].every((character, i) => bytes[i] === character.charCodeAt(0));

/** JPEG, PNG, TIFF of both byte orders: photographs and scans of single pages. */
const PICTURES = ['\u00ff\u00d8\u00ff', '\u0089PNG', 'II*\0', 'MM\0*'];

/** By the first bytes where they tell, otherwise by the name's ending. */
export function kindOf(bytes: Uint8Array, name: string): Kind {
  const ending = extname(name).toLowerCase();
  if (startsWith(bytes, '%PDF')) return 'pdf';
  if (PICTURES.some((signature) => startsWith(bytes, signature))) return 'picture';
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0'))
    return ending === '.docx' ? 'docx' : oleKind(bytes, ending);
  if (startsWith(bytes, 'PK'))
    return ending === '.ofd'
      ? 'ofd'
      : ending === '.docx'
        ? 'docx'
        : ending === '.xlsx'
          ? 'xlsx'
          : zipKind(bytes, ending);
  if (ending === '') return 'text';
  return KIND_OF_ENDING[ending] ?? 'unknown';
}

/** Word or Excel of before 2007: by the name of the stream inside, in UTF-16. */
function oleKind(bytes: Uint8Array, ending: string): Kind {
  const inside = new TextDecoder('latin1').decode(bytes);
  const wide = (name: string) => inside.includes([...name].map((letter) => `${letter}\0`).join(''));
  if (ending === '.xls' || ending === '.et') return 'xls';
  return ending !== '.doc' && ending !== '.wps' && wide('Workbook') ? 'xls' : 'doc';
}

/** A zip file under another name: by the names of the files inside. */
function zipKind(bytes: Uint8Array, ending: string): Kind {
  const inside = new TextDecoder('latin1').decode(bytes);
  if (inside.includes('word/document.xml')) return 'docx';
  if (inside.includes('xl/workbook.xml')) return 'xlsx';
  if (inside.includes('OFD.xml')) return 'ofd';
  return ['.zip', ''].includes(ending) ? 'zip' : 'unknown';
}
