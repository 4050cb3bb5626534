/** `officer [list|add NAME --role ROLE|link NAME|role NAME ROLE|account NAME WAY:ACCOUNT|remove NAME]`: who works in the console. */
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../src/contract/index.ts';
import {
  addOfficer,
  changeRole,
  listOfficers,
  loadSettings,
  ROLES,
  removeOfficer,
  renewLink,
  type Settings,
  type Store,
  setAccount,
  withState,
} from '../src/service/index.ts';
import type { Command } from './command.ts';
import { type Options, readOptions } from './options.ts';

const USAGE =
  '用法：huiqi officer [list|add 姓名 --role 查看、客服、审核或管理|link 姓名|role 姓名 角色|account 姓名 oidc:账号|remove 姓名]';

const options = {
  role: { type: 'string', value: '角色', help: `能做什么：${ROLES.join('、')}` },
} as const satisfies Options;

export const command: Command = {
  summary: '工作台的工作人员：看、加、发登录链接、改角色、撤下',
  usage: [
    'officer list',
    'officer add 姓名',
    'officer link 姓名',
    'officer role 姓名 角色',
    'officer account 姓名 oidc:账号',
    'officer remove 姓名',
  ],
  options,
  async run(argv) {
    const { values, positionals } = readOptions(argv, options);
    const [action = 'list', name = '', role] = positionals;
    const settings = loadSettings();
    const by = { name: `${userInfo().username}（命令行）` };
    // The first officer may be added before the bot was ever started.
    const isNew = !settings.DATABASE_URL && !existsSync(join(settings.HUIQI_DATA_DIR, 'huiqi.sqlite'));
    const change = (work: (store: Store) => Promise<string>) =>
      withState(settings, isNew ? 'own' : 'beside', work);
    const actions: Record<string, () => Promise<string>> = {
      list: () => withState(settings, 'read', show),
      add: () =>
        change(async (store) => {
          const { token } = await addOfficer(store, { name, role: values.role ?? '' }, by);
          return `已加上${name}（${values.role}）。请把链接交给本人，24小时内打开一次，设好密码：\n${linkOf(settings, token)}`;
        }),
      link: () =>
        change(async (store) => {
          const { token } = await renewLink(store, name, by);
          return `请把链接交给${name}本人，24小时内打开一次，重新设密码：\n${linkOf(settings, token)}`;
        }),
      role: () =>
        change(async (store) => {
          await changeRole(store, { name, role: role ?? '' }, by);
          return `${name}现在是${role}。`;
        }),
      account: () =>
        change(async (store) => {
          const [way = '', ...rest] = (role ?? '').split(':');
          const account = rest.join(':');
          await setAccount(store, { name, way, account }, by);
          return account === ''
            ? `${name}不再用 ${way} 登录。`
            : `${name}现在可以用 ${way} 的账号“${account}”登录。`;
        }),
      remove: () =>
        change(async (store) => {
          await removeOfficer(store, { name }, by);
          return `已撤下${name}，各处的登录都已退出。`;
        }),
    };
    const act = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!act || (action !== 'list' && name === '')) throw new UserError(USAGE);
    process.stdout.write(`${await act()}\n`);
    return 0;
  },
};

async function show(store: Store): Promise<string> {
  const officers = await listOfficers(store);
  if (officers.length === 0) return '还没有工作人员。用 huiqi officer add 姓名 --role 管理 加第一位。';
  return officers
    .map(({ name, role, hasPassword }) => `${name}　${role}　${hasPassword ? '' : '还没有设密码'}`.trim())
    .join('\n');
}

function linkOf({ PUBLIC_URL, HOST, PORT }: Settings, token: string): string {
  const root = PUBLIC_URL?.replace(/\/$/u, '') ?? `http://${HOST}:${PORT}`;
  return `${root}/office/link/${token}`;
}
