/** Lines from a pipe, answers to a pipe. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Lines } from './index.ts';

export function openPipe(input: Readable, output: Writable): Lines {
  const reader = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
  return {
    async read(each) {
      for await (const line of reader) await each(line);
    },
    print: (text) =>
      new Promise((written) => {
        output.write(`${text}\n`, () => written());
      }),
    close: () => reader.close(),
  };
}
