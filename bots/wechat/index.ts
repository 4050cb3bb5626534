/** Personal WeChat through wechaty, which is loaded only here and only when this channel is wanted. */
import type { Friendship, Wechaty } from 'wechaty';
import { UserError } from '../../src/user-error.ts';
import type { Channel, ChannelHealth } from '../channel.ts';
import { createOnceReceiver, type OnceReceiver } from '../receive-once.ts';
import type { ChannelTools } from '../registry.ts';
import { type BotFactory, loadWechaty } from './bot.ts';
import { describeFailure } from './failure.ts';
import { acceptsGreeting } from './friendship.ts';
import { greeting, seenSchema, toInbound } from './inbound.ts';
import { readMessage } from './read.ts';
import { createScanLines } from './scan.ts';
import { createSender } from './sending.ts';
import { type Loss, openSession, type Session } from './session.ts';
import { SERVICE_PUPPET, type WechatSettings } from './settings.ts';

export interface WechatOptions {
  /** How long a person may take to scan and confirm. */
  loginLimitMs?: number;
  /** A wire to a far puppet without a sign of life for so long is lost. */
  silenceMs?: number;
  /** Where the lines about the QR code go: the person at the console. */
  show?(line: string): void;
  /** In place of wechaty with the named puppet. */
  factory?: BotFactory;
}

const RECONNECT_MS = [500, 2_000, 5_000, 10_000, 30_000];
const READ_LIMIT_MS = 10_000;

