/**
 * Signature and encryption of the 公众号 callbacks: sha1 over the sorted parts; AES-256-CBC with the first 16 bytes of the
 * key as IV and PKCS#7 padding to 32 bytes. Plaintext: 16 random bytes, length of the message (4 bytes, big-endian),
 * message, appid.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const PADDING_BLOCK = 32;
const RANDOM_BYTES = 16;
const HEAD_BYTES = RANDOM_BYTES + 4;

/** Hex sha1 of the parts, sorted and joined. */
export function signatureOf(...parts: string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

export interface Cipher {
  /** Base64. */
  encrypt(message: string): string;
  /** The message, or null when it is not for this account or not what was encrypted. Check the signature before. */
  decrypt(encrypted: string): string | null;
}

/** `aesKey`: the 43 characters of EncodingAESKey. */
export function createCipher(aesKey: string, appId: string): Cipher {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const iv = key.subarray(0, 16);

  return {
    encrypt(message) {
      const text = Buffer.from(message);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(text.length);
      const body = Buffer.concat([randomBytes(RANDOM_BYTES), length, text, Buffer.from(appId)]);
      const padding = PADDING_BLOCK - (body.length % PADDING_BLOCK);
      const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
      return Buffer.concat([
        cipher.update(body),
        cipher.update(Buffer.alloc(padding, padding)),
        cipher.final(),
      ]).toString('base64');
    },
    decrypt(encrypted) {
      const bytes = Buffer.from(encrypted, 'base64');
      if (bytes.length === 0 || bytes.length % 16 !== 0) return null;
      const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
      const body = withoutPadding(Buffer.concat([decipher.update(bytes), decipher.final()]));
      if (!body || body.length < HEAD_BYTES) return null;
      const end = HEAD_BYTES + body.readUInt32BE(RANDOM_BYTES);
      if (end > body.length || body.toString('utf8', end) !== appId) return null;
      return body.toString('utf8', HEAD_BYTES, end);
    },
  };
}

/** Null when the padding is not what the scheme writes: n bytes of the value n, 1 to 32. */
function withoutPadding(bytes: Buffer): Buffer | null {
  const padding = bytes.at(-1) ?? 0;
  if (padding < 1 || padding > PADDING_BLOCK || padding > bytes.length) return null;
  const end = bytes.length - padding;
  return bytes.subarray(end).every((byte) => byte === padding) ? bytes.subarray(0, end) : null;
}
