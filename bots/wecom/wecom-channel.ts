/** The 企业微信 智能机器人: a WebSocket that this side opens, so no public address is needed. */
import { UserError } from '../../src/contract/index.ts';
import type { Channel, InboundMessage } from '../channel.ts';
import type { ChannelTools } from '../channel-tools.ts';
import { createReporter } from '../health.ts';
import { createOnceReceiver, type OnceReceiver } from '../receive-once.ts';
import { createConnection } from './connection.ts';
import { fromEvent, toInbound } from './inbound.ts';
import { eventFrame, messageFrame } from './payload.ts';
import { type Callback, createCallbacks, createSender } from './sending.ts';
import type { WecomSettings } from './settings.ts';

const OPEN_LIMIT_MS = 10_000;

export function wecomChannel(
  settings: WecomSettings,
  { timing, log }: ChannelTools,
  { wsUrl }: { wsUrl?: string } = {},
): Channel {
  const { report, health } = createReporter('wecom', '正在连接企业微信。', { timing, log });
  const connection = createConnection({ settings, log, report, ...(wsUrl && { wsUrl }) });
  const { client } = connection;
  const callbacks = createCallbacks();
  let receiver: OnceReceiver | null = null;
  let listening = false;

  function take(message: InboundMessage | null, requestId: string, kind: Callback['kind']): void {
    if (!message || !listening) return;
    callbacks.add(message.eventId, { requestId, kind, at: timing.now() });
    receiver?.take(message);
  }

  client.on('message', (raw: unknown) => {
    const frame = messageFrame.safeParse(raw);
    if (frame.success) take(toInbound(frame.data, timing.now()), frame.data.headers.req_id, 'message');
    else log.warn({ problem: frame.error.issues[0]?.path.join('.') }, 'wecom: a message could not be read');
  });
  client.on('event', (raw: unknown) => {
    const frame = eventFrame.safeParse(raw);
    if (frame.success) take(fromEvent(frame.data, timing.now()), frame.data.headers.req_id, 'welcome');
  });

  return {
    name: 'wecom',
    capabilities: {
      textLimit: { max: 20_480, unit: 'bytes' },
      buttons: false,
      push: 'always',
      pace: { perChatPerSecond: 1, overallPerSecond: 20, perGroupPerMinute: 20 },
    },
    async start(receive) {
      receiver = createOnceReceiver(receive, timing, log);
      listening = true;
      if ((await connection.open(OPEN_LIMIT_MS)) === 'wrong-secret') throw new UserError(health().detail);
    },
    send: createSender({ client, isUp: connection.isUp, callbacks, now: () => timing.now() }),
    async stop() {
      listening = false;
      await receiver?.settled();
    },
    async close() {
      connection.close();
      report('down', '已停止。');
    },
    health,
  };
}
