/** The WebSocket to 企业微信, kept up by the SDK; what has become of it, in one place. */
import { WSClient } from '@wecom/aibot-node-sdk';
import type { ChannelHealth } from '../channel.ts';
import type { Log } from '../log.ts';
import type { WecomSettings } from './settings.ts';

/** How the first connection ended. 'unreachable' goes on trying by itself. */
export type Opening = 'up' | 'unreachable' | 'wrong-secret';

export interface Connection {
  client: WSClient;
  open(limitMs: number): Promise<Opening>;
  /** Signed in: only then is anything sent. */
  isUp(): boolean;
  close(): void;
}

export interface ConnectionOptions {
  settings: WecomSettings;
  /** Absent: the platform's own. */
  wsUrl?: string;
  log: Log;
  /** Told of every change; one Chinese sentence. */
  report(state: ChannelHealth['state'], detail: string): void;
}

const HEARTBEAT_MS = 10_000;
/** After it has once been signed in, a refusal may be the platform's own trouble; a wrong secret stays wrong. */
const REFUSALS_TO_BELIEVE = 5;
/** Busy, too many calls. */
const PASSING_REFUSALS = new Set([-1, 45009]);

/** 'Authentication failed: invalid secret (code: 853000)' → 853000; null for any other error. */
function refusalIn(error: Error): number | null {
  const code = /^Authentication failed:.*\(code: (?<code>-?\d+)\)$/su.exec(error.message)?.groups?.code;
  return code === undefined ? null : Number(code);
}

/** The SDK's own lines hold texts and names. */
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

export function createConnection({ settings, wsUrl, log, report }: ConnectionOptions): Connection {
  const client = new WSClient({
    botId: settings.WECOM_BOT_ID,
    secret: settings.WECOM_BOT_SECRET,
    logger: quiet,
    heartbeatInterval: HEARTBEAT_MS,
    maxReconnectAttempts: -1,
    // Counted here: the SDK would go on with a wrong secret.
    maxAuthFailureAttempts: -1,
    ...(wsUrl && { wsUrl }),
  });
  const first = Promise.withResolvers<Opening>();
  let up = false;
  let everUp = false;
  let refusals = 0;
  /** Nothing more is tried, and what is reported last stays. */
  let over = false;

  function giveUp(detail: string): void {
    over = true;
    up = false;
    client.disconnect();
    report('down', detail);
  }

  function refused(code: number): void {
    log.warn({ channel: 'wecom', code }, 'wecom: not signed in');
    if (PASSING_REFUSALS.has(code)) {
      first.resolve('unreachable');
      return;
    }
    refusals++;
    if (everUp && refusals < REFUSALS_TO_BELIEVE) return;
    giveUp('企业微信不认 WECOM_BOT_ID 或 WECOM_BOT_SECRET，请从智能机器人的 API 配置重新复制后再启动。');
    first.resolve('wrong-secret');
  }

  client.on('authenticated', () => {
    up = true;
    everUp = true;
    refusals = 0;
    report('up', '正在接收企业微信智能机器人的消息。');
    first.resolve('up');
  });
  client.on('disconnected', () => {
    // Every try that fails ends in this event too.
    if (up && !over) report('down', '与企业微信的连接断了，正在重连。');
    up = false;
  });
  client.on('event.disconnected_event', () =>
    giveUp('同一个智能机器人在别处连上了，这里已断开，请只留一个在运行，停掉另一个后重新启动。'),
  );
  client.on('error', (error) => {
    const code = refusalIn(error);
    if (code !== null) {
      refused(code);
      return;
    }
    if (!up && !over) report('down', '连不上企业微信，正在重试。请检查网络。');
    first.resolve('unreachable');
  });

  return {
    client,
    async open(limitMs) {
      const late = setTimeout(() => first.resolve('unreachable'), limitMs);
      client.connect();
      return first.promise.finally(() => clearTimeout(late));
    },
    isUp: () => up,
    close() {
      over = true;
      up = false;
      client.disconnect();
      first.resolve('unreachable');
    },
  };
}
