/** Struck-out and hidden words of a Word 97 file: its runs of characters and their properties ([MS-DOC] 2.9, Chpx). */
import type { Piece } from 'word-extractor/lib/word-ole-extractor.js';

/** Properties of characters that take words out of the document that people read. */
const STRUCK = 0x0837;
const STRUCK_TWICE = 0x2a53;
const HIDDEN = 0x083c;
const UNREAD = new Set([STRUCK, STRUCK_TWICE, HIDDEN]);

/** Where the file says that the pages of properties are listed. */
const LIST_AT = 0x00fa;
const LIST_SIZE_AT = 0x00fe;
const PAGE = 512;
/** How many bytes the operand of a property has, by its three highest bits; 6: the next byte says. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3];

/** Puts NUL in the place of words that are not read; what has NUL is dropped later. Changes the text of `pieces`. */
export function blankUnread(pieces: readonly Piece[], word: Buffer, table: Buffer): void {
  const start = word.readUInt32LE(LIST_AT);
  const size = word.readUInt32LE(LIST_SIZE_AT);
  const count = Math.floor((size - 4) / 8);
  for (let i = 0; i < count; i++) {
    const page = table.readUInt32LE(start + (count + 1) * 4 + i * 4) * PAGE;
    for (const { from, to } of unreadRuns(word.subarray(page, page + PAGE)))
      for (const piece of pieces) blank(piece, from, to);
  }
}

function* unreadRuns(page: Buffer): Generator<{ from: number; to: number }> {
  const runs = page.readUInt8(PAGE - 1);
  for (let run = 0; run < runs; run++) {
    const at = page.readUInt8((runs + 1) * 4 + run) * 2;
    if (at === 0) continue;
    const properties = page.subarray(at + 1, at + 1 + page.readUInt8(at));
    if (isUnread(properties))
      yield { from: page.readUInt32LE(run * 4), to: page.readUInt32LE((run + 1) * 4) };
  }
}

function isUnread(properties: Buffer): boolean {
  let unread = false;
  for (let at = 0; at + 2 < properties.length; ) {
    const property = properties.readUInt16LE(at);
    at += 2;
    if (UNREAD.has(property)) unread ||= (properties[at]! & 1) === 1;
    const bytes = OPERAND_BYTES[property >> 13]!;
    at += bytes === 0 ? properties[at]! + 1 : bytes;
  }
  return unread;
}

/** `from` and `to` are places in the file; a character takes one or two bytes of it. */
function blank(piece: Piece, from: number, to: number): void {
  const first = Math.max(0, Math.floor((from - piece.startFilePos) / piece.bpc));
  const last = Math.min(piece.text.length, Math.ceil((to - piece.startFilePos) / piece.bpc));
  if (last <= first) return;
  piece.text = piece.text.slice(0, first) + '\0'.repeat(last - first) + piece.text.slice(last);
}
