/**
 * Keeps compiled modules between runs: a command is a process, and compiling its modules takes most of its time. They lie in a folder that
 * only its owner can write: in the shared temporary folder, Node's own choice, another user of the machine could lay code that would be run.
 * Plain JavaScript. Looked up on the module as a whole: a Node without it has to get as far as handing over to the newer one. Called before the first TypeScript file is loaded: what strips types is then not loaded either.
 */
import { lstatSync, mkdirSync } from 'node:fs';
import nodeModule from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

const OTHERS_MAY_WRITE = 0o022;

/** Where there is no safe folder, nothing is kept. */
export function keepCompiledModules() {
  const folder = cacheFolder();
  if (folder !== null) nodeModule.enableCompileCache(folder);
}

/** @returns {string | null} */
function cacheFolder() {
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
