/** What everything that is asked over HTTP holds to: bodies up to a size, changes from its own pages alone, pages tied to themselves. */

/** The whole body, or null when it is larger. Bytes are joined before they are read, so that no character is torn. */
export async function readBody(request: Request, limit: number): Promise<Buffer | null> {
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

/**
 * Browsers say themselves where a post comes from (Sec-Fetch-Site); older ones name the origin, which has to be the host that was asked or
 * the public address (behind a proxy the two differ).
 */
export function isOwnPost({ headers, url }: Request, publicUrl: string | undefined): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const host = URL.parse(headers.get('origin') ?? '')?.host;
  if (host === undefined) return false;
  const asked = headers.get('host') ?? new URL(url).host;
  return host === asked || (publicUrl !== undefined && host === new URL(publicUrl).host);
}

/** The content that a page may have: what this server gives, and nothing from elsewhere. */
export const ownContent = (...more: string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ...more,
  ].join('; ');

export interface PageOptions {
  /** Over https. */
  secure: boolean;
  microphone: 'none' | 'own';
}

/** Headers of every page beside the one for its content. */
export const pageHeaders = ({ secure, microphone }: PageOptions): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': `camera=(), geolocation=(), microphone=(${microphone === 'own' ? 'self' : ''}), payment=()`,
  ...(secure ? { 'strict-transport-security': 'max-age=15552000' } : {}),
});
