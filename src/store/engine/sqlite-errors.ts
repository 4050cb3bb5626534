/** SQLite's result codes as sentences for the operator. https://www.sqlite.org/rescode.html */
import { UserError } from '../../contract/index.ts';

const SENTENCES: Record<number, (file: string) => string> = {
  5: (file) => `${file} 正被别的程序占用，等了 5 秒仍写不进去。请稍后再试。`,
  8: (file) => `${file} 是只读的，写不进去。请检查目录和文件的权限，或用 HUIQI_DATA_DIR 换一个可写的目录。`,
  10: (file) => `读写 ${file} 时磁盘出错。已确认的数据没有改动；请检查磁盘后再启动。`,
  11: (file) => `${file} 已损坏，没有改动它。请把它移开，再用 huiqi restore 从备份恢复。`,
  13: (file) => `磁盘已满，${file} 写不进去。已确认的数据没有改动；请腾出空间后再启动。`,
  14: (file) =>
    `打不开 ${file}。请检查目录是否存在、是否可写、磁盘是否已满，或用 HUIQI_DATA_DIR 换一个目录。`,
  26: (file) =>
    `${file} 不是惠企的数据文件（或已损坏），没有改动它。请把它移开，再用 huiqi restore 从备份恢复。`,
};

/** What the file system answers when the folder cannot be made. */
const FOLDER_CODES = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT']);

export function explainSqliteError(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error;
  const { errcode, code } = error as { errcode?: number; code?: string };
  // The low byte is the primary code, the rest says more.
  const sentence = errcode === undefined ? undefined : SENTENCES[errcode & 0xff];
  if (sentence) return new UserError(sentence(file), { cause: error });
  if (code === 'ENOSPC') return new UserError(SENTENCES[13]?.(file), { cause: error });
  if (code && FOLDER_CODES.has(code)) return new UserError(SENTENCES[14]?.(file), { cause: error });
  return error;
}

export function isBusy(error: unknown): boolean {
  return error instanceof Error && ((error as { errcode?: number }).errcode ?? 0) % 256 === 5;
}
