/** An OFD document (GB/T 33190) → its lines, pages divided by form feeds. */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { UserError } from '../../contract/index.ts';
import { pagesWithin } from './pages.ts';
import type { Placed } from './placed.ts';
import { pageLines } from './rows.ts';
import { openArchive } from './zip.ts';

export function readOfd(bytes: Uint8Array, name: string): string {
  const archive = openArchive(bytes, name);
  const root = archive.xml('OFD.xml');
  const documentPath = root && textOf(root, 'DocRoot');
  const document = documentPath ? archive.xml(documentPath) : null;
  if (!document || !documentPath) throw new UserError(`“${name}”不是完整的 OFD 文件。请重新下载后再试。`);
  const folder = documentPath.replace(/[^/]*$/u, '');
  const listed = byName(document, 'Page');
  pagesWithin(listed.length, name);
  const pages = listed.map((page) => {
    const location = page.attribs.BaseLoc ?? '';
    const content = archive.xml(location.startsWith('/') ? location : folder + location);
    return content
      ? pageLines(byName(content, 'TextObject').flatMap((object) => placed(content, object))).join('\n')
      : '';
  });
  const text = pages.join('\n\f');
  if (!/\p{Script=Han}/u.test(text))
    throw new UserError(
      `“${name}”是扫描件，没有文字层，读不出文字。请换有文字层的版本，或先做文字识别（OCR）。`,
    );
  return `${text}\n`;
}

/** Elements by local name: the prefix is usually ofd: but need not be. */
const byName = ($: CheerioAPI, name: string): Element[] =>
  $('*')
    .toArray()
    .flatMap((node) => (node.type === 'tag' && node.tagName.replace(/^.*:/u, '') === name ? [node] : []));

const textOf = ($: CheerioAPI, name: string): string => {
  const element = byName($, name)[0];
  return element ? $(element).text().trim() : '';
};

/** A text object's position is its Boundary (x y width height) plus each TextCode's own X and Y. */
function placed($: CheerioAPI, object: Element): Placed[] {
  const [left = 0, top = 0, width = 0] = (object.attribs.Boundary ?? '').split(/\s+/u).map(Number);
  const height = Number(object.attribs.Size ?? 4);
  return $(object)
    .children()
    .toArray()
    .filter((element) => element.tagName.endsWith('TextCode'))
    .map((code) => {
      const x = left + Number(code.attribs.X ?? 0);
      return {
        text: $(code).text(),
        x,
        y: top + Number(code.attribs.Y ?? 0),
        width: Math.max(width - Number(code.attribs.X ?? 0), 0),
        height,
      };
    });
}
