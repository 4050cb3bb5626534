/** The 公众号 channel: messages come as callbacks, answers leave in the response or as 客服消息. */
import { UserError } from '../../src/contract/index.ts';
import type { Channel, InboundMessage, Receive } from '../channel.ts';
import type { ChannelTools } from '../channel-tools.ts';
import { createReporter } from '../health.ts';
import { createAccessToken } from './access-token.ts';
import { ApiRefusal, createWeChatApi } from './api.ts';
import { createEdge } from './edge.ts';
import { toInbound } from './inbound.ts';
import { createPassiveAnswers } from './passive.ts';
import type { Callback } from './payload.ts';
import { createSender } from './sending.ts';
import type { OfficialAccountSettings } from './settings.ts';
import { createWindows, MESSAGE_WINDOW_MS } from './window.ts';

export const PATH = '/wechat/official-account';
export const API_ROOT = 'https://api.weixin.qq.com';
const RETRY_MS = 60_000;

/** What no waiting mends. */
export const WRONG_SETTING = new Map<number, string>([
  [40013, '微信不认 WECHAT_OA_APPID，请从公众号后台“开发接口管理”重新复制后再启动。'],
  [40125, '微信不认 WECHAT_OA_SECRET，请在公众号后台重置开发者密码（AppSecret），填好后再启动。'],
  [40243, '公众号的 AppSecret 已被冻结，请在公众号后台解冻后再启动。'],
]);

export const IP_NOT_LISTED = 40164;

export function officialAccountChannel(
  settings: OfficialAccountSettings,
  { timing, log }: ChannelTools,
  { apiRoot = API_ROOT }: { apiRoot?: string } = {},
): Channel {
  const { report, health } = createReporter('official-account', '正在连接微信公众号。', { timing, log });
  const { WECHAT_OA_APPID: appId, WECHAT_OA_SECRET: secret } = settings;
  const closing = new AbortController();
  const api = createWeChatApi(apiRoot, closing.signal);
  const accessToken = createAccessToken(api, { appId, secret }, timing);
  const passive = createPassiveAnswers(timing);
  const windows = createWindows();
  const sendOutside = createSender(api, accessToken, windows);
  const stopping = new AbortController();
  let receive: Receive | null = null;
  let trying: Promise<void> = Promise.resolve();

  async function store(message: InboundMessage): Promise<boolean> {
    if (!receive || stopping.signal.aborted) throw new Error('official-account: not taking messages now');
    return (await receive(message)) === 'stored';
  }

  function read(callback: Callback): InboundMessage | null {
    const message = toInbound(callback, timing.now());
    if (message) windows.heard(message.senderId, 'Event' in callback ? 'event' : 'message', timing.now());
    return message;
  }

  async function connect(): Promise<void> {
    await accessToken.get();
    report('up', `正在接收公众号消息，服务器地址（URL）应填 PUBLIC_URL 加 ${PATH}。`);
  }

  function reportFailure(error: unknown): void {
    const reason = error instanceof Error ? error.message : 'unknown';
    report(
      'down',
      error instanceof ApiRefusal && error.errcode === IP_NOT_LISTED
        ? '本机的公网 IP 不在公众号的白名单里，慢的回复和提醒发不出去，请在公众号后台添加 IP 白名单。'
        : `取不到公众号的 access_token（${reason}），慢的回复和提醒发不出去，正在重试。请检查网络。`,
    );
  }

  /** Answers in time need no key, so the channel runs without one and goes on asking. */
  async function connectLater(): Promise<void> {
    while (!stopping.signal.aborted) {
      await timing.sleep(RETRY_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        return await connect();
      } catch (error) {
        reportFailure(error);
      }
    }
  }

  return {
    name: 'official-account',
    capabilities: {
      textLimit: { max: 2_048, unit: 'bytes' },
      buttons: false,
      push: 'window',
      windowMs: MESSAGE_WINDOW_MS,
      pace: { perChatPerSecond: 5, overallPerSecond: 50 },
    },
    async start(to) {
      receive = to;
      try {
        await connect();
      } catch (error) {
        if (stopping.signal.aborted) return;
        const wrong = error instanceof ApiRefusal && WRONG_SETTING.get(error.errcode);
        if (wrong) throw new UserError(wrong);
        reportFailure(error);
        trying = connectLater();
      }
    },
    async send(conversationId, message) {
      const { text, inReplyTo } = message;
      if (inReplyTo !== undefined && passive.give(inReplyTo, text)) return { kind: 'sent' };
      return sendOutside(conversationId, message);
    },
    async stop() {
      stopping.abort();
      await trying;
      report('down', '已停止。');
    },
    async close() {
      closing.abort();
      passive.closeAll();
    },
    health,
    windowOpen: (conversationId, now) => windows.isOpen(conversationId, now),
    edge: {
      path: PATH,
      handle: createEdge({ settings, timing, log, passive, read, store }),
    },
  };
}
