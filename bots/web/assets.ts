/** The files of public/, read once; their addresses change with their content, so that a browser keeps them for good. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const FOLDER = join(import.meta.dirname, 'public');
const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

export interface Asset {
  type: string;
  plain: Uint8Array<ArrayBuffer>;
  gzipped: Uint8Array<ArrayBuffer>;
  version: string;
}

const extensionOf = (name: string): string => name.split('.').at(-1) ?? '';

export const ASSETS: ReadonlyMap<string, Asset> = new Map(
  readdirSync(FOLDER).flatMap((name) => {
    const type = TYPES[extensionOf(name)];
    if (!type) return [];
    const plain = new Uint8Array(readFileSync(join(FOLDER, name)));
    const version = createHash('sha256').update(plain).digest('base64url').slice(0, 10);
    return [[name, { type, plain, gzipped: new Uint8Array(gzipSync(plain, { level: 9 })), version }]];
  }),
);

/** The address of a file of public/. */
export function asset(name: string): string {
  const found = ASSETS.get(name);
  if (!found) throw new Error(`no file ${name} in bots/web/public`);
  return `/static/${name}?v=${found.version}`;
}
