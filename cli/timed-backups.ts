/**
 * The day's backup, made by a process of its own: copying a large store would hold up every conversation. Whether it is due is asked of
 * the folder, so that a restart makes up for what was missed and several workers make one.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Log } from '../bots/index.ts';
import { isBackupDue, type Settings } from '../src/service/index.ts';

const CLI = fileURLToPath(
  new URL(`../cli${import.meta.url.endsWith('.js') ? '.js' : '.ts'}`, import.meta.url),
);
const LOOK_EVERY_MS = 60_000;

export interface TimedBackups {
  stop(): void;
}

export function startTimedBackups(
  { BACKUP_DIR: folder, BACKUP_AT: at }: Settings,
  log: Log,
  { everyMs = LOOK_EVERY_MS, now = Date.now }: { everyMs?: number; now?: () => number } = {},
): TimedBackups {
  if (folder === undefined) return { stop() {} };
  let running = false;
  const look = () => {
    if (running || !isBackupDue(folder, at, now())) return;
    running = true;
    execFile(process.execPath, [CLI, 'backup', '--into', folder], (error, stdout, stderr) => {
      running = false;
      if (error) log.error({ reason: stderr.trim() }, 'backup: not made; tried again in a minute');
      else log.info({ said: stdout.trim() }, 'backup: made');
    });
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
