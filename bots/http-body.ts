/** What every HTTP edge of a channel needs: bytes up to a limit, secrets compared in constant time. */
import { createHash, timingSafeEqual } from 'node:crypto';

export const MEGABYTE = 1_048_576;

/** The whole body, or null when it is larger. Bytes are joined before they are read, so that no character is torn. */
export async function readBody(request: Request, limit = MEGABYTE): Promise<Buffer | null> {
  const length = request.headers.get('content-length');
  if (Number(length) > limit) return null;
  // A length that was told is kept to by the server; without one the pieces are counted.
  if (length !== null) return within(Buffer.from(await request.arrayBuffer()), limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early lets go of the stream.
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const within = (bytes: Buffer, limit: number): Buffer | null => (bytes.byteLength > limit ? null : bytes);

/** The value of a JSON body, or undefined when it is none. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Takes the same time wherever the two differ, and whatever their lengths. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
