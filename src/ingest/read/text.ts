/** Bytes of a text file → text: UTF-8 (with or without BOM), UTF-16, otherwise GB18030. */
import { UserError } from '../../contract/index.ts';

export function decodeText(bytes: Uint8Array, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = decode(bytes, 'utf-8') ?? unmarkedUtf16(bytes) ?? decode(bytes, 'gb18030');
  if (text !== null) return text;
  throw new UserError(
    `“${name}”读不出文字：不是 UTF-8、UTF-16 或 GB18030 的文本。请另存为 UTF-8 文本或 docx 后再试。`,
  );
}

/** The text, or null when the bytes are not of this encoding. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return looksLikeText(text) ? text : null;
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: in the right byte order nearly every character is Chinese, ASCII or their punctuation. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2) return null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = decode(bytes, encoding);
    const usual =
      text?.match(/[\t\r\n -~\u2010-\u2030\u3000-\u303f\u4e00-\u9fff\uff00-\uffee]/gu)?.length ?? 0;
    if (text && usual >= text.length * 0.95) return text;
  }
  return null;
}

/** Few control characters: a picture or a program read as text has many. */
const looksLikeText = (text: string): boolean => {
  const control = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/gu)?.length ?? 0;
  return control <= text.length * 0.002;
};