export function wechatChannel(
  settings: WechatSettings,
  { timing, log }: ChannelTools,
  options: WechatOptions = {},
): Channel {
  const { loginLimitMs = 120_000, silenceMs = 16_000 } = options;
  const show = options.show ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const token = settings.WECHATY_PUPPET_SERVICE_TOKEN;
  const remote = settings.WECHATY_PUPPET === SERVICE_PUPPET;
  const stopping = new AbortController();
  const closing = new AbortController();
  const firstLogin = Promise.withResolvers<'login' | 'wrong-token'>();
  let factory: BotFactory | null = options.factory ?? null;
  let scan = createScanLines((code) => code);
  let receiver: OnceReceiver | null = null;
  let session: Session | null = null;
  let running: Promise<void> = Promise.resolve();
  let reading: Promise<void> = Promise.resolve();
  let health: ChannelHealth = { state: 'starting', detail: '正在启动微信。', since: timing.now() };

  function report(state: ChannelHealth['state'], detail: string): void {
    if (health.state === state && health.detail === detail) return;
    health = { state, detail, since: timing.now() };
    log.info({ channel: 'wechat', state }, detail);
  }

  function logFailure(error: unknown, what: string): void {
    log.warn({ channel: 'wechat', error: describeFailure(error, token) }, what);
  }

  /** In the order of arrival; what has to be asked of the puppet may take a while, but not for ever. */
  function hear(bot: Wechaty, messageId: string): void {
    if (stopping.signal.aborted) return;
    reading = reading.then(async () => {
      const done = new AbortController();
      const late = timing.sleep(READ_LIMIT_MS, done.signal).then(() => null);
      try {
        const seen = seenSchema.safeParse(await Promise.race([readMessage(bot, messageId), late]));
        const inbound = seen.success ? toInbound(seen.data, timing.now()) : null;
        if (!seen.success) log.warn({ channel: 'wechat' }, 'wechat: a message could not be read');
        if (inbound) receiver?.take(inbound);
      } catch (error) {
        logFailure(error, 'wechat: a message could not be read');
      } finally {
        done.abort();
      }
    });
  }

  async function meet(bot: Wechaty, friendship: Friendship): Promise<void> {
    const { Receive, Confirm } = bot.Friendship.Type;
    const contact = friendship.contact();
    if (friendship.type() === Confirm) receiver?.take(greeting(contact.id, friendship.id, timing.now()));
    if (friendship.type() !== Receive) return;
    const accepted = acceptsGreeting(friendship.hello(), settings.WECHAT_FRIEND_KEYWORDS);
    if (accepted) await friendship.accept();
    log.info(
      { channel: 'wechat', accepted },
      accepted ? '通过了一个好友请求。' : '有一个好友请求待人工处理。',
    );
  }

  const events = {
    scan(code: string, status: number) {
      const line = scan.read(code, status);
      if (!line) return;
      show(line);
      report(health.state === 'starting' ? 'starting' : 'down', '等待扫码登录微信。');
    },
    login() {
      scan.signedIn();
      report('up', '已登录微信，正在接收消息。');
      firstLogin.resolve('login');
    },
    logout() {
      if (!stopping.signal.aborted) report('down', '微信账号已退出登录，请重新扫码。');
    },
    message: hear,
    friendship(bot: Wechaty, friendship: Friendship) {
      if (stopping.signal.aborted) return;
      meet(bot, friendship).catch((error: unknown) => logFailure(error, 'wechat: a friend request failed'));
    },
    error: (error: unknown) => logFailure(error, 'wechat: the puppet reports an error'),
  };

  /** A session after the other, until the channel closes. */
  async function keepConnected(make: BotFactory): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; failures++) {
      const bot = make.build();
      session = openSession({ bot, remote, silenceMs, timing, events });
      const loss = await session.lost;
      if (loss === 'ended') return;
      reportLoss(loss);
      if (loss === 'wrong-token') firstLogin.resolve('wrong-token');
      // It was up: the first of a row of failures.
      if (bot.isLoggedIn) failures = 0;
      await session.end();
      session = null;
      await timing.sleep(RECONNECT_MS[failures] ?? 30_000, closing.signal);
    }
  }

  function reportLoss(loss: Loss): void {
    const state = health.state === 'starting' ? 'starting' : 'down';
    report(
      state,
      loss === 'wrong-token'
        ? 'Puppet 服务不认 WECHATY_PUPPET_SERVICE_TOKEN，请向服务商核对。'
        : '与 Puppet 服务的连接断了，正在重连。',
    );
  }

  async function close(): Promise<void> {
    closing.abort();
    await session?.end();
    await running;
    report('down', '已停止。');
  }

  return {
    name: 'wechat',
    capabilities: {
      textLimit: { max: 2_048, unit: 'bytes' },
      buttons: false,
      push: 'always',
      // Nobody publishes a limit; what is quicker than a person gets accounts banned.
      pace: { perChatPerSecond: 1, overallPerSecond: 2, perGroupPerMinute: 10 },
    },
    async start(receive) {
      receiver = createOnceReceiver(receive, timing, log);
      factory ??= await loadWechaty(settings);
      scan = createScanLines(factory.addressOf);
      running = keepConnected(factory);
      const late = new AbortController();
      const outcome = await Promise.race([
        firstLogin.promise,
        timing.sleep(loginLimitMs, late.signal).then(() => 'late' as const),
      ]);
      late.abort();
      if (outcome === 'login') return;
      const sentence = reasonOf(outcome, scan.shown(), remote, loginLimitMs);
      await close();
      throw new UserError(sentence);
    },
    send: createSender(() => (health.state === 'up' ? (session?.bot ?? null) : null), timing),
    async stop() {
      stopping.abort();
      await reading;
      await receiver?.settled();
    },
    close,
    health: () => health,
  };
}

function reasonOf(
  outcome: 'late' | 'wrong-token',
  scanned: boolean,
  remote: boolean,
  limitMs: number,
): string {
  const seconds = Math.round(limitMs / 1_000);
  if (outcome === 'wrong-token')
    return 'Puppet 服务不认 WECHATY_PUPPET_SERVICE_TOKEN，请向服务商核对令牌后再启动。';
  if (scanned) return `${seconds} 秒内没有人扫码登录微信，请准备好手机后重新启动。`;
  return remote
    ? `${seconds} 秒内没有登录上微信，请检查 WECHATY_PUPPET_SERVICE_TOKEN 和 WECHATY_PUPPET_SERVICE_ENDPOINT 后再启动。`
    : `${seconds} 秒内没有登录上微信，也没有出现二维码，请删除数据目录里的 wechat.memory-card.json 后再启动。`;
}
