/** `tickets [list|show N|reply N TEXT|close N [TEXT]]`: what contacts have asked a person, and the officer's answers. */
import { randomUUID } from 'node:crypto';
import { shanghaiTime } from '../src/clock.ts';
import type { OutboundMessage } from '../src/message.ts';
import { loadSettings } from '../src/settings.ts';
import { openStore, type Records, storeOptions, type Ticket } from '../src/store/index.ts';
import { UserError } from '../src/user-error.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

const USAGE =
  '用法：huiqi tickets [list [--all]|show 编号|reply 编号 回复内容|close 编号 [办结说明]] [--json]';

const words = {
  state: { open: '待办', answered: '已回复', closed: '已办结' },
  none: '没有待办的工单。加 --all 看全部。',
  reply: (id: string, text: string) => `您反映的问题（${id}）有回复了：\n${text}\n还有不清楚的，直接接着问。`,
  closed: (id: string, text: string) =>
    `您反映的问题（${id}）已办结。${text ? `\n${text}` : ''}\n如果还没解决，回我一声，我再转给工作人员。`,
  replied: (id: string) => `已回复 ${id}，消息会由正在运行的 huiqi serve 发给对方。`,
  closedByYou: (id: string) => `已办结 ${id}，会告知对方。`,
};

interface Request {
  rest: string[];
  all: boolean;
  json: boolean;
}

export const command: Command = {
  summary: '看工单、回复、办结：tickets [list|show N|reply N 内容|close N]',
  async run(argv) {
    const { values, positionals } = readOptions(argv, {
      json: { type: 'boolean' },
      all: { type: 'boolean' },
    });
    const [action = 'list', ...rest] = positionals;
    const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!act) throw new UserError(USAGE);
    // Beside the running bot: see engine/sqlite.ts for why this is safe.
    const store = await openStore(storeOptions(loadSettings(), act.access));
    try {
      const request = { rest, all: values.all === true, json: values.json === true };
      const said = await store.transaction((records) => act.run(records, request, store.now()));
      process.stdout.write(`${said}\n`);
    } finally {
      await store.close();
    }
    return 0;
  },
};

interface Action {
  access: 'read' | 'beside';
  run(records: Records, request: Request, now: number): Promise<string>;
}

const ACTIONS: Record<string, Action> = {
  list: {
    access: 'read',
    async run({ tickets }, { all, json }) {
      const list = (await tickets.list()).filter((ticket) => all || ticket.state !== 'closed');
      if (json) return list.map((ticket) => JSON.stringify(ticket)).join('\n');
      return list.length === 0 ? words.none : list.map(line).join('\n');
    },
  },
  show: {
    access: 'read',
    async run(records, { rest, json }) {
      const ticket = await find(records, rest[0]);
      return json ? JSON.stringify(ticket) : whole(ticket);
    },
  },
  reply: {
    access: 'beside',
    async run(records, { rest: [id, ...text] }, now) {
      const ticket = await find(records, id);
      const reply = text.join(' ').trim();
      if (!reply) throw new UserError(`请写回复内容：huiqi tickets reply ${ticket.id} 回复内容`);
      if (ticket.state === 'closed') throw new UserError(`${ticket.id} 已经办结，不能再回复。`);
      await records.tickets.reply(ticket.id, reply, now);
      await tell(records, ticket, words.reply(ticket.id, reply), now);
      return words.replied(ticket.id);
    },
  },
  close: {
    access: 'beside',
    async run(records, { rest: [id, ...text] }, now) {
      const ticket = await find(records, id);
      if (ticket.state === 'closed') throw new UserError(`${ticket.id} 已经办结过了。`);
      await records.tickets.close(ticket.id, now);
      await tell(records, ticket, words.closed(ticket.id, text.join(' ').trim()), now);
      return words.closedByYou(ticket.id);
    },
  },
};

async function find({ tickets }: Records, id: string | undefined): Promise<Ticket> {
  if (!id) throw new UserError(USAGE);
  const ticket = await tickets.get(id);
  if (!ticket) throw new UserError(`没有 ${id} 这张工单。用 huiqi tickets list --all 看全部编号。`);
  return ticket;
}

/** In the same transaction as the change itself: both or neither. */
async function tell({ outbox }: Records, ticket: Ticket, text: string, now: number): Promise<void> {
  const message: OutboundMessage = { text, choices: [] };
  await outbox.add({
    id: `ticket:${ticket.id}:${randomUUID()}`,
    channel: ticket.channel,
    conversationId: ticket.conversationId,
    senderId: ticket.senderId,
    isGroup: ticket.isGroup,
    body: JSON.stringify(message),
    createdAt: now,
  });
}

const time = (at: number) => shanghaiTime(at).replace('T', ' ');

function line({ id, state, openedAt, question }: Ticket): string {
  return `${id}　${words.state[state]}　${time(openedAt)}　${question}`;
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
    ...rows.filter(([, value]) => value !== null).map(([name, value]) => `${name}：${value}`),
    ...ticket.replies.map(({ text, at }) => `回复（${time(at)}）：${text}`),
  ].join('\n');
}
