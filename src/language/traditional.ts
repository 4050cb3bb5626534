/** Traditional → simplified characters. The converter is built only when a text may need it. */
import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | undefined;
let everyday: Uint8Array | undefined;

/** Simplified characters of names that GB 2312 does not have. Loading the converter for one of them would cost half a cold start. */
const OF_NAMES = '堎喆珺玥赟煊旸垚';

/** 1 at each Han character of GB 2312: the simplified characters in daily use. Whatever stands outside may be traditional. */
function everydayCharacters(): Uint8Array {
  const bytes = new Uint8Array((0xf8 - 0xb0) * (0xff - 0xa1) * 2);
  let at = 0;
  for (let high = 0xb0; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      bytes[at++] = high;
      bytes[at++] = low;
    }
  }
  const table = new Uint8Array(0x10000);
  const characters = new TextDecoder('gb18030').decode(bytes);
  for (const character of characters + OF_NAMES) table[character.charCodeAt(0)] = 1;
  return table;
}

/** 殘保金今年減不減 → 残保金今年减不减 */
export function simplified(text: string): string {
  everyday ??= everydayCharacters();
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x3400 || code > 0x9fff || everyday[code]) continue;
    convert ??= Converter({ from: 't', to: 'cn' }) as (text: string) => string;
    return convert(text);
  }
  return text;
}
