/** What every HTTP edge of a channel needs beside the reading of a body: its JSON, and secrets compared in constant time. */
import { createHash, timingSafeEqual } from 'node:crypto';

export const MEGABYTE = 1_048_576;

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
