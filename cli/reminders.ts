/** `reminders [list|deliveries|unsure] [--json]`: the ledger, read beside a running bot. */
import { printableJson, printableLine, shanghaiTime, UserError } from '../src/contract/index.ts';
import {
  type DeliveryRow,
  loadSettings,
  type Records,
  type ReminderRow,
  type ReminderStatus,
  withState,
} from '../src/service/index.ts';
import type { Command } from './command.ts';
import { JSON_OUT, type Options, readOptions } from './options.ts';

const options = { json: JSON_OUT } as const satisfies Options;

const STATUS: Record<ReminderStatus, string> = {
  due: '待发',
  claimed: '待发',
  sending: '正在发',
  sent: '已发',
  unsure: '不确定是否送达',
  failed: '没发成',
  waiting: '等对方来信时告知',
  paused: '已暂停',
  cancelled: '已取消',
  expired: '过期未发',
};
const OUTCOME: Record<DeliveryRow['outcome'], string> = {
  started: '正在发',
  sent: '已送出',
  failed: '没送出',
  unsure: '不确定',
};

type View = { rows: object[]; lines: string[]; none: string };

const VIEWS: Record<string, (records: Records) => Promise<View>> = {
  list: async ({ reminders }) => reminderView(await reminders.list(), '还没有提醒。'),
  unsure: async ({ reminders }) =>
    reminderView(await reminders.list({ status: 'unsure' }), '没有不确定是否送达的提醒。'),
  deliveries: async ({ reminders }) => {
    const rows = await reminders.deliveries();
    return { rows, lines: rows.map((row) => printableLine(deliveryLine(row))), none: '还没有发送过提醒。' };
  },
};

export const command: Command = {
  summary: '看提醒的台账',
  usage: ['reminders list', 'reminders deliveries', 'reminders unsure'],
  options,
  async run(argv) {
    const { values, positionals } = readOptions(argv, options);
    const [name = 'list'] = positionals;
    const view = Object.hasOwn(VIEWS, name) ? VIEWS[name] : undefined;
    if (!view) throw new UserError('用法：huiqi reminders [list|deliveries|unsure] [--json]');
    const { rows, lines, none } = await withState(loadSettings(), 'read', (store) => store.transaction(view));
    const shown = values.json ? rows.map((row) => printableJson(row)) : lines.length > 0 ? lines : [none];
    if (shown.length > 0) process.stdout.write(`${shown.join('\n')}\n`);
    return 0;
  },
};

const time = (at: number) => shanghaiTime(at).replace('T', ' ');

function reminderView(rows: ReminderRow[], none: string): View {
  return { rows, lines: rows.map((row) => printableLine(reminderLine(row))), none };
}

function reminderLine(row: ReminderRow): string {
  const marks = `${row.isLast ? '（最后一次）' : ''}${row.isResend ? '（补发）' : ''}`;
  return `${time(row.dueAt)}　${STATUS[row.status]}${marks}　${row.about}　截至${row.deadline}　${row.channel} ${row.conversationId}`;
}

function deliveryLine(row: DeliveryRow): string {
  return `${time(row.startedAt)}　${OUTCOME[row.outcome]}　${row.id}${row.reason ? `　${row.reason}` : ''}`;
}
