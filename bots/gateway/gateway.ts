/**
 * What every channel shares, once. A message in: store it (durably, each event once) → queue of its chat → time limit →
 * `app.handle` → outbox → paced out. Nothing of one message can end the process or hold up another chat.
 */
import { randomUUID } from 'node:crypto';
import { replyId } from '../../src/contract/index.ts';
import { EarlierUnanswered, type Store, type StoredInbound } from '../../src/service/index.ts';
import { channelWords as words } from '../../src/words/index.ts';
import type {
  Channel,
  ChannelHealth,
  InboundMessage,
  OutboundMessage,
  Receive,
  SendOutcome,
} from '../channel.ts';
import { chatTag, describeError, type Log, silentLog } from '../log.ts';
import { createRateLimit } from '../rate-limit.ts';
import { atMost, realTiming, type Timing } from '../timing.ts';
import { unwatched, type Watch } from '../watch.ts';
import type { MessageHandler } from './handler.ts';
import { keptOf, refusalOf } from './incoming.ts';
import { createLanes } from './lanes.ts';
import { createLeftOver } from './left-over.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { createOutbox } from './outbox.ts';
import { createStarter } from './starting.ts';
import { readStored } from './stored-message.ts';
import { createTimeLimit } from './time-limit.ts';
import type { ChatTarget } from './transmit.ts';

export interface GatewayOptions {
  store: Store;
  app: MessageHandler;
  channels: Channel[];
  timing?: Timing;
  log?: Log;
  limits?: Partial<Limits>;
  watch?: Watch;
}

export interface Gateway {
  /**
   * Takes up what was left unanswered, then opens every channel. Throws the UserError of one that is set wrongly; `stop` may be
   * called before it resolves.
   */
  start(): Promise<void>;
  /** Closes the ears, finishes what is at hand, sends what is due, closes. What is left is taken up at the next start. */
  stop(): Promise<void>;
  /** Something was added to the outbox outside of `handle` (a ticket's reply, a reminder). */
  wake(): void;
  /** Sends now, in the pace that replies share; for a sender with its own ledger. */
  send(target: ChatTarget, message: OutboundMessage): Promise<SendOutcome>;
  channel(name: string): Channel | undefined;
  health(): Record<string, ChannelHealth>;
  /** Resolves when every message received so far is answered, and what could leave has left. */
  idle(): Promise<void>;
}

const IDLE_MS = 60_000;
const CONFLICT_TRIES = 3;
/** With the first time, a message is begun three times. */
const MOST_BEGUN_AGAIN = 2;

