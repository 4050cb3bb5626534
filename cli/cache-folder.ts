/**
 * Where compiled modules are kept between runs: a folder that only its owner can write. In the shared temporary folder, Node's own
 * choice, another user of the machine could lay code that would be run.
 */
import { lstatSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const OTHERS_MAY_WRITE = 0o022;

/** Null: there is no such folder, so nothing is kept. */
export function cacheFolder(): string | null {
  const uid = process.getuid?.();
  const parent = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(parent, 'huiqi');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const isSafe = [parent, folder].every((path) => {
      const found = lstatSync(path);
      const isOwn = uid === undefined || found.uid === uid;
      return found.isDirectory() && isOwn && (found.mode & OTHERS_MAY_WRITE) === 0;
    });
    return isSafe ? folder : null;
  } catch {
    return null;
  }
}
