/** Lines from a pipe, answers to a pipe. */
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Lines } from './lines.ts';

export function openPipe(input: Readable, output: Writable): Lines {
  let reader: Interface | undefined;
  let isRead = true;
  // Without a listener the first write to a closed pipe would end the process in the middle of an answer.
  output.on('error', () => {
    isRead = false;
    reader?.close();
  });
  return {
    async read(each) {
      // Not before: a reader without a listener lets lines go by.
      reader = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
      for await (const line of reader) {
        if (!isRead) return;
        await each(line);
      }
    },
    print: (text) =>
      new Promise((written) => {
        output.write(`${text}\n`, (error) => written(!error));
      }),
    close: () => reader?.close(),
  };
}
