/** `key [list|add NAME|revoke ID]`: keys of programs that call the API. */
import { userInfo } from 'node:os';
import { OPEN_SCOPES, SCOPES } from '../api/index.ts';
import { shanghaiTime, UserError } from '../src/contract/index.ts';
import {
  issueKey,
  type KeyView,
  listKeys,
  loadSettings,
  revokeKey,
  withState,
} from '../src/service/index.ts';
import type { Command } from './command.ts';
import { type Options, readDay, readOptions } from './options.ts';

const USAGE =
  '用法：huiqi key [list|add 名称 [--scope read,ask,match,draft] [--rate 每分钟次数] [--expires 2027-12-31]|revoke 编号]';
const PER_MINUTE = 600;
const BY = { name: `${userInfo().username}（命令行）` };

const options = {
  scope: { type: 'string', value: '范围', help: `可以做什么，用逗号分开：${SCOPES.join('、')}` },
  rate: { type: 'string', value: '次数', help: `每分钟最多几次，默认 ${PER_MINUTE}` },
  expires: { type: 'string', value: '日期', help: '最后可用的一天；不写就长期有效' },
} as const satisfies Options;

export const command: Command = {
  summary: '接口的密钥：看、发放、停用',
  usage: ['key list', 'key add 名称', 'key revoke 编号'],
  options,
  async run(argv) {
    const { values, positionals } = readOptions(argv, options);
    const [action = 'list', ...rest] = positionals;
    const name = rest.join(' ').trim();
    const settings = loadSettings();
    if (action === 'list' && name === '') {
      const keys = await withState(settings, 'read', listKeys);
      process.stdout.write(keys.length === 0 ? '还没有密钥。\n' : `${keys.map(show).join('\n')}\n`);
      return 0;
    }
    if (action === 'revoke' && name !== '') {
      await withState(settings, 'beside', (store) => revokeKey(store, name, BY));
      process.stdout.write(`已停用 ${name}，几秒内失效。\n`);
      return 0;
    }
    if (action !== 'add' || name === '') throw new UserError(USAGE);
    const wanted = {
      name,
      scopes: scopesOf(values.scope),
      perMinute: rateOf(values.rate),
      expiresOn: readDay(values.expires, '--expires') ?? null,
    };
    const { token, key } = await withState(settings, 'beside', (store) => issueKey(store, wanted, BY));
    process.stdout.write(`${show(key)}\n密钥（只显示这一次，请马上保存）：\n${token}\n`);
    return 0;
  },
};

function scopesOf(written: string | undefined): string[] {
  const scopes = written === undefined ? [...OPEN_SCOPES] : written.split(/[,，\s]+/u).filter(Boolean);
  const wrong = scopes.find((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (wrong !== undefined || scopes.length === 0)
    throw new UserError(`--scope ${wrong ?? ''} 不对。可以写：${SCOPES.join('、')}，用逗号分开。`);
  return [...new Set(scopes)];
}

function rateOf(written: string | undefined): number {
  if (written === undefined) return PER_MINUTE;
  const rate = Number(written);
  if (!Number.isInteger(rate) || rate < 1 || rate > 1_000_000)
    throw new UserError('--rate 要写每分钟的次数，是 1 到 1000000 的整数。');
  return rate;
}

function show({ id, name, scopes, perMinute, expiresOn, lastUsedAt, revokedAt }: KeyView): string {
  const state = revokedAt === null ? (expiresOn === null ? '长期' : `到 ${expiresOn}`) : '已停用';
  const used = lastUsedAt === null ? '还没用过' : `最近用于 ${shanghaiTime(lastUsedAt).replace('T', ' ')}`;
  return `${id}　${name}　${scopes.join(',')}　每分钟${perMinute}次　${state}　${used}`;
}
