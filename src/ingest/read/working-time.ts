/** Limits of time for threads that give way: what counts is how long one has worked, not how long others kept it from working. */
import type { Worker } from 'node:worker_threads';

/** A thread that waits, for others or for nothing, may take as many times as long. */
const PATIENCE = 6;

/** Calls `stop` once the thread has worked for so many milliseconds from now on. Returns what takes the limit back. */
export function limitWork(thread: Worker, milliseconds: number, stop: () => void): () => void {
  let isOver = false;
  let next: NodeJS.Timeout;
  const end = () => {
    isOver = true;
    clearTimeout(next);
    clearTimeout(last);
  };
  const stopNow = () => {
    if (isOver) return;
    end();
    stop();
  };
  const last = setTimeout(stopNow, milliseconds * PATIENCE);
  // One that has ended, or has not begun, has worked no longer than it had.
  const worked = async () => {
    const { user, system } = await thread.cpuUsage();
    return (user + system) / 1000;
  };
  const before = worked().catch(() => 0);
  const look = async () => {
    const left = milliseconds - ((await worked().catch(() => 0)) - (await before));
    if (left <= 0) stopNow();
    else if (!isOver) next = setTimeout(look, Math.max(left, SHORTEST));
  };
  next = setTimeout(look, milliseconds);
  return end;
}

/** Milliseconds between two looks. */
const SHORTEST = 50;
