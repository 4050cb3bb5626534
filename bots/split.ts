/** Cuts a long text into messages that a platform takes: at line breaks, and inside a line only when it alone is too long. */
import type { Capabilities } from './channel.ts';

type TextLimit = NonNullable<Capabilities['textLimit']>;

/** Size in the platform's unit: code points (𠀀 is one) or bytes of UTF-8. */
export function textSize(text: string, unit: TextLimit['unit']): number {
  if (unit === 'bytes') return Buffer.byteLength(text);
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The parts in order, each within the limit and none blank; a text that fits comes back as it is. */
export function splitText(text: string, limit: TextLimit | null): string[] {
  if (!limit || textSize(text, limit.unit) <= limit.max) return [text];
  const parts: string[] = [];
  let part = '';
  const close = () => {
    const shown = withoutBlankEdges(part);
    if (shown) parts.push(shown);
    part = '';
  };
  for (const line of text.split('\n')) {
    const longer = part === '' ? line : `${part}\n${line}`;
    if (textSize(longer, limit.unit) <= limit.max) {
      part = longer;
      continue;
    }
    close();
    const pieces = splitLine(line, limit);
    part = pieces.pop() ?? '';
    for (const piece of pieces) parts.push(piece);
  }
  close();
  return parts;
}

const withoutBlankEdges = (part: string): string => part.replace(/^(?:[^\S\n]*\n)+/u, '').trimEnd();

/**
 * What must stay in one piece, else one character:
 * a link            https://example.cn/p/1?q=2
 * a measure id      洪府办发〔2022〕58号#2, some-slug#3-1
 * a document number 洪府办发〔2022〕58号
 * a figure, a word  2022-06-30, 1,000.5, Bearer
 */
const ATOM =
  /(?<link>https?:\/\/[^\s，。；、）】”]+)|(?<measure>[^\s，。；：、（）()“”#]{1,40}#\d+(?:-\d+)?)|(?<number>\p{Script=Han}{1,12}[〔[]\d{4}[〕\]]\d{1,6}号)|(?<word>[\dA-Za-z][\dA-Za-z.,:%‰/-]{0,40})|\P{M}\p{M}*|./gsu;

const STRONG_END = /[。；！？;!?]$/u;
const WEAK_END = /[，、：,:）)\s]$/u;

function splitLine(line: string, limit: TextLimit): string[] {
  const pieces: string[] = [];
  let atoms: string[] = [];
  let size = 0;
  for (const atom of atomsOf(line, limit)) {
    const atomSize = textSize(atom, limit.unit);
    if (size + atomSize > limit.max) {
      const natural = breakAfter(atoms);
      const moved = textSize(atoms.slice(natural).join(''), limit.unit);
      const keep = moved + atomSize <= limit.max ? natural : atoms.length;
      pieces.push(atoms.slice(0, keep).join(''));
      atoms = atoms.slice(keep);
      size = textSize(atoms.join(''), limit.unit);
    }
    atoms.push(atom);
    size += atomSize;
  }
  pieces.push(atoms.join(''));
  return pieces;
}

/** An atom that alone is over the limit falls into characters. */
function* atomsOf(line: string, limit: TextLimit): Generator<string> {
  for (const [atom] of line.matchAll(ATOM)) {
    if (textSize(atom, limit.unit) <= limit.max) yield atom;
    else yield* atom;
  }
}

/** How many atoms to keep: up to the last sentence end, else the last comma, in the second half; else all. */
function breakAfter(atoms: string[]): number {
  const half = Math.floor(atoms.length / 2);
  for (const end of [STRONG_END, WEAK_END]) {
    const at = atoms.findLastIndex((atom) => atom.length <= 2 && end.test(atom));
    if (at >= half) return at + 1;
  }
  return atoms.length;
}