export function createGateway(options: GatewayOptions): Gateway {
  const { store, app, timing = realTiming(), log = silentLog, watch = unwatched } = options;
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const channels = new Map(options.channels.map((channel) => [channel.name, channel]));
  const outbox = createOutbox({ store, channels, timing, log, watch, worker: `gateway-${randomUUID()}` });
  const idempotent = options.channels.flatMap(({ name, capabilities }) =>
    capabilities.idempotent ? [name] : [],
  );
  const rate = createRateLimit(limits.perSenderPerMinute);
  const timeLimit = createTimeLimit(timing);
  const queues = createLanes();
  const oneByOne = createLanes();
  const inHand = new Set<string>();
  const stopping = new AbortController();
  const starter = createStarter({ receive, timing, log, stopping: stopping.signal });
  const leftOver = createLeftOver({
    store,
    outbox,
    limits,
    log,
    idempotent,
    isOurs: (channel) => channels.has(channel),
    takeUp: (message) => queue(message, true),
  });

  async function receive(
    message: InboundMessage,
    alongside: Parameters<Receive>[1],
  ): Promise<'stored' | 'duplicate' | 'refused'> {
    if (message.isGroup && !message.addressedToBot) return 'refused';
    const sender = `${message.channel}\0${message.senderId}`;
    const trusted = channels.get(message.channel)?.capabilities.trusted === true;
    const verdict = trusted ? 'pass' : rate.check(sender, timing.now());
    if (verdict === 'refuse-once') await addReply(message, words.tooMany);
    if (verdict !== 'pass') return 'refused';

    const kept = keptOf(message, limits.textLength);
    const { channel, eventId, conversationId, senderId, receivedAt } = kept;
    const body = JSON.stringify(kept);
    const stored = await store.transaction(async (records) => {
      const event = { channel, eventId, conversationId, senderId, body, receivedAt };
      const received = await records.inbound.receive(event);
      if (received === 'new') await alongside?.(records, kept);
      return received;
    });
    if (stored === 'duplicate') return 'duplicate';
    rate.count(sender, timing.now());
    queue(kept);
    return 'stored';
  }

  function queue(message: InboundMessage, leftOver = false): void {
    const key = replyId(message, 0);
    if (inHand.has(key)) return;
    inHand.add(key);
    queues
      .run(`${message.channel}\0${message.conversationId}`, () =>
        leftOver ? oneByOne.run('', () => answerAgain(message)) : answer(message),
      )
      .catch((error: unknown) =>
        log.error({ error: describeError(error, message.text) }, 'gateway: not answered'),
      )
      .finally(() => inHand.delete(key));
  }

  /**
   * What an earlier process has left may be what ended it: counted before each beginning, and one at a time, so that
   * nothing else is counted when it ends this one too.
   */
  async function answerAgain(message: InboundMessage): Promise<void> {
    if (stopping.signal.aborted) return;
    const { channel, eventId } = message;
    const tries = await store.transaction((records) => records.inbound.beginAgain(channel, eventId));
    if (tries === 0) return;
    if (tries <= MOST_BEGUN_AGAIN) return answer(message);
    log.error(
      { channel, chat: chatTag(channel, message.conversationId) },
      'gateway: a message was begun too often; set aside',
    );
    await addReply(message, words.failed);
  }

  async function answer(message: InboundMessage): Promise<void> {
    if (stopping.signal.aborted) return;
    const about = { channel: message.channel, chat: chatTag(message.channel, message.conversationId) };
    const since = timing.now();
    const refusal = refusalOf(message, limits.textLength);
    if (refusal) {
      await addReply(message, refusal);
      return;
    }
    const ending = await timeLimit.run(limits.answerMs, (signal) => handle(message, signal));
    const milliseconds = timing.now() - since;
    const endedAs = (ending: 'done' | 'too-slow' | 'failed') =>
      watch.answered({ channel: message.channel, eventId: message.eventId, since, milliseconds, ending });
    if (ending.kind === 'done') {
      endedAs('done');
      log.info({ ...about, milliseconds }, 'answered');
    } else if (ending.kind === 'over') {
      endedAs('too-slow');
      log.error({ ...about, milliseconds }, 'answer took too long');
      await addReply(message, words.tooSlow);
    } else if (ending.kind === 'failed') {
      endedAs('failed');
      log.error({ ...about, error: describeError(ending.error, message.text) }, 'answer failed');
      await addReply(message, words.failed);
    }
  }

  /** Another process, or another sender's message, may have changed the same records meanwhile. */
  async function handle(message: InboundMessage, signal: AbortSignal): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        const share = outbox.share(message);
        await app.handle(message, signal, share.take);
        share.committed();
        return;
      } catch (error) {
        if (error instanceof EarlierUnanswered) {
          await handleEarlier(error.earlier, signal);
          tries -= 1;
          continue;
        }
        const conflict = error instanceof Error && error.name === 'ConflictError';
        if (!conflict || tries === CONFLICT_TRIES || signal.aborted) throw error;
      }
    }
  }

  /** Another worker stored it and has not come to it, or is gone: whoever has the chat answers what came first. */
  async function handleEarlier(stored: StoredInbound, signal: AbortSignal): Promise<void> {
    const message = readStored(stored);
    if (message === null) return leftOver.setAside(stored);
    const refusal = refusalOf(message, limits.textLength);
    return refusal ? addReply(message, refusal) : handle(message, signal);
  }

  async function addReply(message: InboundMessage, text: string): Promise<void> {
    const { channel, conversationId, senderId, isGroup, eventId } = message;
    const reply: OutboundMessage = { text, choices: [] };
    await store.transaction(async (records) => {
      const at = store.now();
      const item = { channel, conversationId, senderId, isGroup, body: JSON.stringify(reply), createdAt: at };
      await records.outbox.reply({ id: replyId(message, 0), ...item }, eventId);
    });
    outbox.wake();
  }

  /** A wrong setting ends the start. Any other trouble is that channel's alone: it is tried again beside the others. */
  async function startChannels(): Promise<void> {
    try {
      await Promise.all([...channels.values()].map(starter.start));
    } catch (error) {
      await stop();
      throw error;
    }
  }

  let stopped: Promise<void> | null = null;
  function stop(): Promise<void> {
    stopped ??= closeDown();
    return stopped;
  }

  async function closeDown(): Promise<void> {
    const all = [...channels.values()];
    await Promise.allSettled(all.map((channel) => channel.stop()));
    const end = timing.now() + limits.drainMs;
    await atMost(timing, limits.drainMs, queues.idle());
    stopping.abort();
    timeLimit.stop();
    await outbox.drain(Math.max(0, end - timing.now()));
    await outbox.stop();
    await Promise.allSettled(all.map((channel) => channel.close?.()));
  }

  return {
    async start() {
      await leftOver.atStart();
      await startChannels();
      if (stopped) return;
      outbox.wake();
      void leftOver.sweepUntil(stopping.signal, timing);
    },
    stop,
    wake: () => outbox.wake(),
    send: (target, message) => outbox.send(target, message),
    channel: (name) => channels.get(name),
    health: () =>
      Object.fromEntries(
        [...channels].map(([name, channel]) => [name, starter.trouble(name) ?? channel.health()]),
      ),
    async idle() {
      await queues.idle();
      await outbox.drain(IDLE_MS);
    },
  };
}
