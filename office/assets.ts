/** The style sheet and the script of the console; their addresses change with their content. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = {
  'office.css': 'text/css; charset=utf-8',
  'office.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};
export type AssetName = keyof typeof FILES;

export interface Asset {
  type: string;
  body: Uint8Array<ArrayBuffer>;
  version: string;
}

export const ASSETS: ReadonlyMap<string, Asset> = new Map(
  Object.entries(FILES).map(([name, type]) => {
    const body = new Uint8Array(readFileSync(join(import.meta.dirname, 'public', name)));
    const version = createHash('sha256').update(body).digest('base64url').slice(0, 10);
    return [name, { type, body, version }];
  }),
);

export const asset = (name: AssetName): string => `/office/static/${name}?v=${ASSETS.get(name)!.version}`;
