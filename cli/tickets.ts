/** `tickets [list|show N|reply N TEXT|close N [TEXT]]`: what contacts have asked a person, and the officer's answers. */
import { printableJson, printableLine, shanghaiTime, UserError } from '../src/contract/index.ts';
import {
  type Access,
  announcer,
  closeTicket,
  listTickets,
  loadSettings,
  replyToTicket,
  type Store,
  showTicket,
  type Ticket,
  withState,
} from '../src/service/index.ts';
import type { Command } from './command.ts';
import { JSON_OUT, type Options, readOptions } from './options.ts';

const options = {
  json: JSON_OUT,
  all: { type: 'boolean', help: '办结的也列出来' },
} as const satisfies Options;

const USAGE =
  '用法：huiqi tickets [list [--all]|show 编号|reply 编号 回复内容|close 编号 [办结说明]] [--json]';

const words = {
  state: { open: '待办', answered: '已回复', closed: '已办结' },
  none: '没有待办的工单。加 --all 看全部。',
  replied: (id: string) => `已回复 ${id}，消息会由正在运行的 huiqi serve 发给对方。`,
  closedByYou: (id: string) => `已办结 ${id}，会告知对方。`,
};

interface Request {
  rest: string[];
  all: boolean;
  json: boolean;
}

export const command: Command = {
  summary: '看工单、回复、办结',
  usage: ['tickets list', 'tickets show 编号', 'tickets reply 编号 回复内容', 'tickets close 编号 办结说明'],
  options,
  async run(argv) {
    const { values, positionals } = readOptions(argv, options);
    const [action = 'list', ...rest] = positionals;
    const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!act) throw new UserError(USAGE);
    const request = { rest, all: values.all === true, json: values.json === true };
    // Beside the running bot: see engine/sqlite.ts for why this is safe.
    const said = await withState(loadSettings(), act.access, (store) => act.run(store, request));
    process.stdout.write(`${said}\n`);
    return 0;
  },
};

interface Action {
  access: Access;
  run(store: Store, request: Request): Promise<string>;
}

const ACTIONS: Record<string, Action> = {
  list: {
    access: 'read',
    async run(store, { all, json }) {
      const list = await listTickets(store, all ? 'all' : 'open');
      if (json) return list.map((ticket) => printableJson(ticket)).join('\n');
      return list.length === 0 ? words.none : list.map(line).join('\n');
    },
  },
  show: {
    access: 'read',
    async run(store, { rest: [id], json }) {
      const ticket = await showTicket(store, given(id));
      return json ? printableJson(ticket) : whole(ticket);
    },
  },
  reply: {
    access: 'beside',
    async run(store, { rest: [id, ...text] }) {
      const ticket = await replyToTicket(store, given(id), text.join(' '));
      return words.replied(ticket.id);
    },
  },
  close: {
    access: 'beside',
    async run(store, { rest: [id, ...text] }) {
      const ticket = await closeTicket(store, given(id), text.join(' '), announcer(loadSettings()));
      return words.closedByYou(ticket.id);
    },
  },
};

function given(id: string | undefined): string {
  if (!id) throw new UserError(USAGE);
  return id;
}

const time = (at: number) => shanghaiTime(at).replace('T', ' ');

function line({ id, state, openedAt, question }: Ticket): string {
  return `${id}　${words.state[state]}　${time(openedAt)}　${printableLine(question)}`;
}

function whole(ticket: Ticket): string {
  const rows: [string, string | null][] = [
    ['来自', `${ticket.channel} ${ticket.senderId}`],
    ['关于', ticket.about],
    ['责任单位', ticket.department],
    ['已知情况', ticket.known || null],
  ];
  return [
    line(ticket),
    ...rows
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name}：${printableLine(value ?? '')}`),
    ...ticket.replies.map(({ text, at }) => `回复（${time(at)}）：${printableLine(text)}`),
  ].join('\n');
}
