/**
 * One bot a data folder. The owner keeps a transaction open on a small database of its own beside the data: the kernel releases it however
 * the process ends, and readers of the data are not held up. The reserved (not exclusive) lock lets a refused process read the owner's id.
 */
import { UserError } from '../../contract/index.ts';
import { connect, type SqliteConnection } from './node-sqlite-dialect.ts';
import { isBusy } from './sqlite-errors.ts';

export interface SideLock {
  release(): void;
}

/** Throws a UserError that names the file and the owner's process when another process has it. */
export function takeSideLock(file: string): SideLock {
  const lock = connect(`${file}.lock`, { readOnly: false, busyTimeoutMs: 200 });
  try {
    // Written first and reserved again after: between the two another process may come in, and then this one is refused.
    lock.exec('begin immediate; create table if not exists owner (pid integer); delete from owner;');
    lock.prepare('insert into owner (pid) values (?)').run(process.pid);
    lock.exec('commit; begin immediate;');
  } catch (error) {
    const owner = isBusy(error) ? ownerOf(lock) : null;
    lock.close();
    if (!isBusy(error)) throw error;
    const who = owner === null ? '' : `（进程号 ${owner}）`;
    throw new UserError(
      `${file} 正被另一个惠企进程使用${who}，一个数据目录只能由一个进程打开。请先停掉它，或用 HUIQI_DATA_DIR 换一个目录。`,
    );
  }
  return { release: () => lock.close() };
}

function ownerOf(lock: SqliteConnection): number | null {
  try {
    const row = lock.prepare('select pid from owner').get();
    return typeof row?.pid === 'number' ? row.pid : null;
  } catch {
    return null;
  }
}
