/** The console: a prompt with history for a person, a message a line on a pipe, JSON a line for a machine. */
import { randomUUID } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import type { Channel, ChannelHealth, Receive } from '../channel.ts';
import { openPipe } from './pipe.ts';
import { openPrompt } from './prompt.ts';
import { readLine } from './read-line.ts';
import { coloured, jsonLine, plainText } from './render.ts';

export interface ConsoleOptions {
  input: Readable;
  output: Writable;
  /** A JSON object a line instead of text. */
  json?: boolean;
  /** A prompt with line editing and history; by default where both ends are a terminal. */
  interactive?: boolean;
  /** Where the prompt keeps its history between runs. */
  historyFile?: string;
  /** The prompt is shown once this has resolved: what is to stand above it is printed by then. */
  after?: Promise<void>;
}

export interface ConsoleChannel extends Channel {
  /** Resolves at the end of the input (Ctrl-D), when every line has been received. */
  ended: Promise<void>;
}

export const CONSOLE_CONVERSATION = 'console';

export function consoleChannel(options: ConsoleOptions): ConsoleChannel {
  const { input, output, json = false, historyFile, after } = options;
  const interactive = options.interactive ?? (!json && isTerminal(input) && isTerminal(output));
  const colours = interactive && hasColours(output);
  const lines = interactive ? openPrompt(input, output, historyFile) : openPipe(input, output);
  const started = Promise.withResolvers<Receive>();
  const health: ChannelHealth = { state: 'up', detail: '控制台可以使用。', since: Date.now() };

  async function takeLine(line: string): Promise<void> {
    const { text, quoted } = json ? readLine(line) : { text: line.trim() };
    if (text === '' && quoted === undefined) return;
    const receive = await started.promise;
    await receive({
      channel: 'console',
      conversationId: CONSOLE_CONVERSATION,
      senderId: CONSOLE_CONVERSATION,
      isGroup: false,
      addressedToBot: true,
      text,
      ...(quoted !== undefined && { quoted }),
      eventId: randomUUID(),
      receivedAt: Date.now(),
    });
  }

  return {
    name: 'console',
    capabilities: {
      textLimit: null,
      // A machine gets the choices as data; for a person the gateway numbers them.
      buttons: json,
      links: json,
      push: 'always',
      pace: null,
      trusted: true,
    },
    ended: Promise.all([started.promise, after]).then(() => lines.read(takeLine)),
    async start(receive) {
      started.resolve(receive);
    },
    async send(_conversationId, message) {
      const text = json ? jsonLine(message) : colours ? coloured(message) : plainText(message);
      return (await lines.print(text)) ? { kind: 'sent' } : NOBODY_READS;
    },
    async stop() {
      lines.close();
    },
    health: () => health,
  };
}

/** `huiqi chat | head -1`: who read has gone, and comes no more. */
const NOBODY_READS = { kind: 'rejected', reason: '读的一方已关闭管道', permanent: true } as const;

/** Node knows what the terminal can do, and heeds NO_COLOR. */
const hasColours = (stream: Writable): boolean =>
  'hasColors' in stream && typeof stream.hasColors === 'function' && stream.hasColors() === true;

const isTerminal = (stream: Readable | Writable): boolean => 'isTTY' in stream && stream.isTTY === true;
