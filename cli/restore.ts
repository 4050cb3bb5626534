/** `restore FILE [--force]`: takes a backup into an empty store, or, forced, in place of what it holds. */

import { UserError } from '../src/contract/index.ts';
import { loadSettings, restoreState, withState } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

export const command: Command = {
  summary: '从备份恢复：restore 文件名 [--force]',
  async run(argv) {
    const { values, positionals } = readOptions(argv, { force: { type: 'boolean' } });
    const [file] = positionals;
    if (!file) throw new UserError('用法：huiqi restore 文件名 [--force]');
    const how = values.force ? 'replace' : 'empty';
    const { rows } = await withState(loadSettings(), 'own', (store) => restoreState(store, file, how));
    process.stdout.write(`已从 ${file} 恢复 ${rows} 行。\n`);
    return 0;
  },
};
