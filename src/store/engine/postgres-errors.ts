/** PostgreSQL's error codes: what may be tried again, and sentences for the operator. https://www.postgresql.org/docs/18/errcodes-appendix.html */
import { UserError } from '../../contract/index.ts';

/** serialization_failure, deadlock_detected, lock_not_available */
const CONFLICTS = new Set(['40001', '40P01', '55P03']);
/** Network, then: admin_shutdown, crash_shutdown, cannot_connect_now, connection exceptions, too_many_connections. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '53300',
]);
/** Errors of the pg package that bear no code. */
const BROKEN_CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|connection has been discarded/u;

export function isConflict(error: unknown): boolean {
  return CONFLICTS.has(codeOf(error));
}

export function isUnreachable(error: unknown): boolean {
  if (UNREACHABLE.has(codeOf(error))) return true;
  // A name that has several addresses fails with one error for each.
  if (error instanceof AggregateError) return error.errors.some(isUnreachable);
  return error instanceof Error && BROKEN_CONNECTION.test(error.message);
}

const SENTENCES: Record<string, (where: string) => string> = {
  '28P01': (where) => `数据库 ${where} 不认这个用户名或密码。请检查 DATABASE_URL。`,
  '28000': (where) => `数据库 ${where} 不让这个用户登录。请检查 DATABASE_URL 和服务器的 pg_hba.conf。`,
  '3D000': (where) => `数据库 ${where} 不存在。请先建好它，或检查 DATABASE_URL。`,
  '42501': (where) => `数据库 ${where} 的这个用户没有建表或写入的权限。请给他权限后再启动。`,
  '53100': (where) => `数据库 ${where} 的磁盘已满。已确认的数据没有改动；请腾出空间后再启动。`,
  '25006': (where) => `数据库 ${where} 是只读的（可能是备库）。请把 DATABASE_URL 指到主库。`,
  ENOTFOUND: (where) => `找不到数据库服务器 ${where}。请检查 DATABASE_URL 里的地址。`,
};

export function explainPostgresError(error: unknown, where: string): unknown {
  if (error instanceof UserError) return error;
  const sentence = SENTENCES[codeOf(error)];
  if (sentence) return new UserError(sentence(where), { cause: error });
  if (isUnreachable(error))
    return new UserError(`连不上数据库 ${where}。请确认它已启动、DATABASE_URL 写对了。`, { cause: error });
  return error;
}

function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}
