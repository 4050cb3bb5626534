/** A Word document → its text: a line for each paragraph with its automatic number, a line for each table row. */
import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { UserError } from '../../contract/index.ts';
import { type Numbering, readNumbering } from './docx-numbering.ts';
import { raised } from './raised.ts';
import { tableLines } from './table.ts';
import { openArchive } from './zip.ts';

export function readDocx(bytes: Uint8Array, name: string): string {
  // A docx with a password is an OLE file, not a zip file.
  if (bytes[0] === 0xd0) throw new UserError(`“${name}”有密码保护。请去掉密码另存后再试。`);
  const archive = openArchive(bytes, name);
  const document = archive.xml('word/document.xml');
  if (!document) throw new UserError(`“${name}”不是完整的 docx 文件。请用 Word 或 WPS 打开并另存后再试。`);
  const styles = archive.xml('word/styles.xml');
  const reader: Reader = {
    $: document,
    numbering: readNumbering(archive.xml('word/numbering.xml')),
    styleOf: styleNumbering(styles),
    noteOf: footnotes(archive.xml('word/footnotes.xml')),
  };
  const body = document('w\\:body').get(0);
  return `${(body ? blockLines(reader, body) : []).join('\n')}\n`;
}

interface ListPlace {
  listId: string;
  level: number;
}
interface Reader {
  $: CheerioAPI;
  numbering: Numbering;
  styleOf(style: string): ListPlace | null;
  /** The words of a footnote. */
  noteOf(id: string): string;
}

function blockLines(reader: Reader, parent: Element): string[] {
  const lines: string[] = [];
  for (const child of parent.children) {
    if (child.type !== 'tag') continue;
    if (child.tagName === 'w:p') lines.push(paragraphLine(reader, child), ...noteLines(reader, child));
    else if (child.tagName === 'w:tbl') lines.push(...tableText(reader, child));
    else if (['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:smartTag'].includes(child.tagName))
      lines.push(...blockLines(reader, child));
  }
  return lines;
}

/** The footnotes that a paragraph refers to, each a line behind it. */
function noteLines({ $, noteOf }: Reader, paragraph: Element): string[] {
  return $(paragraph)
    .find('w\\:footnoteReference')
    .toArray()
    .map((reference) => noteOf(reference.attribs['w:id'] ?? ''))
    .filter(Boolean)
    .map((words) => `注：${words}`);
}

function footnotes($: CheerioAPI | null): (id: string) => string {
  const notes = new Map<string, string>();
  $?.('w\\:footnote').each((_i, note) => {
    notes.set(note.attribs['w:id'] ?? '', runText(note).trim());
  });
  return (id) => notes.get(id) ?? '';
}

/** Rows of several cells are a table; one cell over the whole row is a box around text. */
function tableText(reader: Reader, table: Element): string[] {
  const { $ } = reader;
  const lines: string[] = [];
  let grid: string[][] = [];
  const flush = () => {
    lines.push(...tableLines(grid));
    grid = [];
  };
  for (const row of $(table).children('w\\:tr').toArray()) {
    if ($(row).children('w\\:trPr').children('w\\:del').length > 0) continue;
    const cells = $(row).children('w\\:tc').toArray();
    if (cells.length === 1) {
      flush();
      lines.push(...blockLines(reader, cells[0]!).filter(Boolean));
    } else grid.push(gridRow(reader, cells, grid.at(-1)));
  }
  flush();
  return lines;
}

/** A merged cell is said again in every place it covers; what goes on from the row above says what stands there. */
function gridRow(reader: Reader, cells: readonly Element[], above: readonly string[] | undefined): string[] {
  const row: string[] = [];
  for (const cell of cells) {
    const properties = reader.$(cell).children('w\\:tcPr');
    const merged = properties.children('w\\:vMerge');
    const goesOn = merged.length > 0 && merged.attr('w:val') !== 'restart';
    const text = blockLines(reader, cell).filter(Boolean).join(' ');
    const columns = Math.min(100, Number(properties.children('w\\:gridSpan').attr('w:val') ?? 1) || 1);
    for (let i = 0; i < columns; i++) row.push(goesOn ? (above?.[row.length] ?? text) : text);
  }
  return row;
}

