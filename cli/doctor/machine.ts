/** The machine: program, disk, clock. */
import { existsSync, statfsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { shanghaiTime } from '../../src/contract/index.ts';
import type { Settings } from '../../src/service/index.ts';
import { version } from '../help.ts';
import { bad, type Finding, note, ok } from './finding.ts';

export const lookAtProgram = (): Finding[] => [
  ok('程序', `惠企 ${version()}，Node ${process.versions.node}。`),
];

const TOO_LITTLE = 100 * 1024 ** 2;
const LITTLE = 1024 ** 3;

/** A backup needs as much room again as the store. */
export async function lookAtDisk(settings: Settings): Promise<Finding[]> {
  const folders = [settings.HUIQI_DATA_DIR, settings.BACKUP_DIR].filter((folder) => folder !== undefined);
  return Promise.all(folders.map((folder) => lookAtFolder(folder)));
}

async function lookAtFolder(folder: string): Promise<Finding> {
  const about = '磁盘';
  const there = nearestThatExists(folder);
  try {
    await access(there, constants.W_OK);
  } catch {
    return bad(about, `${folder} 不能写，请检查目录的权限。`);
  }
  const { bavail, bsize } = statfsSync(there);
  const free = bavail * bsize;
  const says = `${folder} 所在的盘还有 ${size(free)}`;
  if (free < TOO_LITTLE) return bad(about, `${says}，不够用了，请清理磁盘。`);
  return free < LITTLE ? note(about, `${says}，偏少，请留意。`) : ok(about, `${says}。`);
}

const nearestThatExists = (folder: string): string => {
  const path = resolve(folder);
  return existsSync(path) ? path : nearestThatExists(dirname(path));
};

const size = (bytes: number): string =>
  bytes >= 1024 ** 3 ? `${(bytes / 1024 ** 3).toFixed(1)} GB` : `${Math.round(bytes / 1024 ** 2)} MB`;

const MOST_SKEW_MS = 60_000;

/**
 * Deadlines and reminders stand on the clock. `others`: what others take the time for, each with its name: a database server, what was
 * stored last.
 */
export function lookAtClock(now: number, others: { name: string; at: number; isPast: boolean }[]): Finding[] {
  const about = '时钟';
  const says = `北京时间 ${shanghaiTime(now).replace('T', ' ')}`;
  const wrong = others.filter(({ at, isPast }) => (isPast ? at - now : Math.abs(at - now)) > MOST_SKEW_MS);
  if (wrong.length === 0) return [ok(about, `${says}。`)];
  return wrong.map(({ name, at }) =>
    bad(about, `${says}，与${name}（${shanghaiTime(at).replace('T', ' ')}）对不上，请校准本机的时间。`),
  );
}
