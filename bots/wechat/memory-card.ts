/** The file in which wechaty keeps a login, so that a restart needs no new QR code. It is as good as the account itself. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';

const NAME = 'wechat';

/** What wechaty is told as its name: it adds `.memory-card.json`. The file is there, and only its owner reads it. */
export function prepareMemoryCard(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const name = resolve(join(dataDir, NAME));
  const file = `${name}.memory-card.json`;
  if (existsSync(file)) {
    chmodSync(file, 0o600);
  } else {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, '{}');
    closeSync(handle);
  }
  return name;
}
