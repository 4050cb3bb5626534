/** The style sheet and the script of the console; their addresses change with their content. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file for the browser. What stands later wins. */
const STYLES = ['base', 'frame', 'tables', 'controls', 'review', 'narrow'].map(
  (name) => `styles/${name}.css`,
);

const FILES = {
  'office.css': { type: 'text/css; charset=utf-8', parts: STYLES },
  'office.js': { type: 'text/javascript; charset=utf-8', parts: ['public/office.js'] },
  'icon.svg': { type: 'image/svg+xml', parts: ['public/icon.svg'] },
};
export type AssetName = keyof typeof FILES;

export interface Asset {
  type: string;
  body: Uint8Array<ArrayBuffer>;
  version: string;
}

export const ASSETS: ReadonlyMap<string, Asset> = new Map(
  Object.entries(FILES).map(([name, { type, parts }]) => {
    const read = parts.map((part) => readFileSync(join(import.meta.dirname, part)));
    const body = new Uint8Array(Buffer.concat(read));
    const version = createHash('sha256').update(body).digest('base64url').slice(0, 10);
    return [name, { type, body, version }];
  }),
);

export const asset = (name: AssetName): string => `/office/static/${name}?v=${ASSETS.get(name)!.version}`;
