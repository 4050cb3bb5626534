/** A channel without a platform: what it is told to answer when something is sent, and when that was. */
import type {
  Capabilities,
  Channel,
  InboundMessage,
  OutboundMessage,
  Receive,
  SendOutcome,
} from '../../bots/channel.ts';
import type { Timing } from '../../bots/timing.ts';

export const TELEGRAM_PACE = { perChatPerSecond: 1, overallPerSecond: 30, perGroupPerMinute: 20 };

export interface MemoryChannel extends Channel {
  sent: { conversationId: string; message: OutboundMessage; at: number }[];
  receive: Receive;
  say(text: string, more?: Partial<InboundMessage>): ReturnType<Receive>;
  /** Outcomes of the next sends, in order; afterwards everything is sent. */
  next: (SendOutcome | Promise<SendOutcome>)[];
}

export function memoryChannel(
  timing: Timing,
  capabilities: Partial<Capabilities> = {},
  name = 'memory',
): MemoryChannel {
  let receive: Receive | null = null;
  let events = 0;
  const sent: MemoryChannel['sent'] = [];
  const next: MemoryChannel['next'] = [];
  const channel: MemoryChannel = {
    name,
    sent,
    next,
    capabilities: { textLimit: null, buttons: true, push: 'always', pace: null, ...capabilities },
    receive: (message) => (receive as Receive)(message),
    say: (text, more = {}) =>
      channel.receive({
        channel: name,
        conversationId: 'chat',
        senderId: more.conversationId ?? 'sender',
        isGroup: false,
        addressedToBot: true,
        text,
        eventId: `e${events++}`,
        receivedAt: timing.now(),
        ...more,
      }),
    async start(to) {
      receive = to;
    },
    async send(conversationId, message) {
      const outcome = (await next.shift()) ?? { kind: 'sent' };
      if (outcome.kind === 'sent') sent.push({ conversationId, message, at: timing.now() });
      return outcome;
    },
    async stop() {},
    health: () => ({ state: 'up', detail: '可以使用。', since: 0 }),
  };
  return channel;
}
