/** `chat [--json] [--today D]`: the conversation in a terminal, or a message a line on a pipe. */

import { consoleChannel } from '../bots/console/index.ts';
import { type Channel, createGateway, createLog } from '../bots/index.ts';
import { clockOn } from '../src/contract/index.ts';
import { createApp, loadSettings, openShelf, openState } from '../src/service/index.ts';
import type { Command } from './command.ts';
import { JSON_OUT, type Options, readDay, readOptions, TODAY } from './options.ts';

const options = { json: JSON_OUT, today: TODAY } as const satisfies Options;

export const command: Command = {
  summary: '在终端里对话；管道里一行一条消息',
  usage: ['chat', 'chat --json'],
  options,
  async run(argv) {
    const { values } = readOptions(argv, options);
    const settings = loadSettings();
    const today = readDay(values.today) ?? settings.HUIQI_TODAY;
    const store = await openState(settings);
    const knowledge = await openShelf(settings.HUIQI_KNOWLEDGE_DIR, store, settings.HUIQI_UNTICKED);
    const channel = consoleChannel({
      input: process.stdin,
      output: process.stdout,
      json: values.json === true,
    });
    const app = createApp({
      knowledge,
      store,
      clock: clockOn(today),
      capabilitiesOf: () => channel.capabilities,
      publicUrl: settings.PUBLIC_URL,
    });
    // A line is answered before the next is read: what a pipe says in one go is still a conversation.
    const inTurn: Channel = {
      ...channel,
      start: (receive) =>
        channel.start(async (message) => {
          const received = await receive(message);
          await gateway.idle();
          return received;
        }),
    };
    const log = createLog({ level: 'error' });
    const gateway = createGateway({ store, app, channels: [inTurn], log });
    // A document that is approved while one talks answers the next question.
    const ended = new AbortController();
    const watching = knowledge.watch({
      stopping: ended.signal,
      onSwap: () => {},
      onError: (error) => log.error({ err: error }, 'shelf: not read; the library stays as it is'),
    });
    try {
      await gateway.start();
      await channel.ended;
      await gateway.idle();
    } finally {
      ended.abort();
      await watching;
      await gateway.stop();
      await store.close();
    }
    return 0;
  },
};
