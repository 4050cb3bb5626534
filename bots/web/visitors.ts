/** Who a visitor is: a random id in a signed cookie. */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/contract/index.ts';
import { sameSecret } from '../http-body.ts';

/** With the prefix, a browser takes the cookie only from this very host over https: no neighbouring site can plant one. */
const cookieName = (secure: boolean): string => (secure ? '__Host-huiqi' : 'huiqi');
/** The longest that browsers keep a cookie. */
const COOKIE_SECONDS = 400 * 86_400;

export interface Visitors {
  /** A visitor nobody has been before. */
  create(): string;
  /** The visitor of a Cookie header; null when there is none or the signature is not ours. */
  read(cookies: string | undefined): string | null;
  /** The Set-Cookie header that makes the browser this visitor. */
  cookie(visitor: string): string;
}

const KEY_FILE = 'web.key';

/** The key in this folder, made at the first start. Throws UserError when the folder cannot be written. */
export function keyIn(folder: string): Buffer {
  const file = join(folder, KEY_FILE);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new UserError(`数据目录 ${folder} 写不进去，网页无法启动。请检查权限，或改 HUIQI_DATA_DIR。`);
  }
  const key = readFileSync(file);
  if (key.length < 32) throw new UserError(`${file} 不完整。请删除它再启动（访客要重新开始对话）。`);
  return key;
}

export function createVisitors(key: Buffer, { secure }: { secure: boolean }): Visitors {
  const name = cookieName(secure);
  const sign = (purpose: string, text: string): string =>
    createHmac('sha256', key).update(`${purpose}\0${text}`).digest('base64url');

  /** `text.signature`, or null. */
  function open(purpose: string, signed: string): string | null {
    const dot = signed.lastIndexOf('.');
    const text = signed.slice(0, Math.max(0, dot));
    return text !== '' && sameSecret(signed.slice(dot + 1), sign(purpose, text)) ? text : null;
  }

  return {
    create: () => randomBytes(18).toString('base64url'),
    read(cookies) {
      // huiqi=Zm9v.c2ln or __Host-huiqi=Zm9v.c2ln between others; of two of one name, none is believed.
      const values = (cookies ?? '')
        .split(/;\s*/u)
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1));
      return values.length === 1 ? open('visitor', values[0] ?? '') : null;
    },
    cookie: (visitor) =>
      [
        `${name}=${visitor}.${sign('visitor', visitor)}`,
        `Max-Age=${COOKIE_SECONDS}`,
        'Path=/',
        'HttpOnly',
        'SameSite=Lax',
        ...(secure ? ['Secure'] : []),
      ].join('; '),
  };
}
