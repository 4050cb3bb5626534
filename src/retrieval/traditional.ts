/** Traditional → simplified characters. The converter is built only when a text may need it. */
import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | undefined;
let plainHan: Set<string> | undefined;

/** GB 2312 holds the simplified characters in daily use; whatever Han character stands outside may be traditional. */
function gb2312(): Set<string> {
  const bytes = new Uint8Array((0xf8 - 0xb0) * (0xff - 0xa1) * 2);
  let at = 0;
  for (let high = 0xb0; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      bytes[at++] = high;
      bytes[at++] = low;
    }
  }
  return new Set(new TextDecoder('gb18030').decode(bytes));
}

/** 殘保金今年減不減 → 残保金今年减不减 */
export function simplified(text: string): string {
  plainHan ??= gb2312();
  const known = plainHan;
  const foreign = /\p{Script=Han}/gu;
  for (const [character] of text.matchAll(foreign)) {
    if (known.has(character)) continue;
    const toSimplified = convert ?? Converter({ from: 't', to: 'cn' });
    convert = toSimplified;
    return toSimplified(text);
  }
  return text;
}
