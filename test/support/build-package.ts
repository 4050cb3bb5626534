/** `npm pack`: the sources as JavaScript with their types, and the data that they read, in dist/. A checkout needs none of it. */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const DIST = join(ROOT, 'dist');

/** Folders that are served or read as they are, wherever they stand. */
const isData = (path: string): boolean => /(?:^|\/)(?:public|styles)$/u.test(path);

rmSync(DIST, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.package.json'],
  {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
for (const top of ['bots', 'api', 'office'])
  for (const path of foldersIn(top))
    if (isData(path))
      cpSync(join(ROOT, path), join(DIST, path), {
        recursive: true,
        filter: (from) => !from.endsWith('tsconfig.json'),
      });
cpSync(join(ROOT, 'knowledge'), join(DIST, 'knowledge'), { recursive: true });

function foldersIn(top: string): string[] {
  try {
    return readdirSync(join(ROOT, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
  } catch {
    return [];
  }
}
