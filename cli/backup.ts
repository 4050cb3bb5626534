/** `backup FILE` · `backup --into FOLDER [--keep N]`: a consistent copy of the state while the bot runs. */
import { UserError } from '../src/contract/index.ts';
import { backUpInto, loadSettings, withState } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { type Options, readOptions } from './options.ts';

const options = {
  into: { type: 'string', value: '目录', help: '在目录里存一份当天的备份（每天一份）' },
  keep: { type: 'string', value: '份数', help: '与 --into 同用：留最近几份，默认用设置 BACKUP_KEEP' },
} as const satisfies Options;

const USAGE = '用法：huiqi backup 文件名　或　huiqi backup --into 目录 [--keep 份数]';

export const command: Command = {
  summary: '备份数据，运行中也可以',
  usage: ['backup 文件名', 'backup --into 目录'],
  options,
  async run(argv) {
    const { values, positionals } = readOptions(argv, options);
    const [file, ...rest] = positionals;
    if (rest.length > 0 || (file === undefined) === (values.into === undefined)) throw new UserError(USAGE);
    const settings = loadSettings();
    if (file !== undefined) {
      await withState(settings, 'read', (store) => store.backup(file));
      process.stdout.write(`已备份到 ${file}。里面有企业的信息，请妥善保管。\n`);
      return 0;
    }
    const keep = keepOf(values.keep) ?? settings.BACKUP_KEEP;
    const folder = values.into!;
    const done = await withState(settings, 'read', (store) =>
      backUpInto(store, { folder, keep, now: Date.now() }),
    );
    const made = done.isNew ? `已备份到 ${done.file}。` : `${done.file} 今天已经备份过。`;
    process.stdout.write(
      `${made}${done.deleted.length > 0 ? `删掉了 ${done.deleted.length} 份旧的。` : ''}\n`,
    );
    return 0;
  },
};

function keepOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (!/^[1-9]\d{0,4}$/u.test(written)) throw new UserError('--keep 要写份数，是正整数。');
  return Number(written);
}
