/** Reads every import of the code as text: which file takes what from where, and whether only types. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface Import {
  /** Paths from the root of the project. */
  from: string;
  to: string;
}

const ROOT = join(import.meta.dirname, '..', '..');

/** The folders and files that hold code, but for what runs in the browser. */
const PLACES = ['src', 'bots', 'office', 'api', 'cli', 'cli.ts'];

/** `from './x.ts'`, `import('./x.ts')`, `import './x.ts'`. */
const SPECIFIER = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)'(?<path>\.{1,2}\/[^']+)'/gu;

/** The relative imports of one file's text. */
export function importsIn(file: string, text: string): Import[] {
  return [...text.matchAll(SPECIFIER)].map((match) => ({
    from: file,
    to: normalize(join(dirname(file), match.groups!.path!)),
  }));
}

/** Every file of code, as a path from the root. */
export function codeFiles(): string[] {
  return PLACES.flatMap((place) => {
    if (!existsSync(join(ROOT, place))) return [];
    if (place.endsWith('.ts')) return [place];
    return readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.split('/').includes('public'))
      .map((name) => join(place, name));
  });
}

export const allImports = (): Import[] =>
  codeFiles().flatMap((file) => importsIn(file, readFileSync(join(ROOT, file), 'utf8')));
