/** Bytes of a text file → text: UTF-8 (with or without BOM), UTF-16, otherwise GB18030. */
import { UserError } from '../../user-error.ts';

export function decodeText(bytes: Uint8Array, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = guessUtf16(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (looksLikeText(text)) return text;
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  throw new UserError(
    `“${name}”读不出文字：不是 UTF-8、UTF-16 或 GB18030 的文本。请另存为 UTF-8 文本或 docx 后再试。`,
  );
}

/** UTF-16 without a mark: every second byte of ASCII and blanks is zero. */
function guessUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4000);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 ? odd++ : even++;
  if (odd + even < 4) return null;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : null;
}

/** Few control characters: a picture or a program read as text has many. */
const looksLikeText = (text: string): boolean => {
  const control = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/gu)?.length ?? 0;
  return control <= text.length * 0.002;
};
