/** Passwords as they are kept: scrypt with a salt of their own, its cost written beside it so that it can grow. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

/** 32 MB and about a tenth of a second a try. */
const COST = { N: 2 ** 15, r: 8, p: 1 };
const KEY_BYTES = 32;
const MAX_MEMORY = 128 * 1024 * 1024;

/** scrypt$32768$8$1$salt$key */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(normal(password), salt, KEY_BYTES, { ...COST, maxmem: MAX_MEMORY });
  const { N, r, p } = COST;
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** `kept` null (nobody of that name, no password yet): takes as long as a real check, and is never right. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (kept ?? NOBODY).split('$');
  const wanted = Buffer.from(key, 'base64url');
  const found = await derive(normal(password), Buffer.from(salt, 'base64url'), KEY_BYTES, {
    N: Number(N),
    r: Number(r),
    p: Number(p),
    maxmem: MAX_MEMORY,
  });
  return kept !== null && wanted.length === found.length && timingSafeEqual(wanted, found);
}

const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$AAAAAAAAAAAAAAAAAAAAAA$`;

/** The same letters, however the keyboard composed them. */
const normal = (password: string): string => password.normalize('NFKC');

export const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

/** Why it will not do; null: it will. Length is what counts, and that it is not the name or one character again and again. */
export function passwordFault(password: string, name: string): 'short' | 'long' | 'plain' | null {
  if (lengthOf(password) < SHORTEST_PASSWORD) return 'short';
  if (password.length > LONGEST_PASSWORD) return 'long';
  const isPlain =
    new Set(password).size < 4 || (name !== '' && password.includes(name) && password.length < 16);
  return isPlain || COMMON.has(password.toLowerCase()) ? 'plain' : null;
}

/** There are many more of them to guess among: a Chinese character counts for two. */
const lengthOf = (password: string): number =>
  Array.from(password).reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? 2 : 1), 0);

/** Those of ten and more characters that everybody tries first. */
const COMMON = new Set([
  '1234567890',
  '0123456789',
  '0987654321',
  'qwertyuiop',
  'password123',
  'admin12345',
  'abcdefghij',
  '1q2w3e4r5t',
]);
