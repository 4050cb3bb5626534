/** A thread is stopped for how long it has worked, and not for having waited for its turn. */
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { limitWork } from '../../src/ingest/index.ts';

let thread: Worker;
afterEach(() => thread.terminate());

const starting = (program: string): Worker => new Worker(program, { eval: true });
const SAY_SO = "require('node:worker_threads').parentPort.postMessage('read');";
const waitMilliseconds = (n: number) => `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${n});`;

/** Which comes first: the thread's answer or the limit. */
const endOf = (limit: number): Promise<string> =>
  new Promise((resolve) => {
    const takeLimitBack = limitWork(thread, limit, () => resolve('stopped'));
    thread.once('message', (said: string) => {
      takeLimitBack();
      resolve(said);
    });
  });

test('one that was kept waiting for longer than it may work reads to its end', async () => {
  thread = starting(`${waitMilliseconds(1500)} ${SAY_SO}`);
  expect(await endOf(500)).toBe('read');
});

test('one that works on and on is stopped', async () => {
  thread = starting('for (;;);');
  expect(await endOf(200)).toBe('stopped');
});

test('one that waits for ever is stopped too', async () => {
  thread = starting(waitMilliseconds(2_000_000_000));
  expect(await endOf(20)).toBe('stopped');
});

test('what a thread did before does not count', async () => {
  thread = starting(`
    const { parentPort } = require('node:worker_threads');
    for (const end = Date.now() + 600; Date.now() < end; );
    parentPort.on('message', () => { ${waitMilliseconds(800)} parentPort.postMessage('read'); });
    parentPort.postMessage('ready');`);
  await new Promise((resolve) => thread.once('message', resolve));
  thread.postMessage('next');
  expect(await endOf(300)).toBe('read');
});

test('after it is taken back nothing is stopped', async () => {
  thread = starting('for (;;);');
  let wasStopped = false;
  limitWork(thread, 20, () => {
    wasStopped = true;
  })();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(wasStopped).toBe(false);
});
