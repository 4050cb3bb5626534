/** Pages of a list. A cursor holds for one version of the knowledge: another one may have other items in other places. */
import { machineWords as words } from '../src/words/index.ts';
import { ApiProblem } from './problem.ts';

/** version:offset */
const CURSOR = /^(?<version>[0-9a-f]{4,64}):(?<offset>\d{1,7})$/u;

export interface Page<T> {
  version: string;
  items: T[];
  next: string | null;
}

export function pageOf<T>(
  all: readonly T[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  version: string,
): Page<T> {
  const from = cursor === undefined ? 0 : offsetIn(cursor, version);
  const to = from + limit;
  const next = to < all.length ? Buffer.from(`${version}:${to}`).toString('base64url') : null;
  return { version, items: all.slice(from, to), next };
}

function offsetIn(cursor: string, version: string): number {
  const read = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.groups;
  if (!read) throw new ApiProblem('bad-request', words.wrongCursor);
  if (read.version !== version) throw new ApiProblem('conflict', words.oldCursor);
  return Number(read.offset);
}
