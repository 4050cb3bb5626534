/** `restore FILE [--force]`: takes a backup into an empty store, or, forced, in place of what it holds. */

import { UserError } from '../src/contract/index.ts';
import { loadSettings, restoreState, withState } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { type Options, readOptions } from './options.ts';

const options = {
  force: { type: 'boolean', help: '用备份替换现有的数据' },
} as const satisfies Options;

export const command: Command = {
  summary: '从备份恢复',
  usage: ['restore 文件名'],
  options,
  async run(argv) {
    const { values, positionals } = readOptions(argv, options);
    const [file] = positionals;
    if (!file) throw new UserError('用法：huiqi restore 文件名 [--force]');
    const how = values.force ? 'replace' : 'empty';
    const { rows } = await withState(loadSettings(), 'own', (store) => restoreState(store, file, how));
    process.stdout.write(`已从 ${file} 恢复 ${rows} 行。\n`);
    return 0;
  },
};
