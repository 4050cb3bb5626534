/** A consistent copy while the bot runs: an SQLite file, or, from PostgreSQL, JSON lines of our own. */
import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../contract/index.ts';
import type { Engine } from './engine/engine.ts';

export async function backupTo(engine: Engine, file: string): Promise<void> {
  if (existsSync(file)) throw new UserError(`${file} 已经存在，没有覆盖它。请换一个文件名。`);
  if (!existsSync(dirname(file))) throw new UserError(`${dirname(file)} 这个目录不存在。请先建好再备份。`);
  try {
    await engine.copyTo(file);
  } catch (error) {
    rmSync(file, { force: true });
    throw engine.explain(error);
  }
}
