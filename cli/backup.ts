/** `backup FILE`: a consistent copy of the state while the bot runs. */
import { loadSettings } from '../src/settings.ts';
import { openStore, storeOptions } from '../src/store/index.ts';
import { UserError } from '../src/user-error.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

export const command: Command = {
  summary: '备份数据（运行中也可以）：backup 文件名',
  async run(argv) {
    const [file] = readOptions(argv, {}).positionals;
    if (!file) throw new UserError('用法：huiqi backup 文件名');
    const store = await openStore(storeOptions(loadSettings(), 'read'));
    try {
      await store.backup(file);
    } finally {
      await store.close();
    }
    process.stdout.write(`已备份到 ${file}。里面有企业的信息，请妥善保管。\n`);
    return 0;
  },
};
