import { randomBytes } from 'node:crypto';
import { clockOn } from '../../../src/contract/clock.ts';
import { createApp } from '../../../src/service/app.ts';
import { openStore } from '../../../src/store/index.ts';
import { describeChannel } from '../../support/channel-contract.ts';
import { knowledge, messagesIn, personAt, readEvents, TODAY, webOn } from './world.ts';

/** A person with the page open: what they see comes through the event stream alone. */
describeChannel('web', async () => {
  const store = await openStore({ memory: true });
  const channel = webOn(createApp({ knowledge, store, clock: clockOn(TODAY) }));
  const person = personAt(channel);
  await person.get('/');
  const stream = readEvents(await person.get('/events?after=0'));
  const shown = () =>
    stream.events.filter(({ event }) => event === 'bot').flatMap(({ data }) => messagesIn(data));
  let last: [path: string, fields: Record<string, string>] = ['/', {}];
  const post = async (fields: Record<string, string>) => {
    last = ['/say', { event: randomBytes(9).toString('base64url'), ...fields }];
    await person.post(...last, { accept: 'application/json' });
  };
  return {
    channel,
    say: (text) => post({ text }),
    seen: () => shown().map(({ text }) => text),
    choose: (index) => post({ choice: shown().at(-1)?.options[index]?.value ?? '' }),
    async repeat() {
      await person.post(...last, { accept: 'application/json' });
    },
    async close() {
      await stream.close();
      await store.close();
    },
  };
});
