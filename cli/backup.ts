/** `backup FILE`: a consistent copy of the state while the bot runs. */

import { UserError } from '../src/contract/index.ts';
import { loadSettings, withState } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

export const command: Command = {
  summary: '备份数据（运行中也可以）：backup 文件名',
  async run(argv) {
    const [file] = readOptions(argv, {}).positionals;
    if (!file) throw new UserError('用法：huiqi backup 文件名');
    await withState(loadSettings(), 'read', (store) => store.backup(file));
    process.stdout.write(`已备份到 ${file}。里面有企业的信息，请妥善保管。\n`);
    return 0;
  },
};
