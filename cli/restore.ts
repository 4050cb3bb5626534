/** `restore FILE [--force]`: takes a backup into an empty store, or, forced, in place of what it holds. */
import { loadSettings } from '../src/settings.ts';
import { openStore, storeOptions } from '../src/store/index.ts';
import { restoreInto } from '../src/store/restore.ts';
import { UserError } from '../src/user-error.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

export const command: Command = {
  summary: '从备份恢复：restore 文件名 [--force]',
  async run(argv) {
    const { values, positionals } = readOptions(argv, { force: { type: 'boolean' } });
    const [file] = positionals;
    if (!file) throw new UserError('用法：huiqi restore 文件名 [--force]');
    const store = await openStore(storeOptions(loadSettings()));
    try {
      const { rows } = await restoreInto(store, file, values.force ? 'replace' : 'empty');
      process.stdout.write(`已从 ${file} 恢复 ${rows} 行。\n`);
    } finally {
      await store.close();
    }
    return 0;
  },
};
