/** An old Word or WPS document (.doc, .wps) → its text. Deleted, struck-out and hidden words are not read. */

import BufferReader from 'word-extractor/lib/buffer-reader.js';
import WordOleExtractor from 'word-extractor/lib/word-ole-extractor.js';
import { UserError } from '../../contract/index.ts';
import { tableRow } from './table-row.ts';
import { blankUnread } from './unread-runs.ts';

export async function readDoc(bytes: Uint8Array, name: string): Promise<string> {
  const extractor = new WordOleExtractor();
  const properties = extractor.writeCharacterProperties;
  // The library blanks what was deleted; what was struck out or hidden goes the same way.
  extractor.writeCharacterProperties = (word, table) => {
    properties.call(extractor, word, table);
    blankUnread(extractor._pieces, word, table);
  };
  const reader = new BufferReader(Buffer.from(bytes));
  try {
    await reader.open();
    const document = await extractor.extract(reader);
    const plain = { filterUnicode: false };
    const notes = document.getFootnotes(plain).trim();
    const body = `${document.getBody(plain)}\n${document.getTextboxes?.({ ...plain, includeHeadersAndFooters: false }) ?? ''}`;
    const lines = body.split('\n').map(lineOf);
    return `${[...lines, ...(notes ? notes.split('\n').map((note) => `注：${note.trim()}`) : [])].join('\n').trimEnd()}\n`;
  } catch {
    throw new UserError(
      `“${name}”打不开：不是 Word 97 以后的 doc/wps，或有密码、已损坏。请用 Word 或 WPS 打开，另存为 .docx 后再试。`,
    );
  }
}

/** Cells of a row are divided by tabs; a tab in front of a line is its indent. */
function lineOf(line: string): string {
  const cells = line.split('\t').map((cell) => cell.trim());
  const said = cells.filter(Boolean);
  return said.length > 1 && cells[0] !== ''
    ? tableRow(cells.filter((cell, i) => cell || i < cells.length - 1))
    : line.replaceAll('\t', '　');
}