function paragraphLine(reader: Reader, paragraph: Element): string {
  const place = listPlace(reader, paragraph);
  const text = runText(paragraph);
  const label = place && text.trim() ? reader.numbering.label(place.listId, place.level) : '';
  return label + (label ? text.trimStart() : text);
}

/** The paragraph's own numbering, or that of its style; list 0 switches it off. */
function listPlace({ $, styleOf }: Reader, paragraph: Element): ListPlace | null {
  const properties = $(paragraph).children('w\\:pPr');
  const own = properties.children('w\\:numPr');
  const style = styleOf(properties.children('w\\:pStyle').attr('w:val') ?? '');
  const listId = own.children('w\\:numId').attr('w:val') ?? style?.listId;
  if (!listId || listId === '0') return null;
  return { listId, level: Number(own.children('w\\:ilvl').attr('w:val') ?? style?.level ?? 0) };
}

/** Styles may be numbered, and may take it from the style they are based on. */
function styleNumbering($: CheerioAPI | null): (style: string) => ListPlace | null {
  const find = (id: string, depth: number): ListPlace | null => {
    if (!$ || !id || depth > 10) return null;
    const style = $('w\\:style')
      .filter((_i, element) => $(element).attr('w:styleId') === id)
      .first();
    const numbering = style.children('w\\:pPr').children('w\\:numPr');
    const listId = numbering.children('w\\:numId').attr('w:val');
    if (listId) return { listId, level: Number(numbering.children('w\\:ilvl').attr('w:val') ?? 0) };
    return find(style.children('w\\:basedOn').attr('w:val') ?? '', depth + 1);
  };
  const known = new Map<string, ListPlace | null>();
  return (style) => {
    if (!known.has(style)) known.set(style, find(style, 0));
    return known.get(style)!;
  };
}

const TEXT_OF: Record<string, (element: Element) => string> = {
  'w:tab': () => '\t',
  'w:br': (element) => (element.attribs['w:type'] === 'page' ? '\f' : '\n'),
  'w:cr': () => '\n',
  'w:noBreakHyphen': () => '-',
  // Deleted words, the copy of a text box for old programs, field codes and properties are not text.
  'w:del': () => '',
  'w:moveFrom': () => '',
  'mc:Fallback': () => '',
  'w:instrText': () => '',
  'w:pPr': () => '',
  'w:rPr': () => '',
};

function runText(node: AnyNode): string {
  if (node.type !== 'tag') return '';
  const known = TEXT_OF[node.tagName];
  if (known) return known(node);
  if (node.tagName === 'w:r' && isUnread(node)) return '';
  if (node.tagName === 'm:f') return fraction(node);
  if (node.tagName === 'w:t' || node.tagName === 'm:t')
    return node.children.map((child) => (child.type === 'text' ? child.data : '')).join('');
  const words = node.children.map(runText).join('');
  const inside = isRaised(node) ? raised(words) : words;
  // Paragraphs of a text box stay apart.
  return node.tagName === 'w:p' &&
    node.parent?.type === 'tag' &&
    (node.parent as Element).tagName === 'w:txbxContent'
    ? `\n${inside}\n`
    : inside;
}

const named = (parent: Element, name: string): Element | undefined =>
  parent.children.find((child): child is Element => child.type === 'tag' && child.tagName === name);

/** '<w:strike/>' and w:val="1" switch on, w:val="0" and "false" off. */
const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off', 'none'].includes(element.attribs['w:val'] ?? '1');

/** Hidden and struck-out words are not in the document that people read. */
function isUnread(run: Element): boolean {
  const properties = named(run, 'w:rPr');
  return (
    properties !== undefined &&
    ['w:vanish', 'w:strike', 'w:dstrike'].some((name) => isOn(named(properties, name)))
  );
}

/** m² is not m2: a run set as superscript, or the upper part of a formula. */
function isRaised(node: Element): boolean {
  if (node.tagName === 'm:sup') return true;
  const properties = node.tagName === 'w:r' ? named(node, 'w:rPr') : undefined;
  return properties !== undefined && named(properties, 'w:vertAlign')?.attribs['w:val'] === 'superscript';
}

/** A fraction of a formula: '(甲)/(乙)'. */
function fraction(node: Element): string {
  const part = (name: string) => {
    const element = named(node, name);
    return element ? runText(element) : '';
  };
  return `(${part('m:num')})/(${part('m:den')})`;
}
