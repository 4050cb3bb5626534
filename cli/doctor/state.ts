/** What is kept: state, documents, backups. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { shanghaiDay, UserError } from '../../src/contract/index.ts';
import { listBackups, openShelf, type Settings, type Store, withState } from '../../src/service/index.ts';
import { bad, type Finding, note, ok } from './finding.ts';
import { lookAtClock } from './machine.ts';

/** State, documents and clock; nothing is made or changed. */
export async function lookAtState(settings: Settings, now: number): Promise<Finding[]> {
  const file = join(settings.HUIQI_DATA_DIR, 'huiqi.sqlite');
  if (!settings.DATABASE_URL && !existsSync(file)) {
    const none = note('数据', `${settings.HUIQI_DATA_DIR} 里还没有数据，第一次启动时会建好。`);
    return [none, ...(await lookAtShelf(settings, null)), ...lookAtClock(now, [])];
  }
  try {
    return await withState(settings, 'look', async (store) => [
      ...(await lookAtStore(store)),
      ...(await lookAtShelf(settings, store)),
      ...lookAtClock(now, [
        store.engine === 'postgres'
          ? { name: '数据库的时间', at: store.now(), isPast: false }
          : { name: '上次写数据的时间', at: statSync(file).mtimeMs, isPast: true },
      ]),
    ]);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [bad('数据', error.message), ...lookAtClock(now, [])];
  }
}

async function lookAtStore(store: Store): Promise<Finding[]> {
  const [outbox, reminders, waiting] = await store.transaction(
    async (records) =>
      [
        await records.outbox.counts(),
        await records.reminders.counts(),
        await records.inbound.unanswered(),
      ] as const,
  );
  const engine = store.engine === 'postgres' ? 'PostgreSQL' : 'SQLite';
  const count = (counts: Record<string, number>, status: string) => counts[status] ?? 0;
  const failed = count(outbox, 'failed') + count(reminders, 'failed');
  const unsure = count(outbox, 'unsure') + count(reminders, 'unsure');
  return [
    ok('数据', `${engine} 能读，格式是最新的。`),
    ...(waiting.length > 0
      ? [note('数据', `有 ${waiting.length} 条消息收到了还没回，机器人启动后会接着回。`)]
      : []),
    ...(failed > 0
      ? [note('数据', `有 ${failed} 条消息没发成，看 huiqi reminders deliveries 和日志。`)]
      : []),
    ...(unsure > 0
      ? [note('数据', `有 ${unsure} 条消息不确定是否送达，不会重发；提醒的看 huiqi reminders unsure。`)]
      : []),
  ];
}

async function lookAtShelf(settings: Settings, store: Store | null): Promise<Finding[]> {
  try {
    const { knowledge, faults, warnings } = (await openShelf(settings.HUIQI_KNOWLEDGE_DIR, store)).current();
    return [
      ok('文件', `${knowledge.policies.length} 份文件在用。`),
      ...faults.map(({ slug, reason }) => bad('文件', `${slug} 没有用来回答。${reason}`)),
      ...warnings.map((warning) => note('文件', warning)),
    ];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [bad('文件', error.message)];
  }
}

const OLD_DAYS = 2;

export function lookAtBackups({ BACKUP_DIR: folder }: Settings, now: number): Finding[] {
  const about = '备份';
  if (folder === undefined)
    return [
      note(about, '没有设置 BACKUP_DIR，不会自动备份。请设置它，或定时运行 huiqi backup --into 目录。'),
    ];
  const [newest] = listBackups(folder);
  if (!newest) return [note(about, `${folder} 里还没有备份，机器人启动后会在 BACKUP_AT 之后做第一份。`)];
  const oldest = shanghaiDay(now - OLD_DAYS * 24 * 3_600_000);
  return newest.day < oldest
    ? [bad(about, `最近一份备份是 ${newest.day} 的，请检查机器人是否在运行、${folder} 是否能写。`)]
    : [ok(about, `最近一份是 ${newest.day} 的，在 ${folder}。`)];
}
