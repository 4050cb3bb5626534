/** Threads that read what was brought in, beside those that answer somebody. */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

const LOWER = 10;

/**
 * The calling thread lets those go first whom somebody waits for. Linux has a number for each thread of a process, and takes a priority for it;
 * where there is none, or it is not allowed, all threads are alike and the work is done all the same.
 */
export function giveWay(): void {
  try {
    const thread = /\d+$/u.exec(readlinkSync('/proc/thread-self'))?.[0];
    if (thread) setPriority(Number(thread), LOWER);
  } catch {}
}
