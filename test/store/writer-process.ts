/** Writes until it is killed: `node writer-process.ts FOLDER FIRST`. Prints 'opening', then the id of each message once it is acknowledged. */
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { UserError } from '../../src/contract/user-error.ts';
import { openStore } from '../../src/store/index.ts';

const [dataDir = '', first = '0'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

try {
  say('opening');
  const store = await openStore({ dataDir });
  for (let number = Number(first); ; number += 1) {
    const eventId = `e${number}`;
    const body = createHash('md5')
      .update(eventId)
      .digest('hex')
      .repeat(1 + (number % 40));
    await store.transaction(async (records) => {
      await records.inbound.receive({
        channel: 'test',
        eventId,
        conversationId: 'c',
        senderId: 's',
        body,
        receivedAt: number,
      });
      await records.outbox.add({
        id: eventId,
        channel: 'test',
        conversationId: eventId,
        isGroup: false,
        body,
        createdAt: number,
      });
    });
    say(eventId);
  }
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
