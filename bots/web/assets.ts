/** The style sheet and the files of public/, read once; their addresses change with their content, so that a browser keeps them for good. */
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

/** One file for the browser, so that nothing waits for a second one. What stands later wins. */
const STYLES = ['base', 'controls', 'frame', 'panels', 'card', 'chat', 'aside', 'documents', 'print'];

const styleSheet = (): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.concat(STYLES.map((name) => readFileSync(join(import.meta.dirname, 'styles', `${name}.css`)))),
  );

function assetOf(name: string, type: string, plain: Uint8Array<ArrayBuffer>): [string, Asset] {
  const version = createHash('sha256').update(plain).digest('base64url').slice(0, 10);
  return [name, { type, plain, gzipped: new Uint8Array(gzipSync(plain, { level: 9 })), version }];
}

export const ASSETS: ReadonlyMap<string, Asset> = new Map([
  assetOf('style.css', TYPES.css ?? '', styleSheet()),
  ...readdirSync(FOLDER).flatMap((name) => {
    const type = TYPES[extensionOf(name)];
    return type ? [assetOf(name, type, new Uint8Array(readFileSync(join(FOLDER, name))))] : [];
  }),
]);

/** The address of a file of public/. */
export function asset(name: string): string {
  const found = ASSETS.get(name);
  if (!found) throw new Error(`no file ${name} in bots/web/public`);
  return `/static/${name}?v=${found.version}`;
}
