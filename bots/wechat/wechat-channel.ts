/** Personal WeChat through wechaty, which is loaded only here and only when this channel is wanted. */
import type { Friendship, Wechaty } from 'wechaty';
import { UserError } from '../../src/contract/index.ts';
import type { Channel } from '../channel.ts';
import type { ChannelTools } from '../channel-tools.ts';
import { createReporter } from '../health.ts';
import { type BotFactory, loadWechaty } from './bot.ts';
import { describeFailure } from './failure.ts';
import { createHearing, type Hearing } from './hearing.ts';
import { asksForScan, createScanLines, drawn } from './scan.ts';
import { createSender } from './sending.ts';
import { type Loss, openSession, type Session } from './session.ts';
import { SERVICE_PUPPET, type WechatSettings } from './settings.ts';
import { within } from './within.ts';

export interface WechatOptions {
  /** How long the start waits for a sign: the login, a QR code, a refusal. */
  openLimitMs?: number;
  /** How long a person may take to scan and confirm before the channel counts as down. It goes on waiting. */
  loginLimitMs?: number;
  /** A wire to a far puppet without a sign of life for so long is lost. */
  silenceMs?: number;
  /** Where the lines about the QR code go: the person at the console, who gets it drawn as well. */
  show?(line: string): void;
  /** In place of wechaty with the named puppet. */
  factory?: BotFactory;
}

const RECONNECT_MS = [500, 2_000, 5_000, 10_000, 30_000];

export function wechatChannel(
  settings: WechatSettings,
  { timing, log }: ChannelTools,
  options: WechatOptions = {},
): Channel {
  const { report, health } = createReporter('wechat', '正在启动微信。', { timing, log });
  const { openLimitMs = 10_000, loginLimitMs = 120_000, silenceMs = 16_000 } = options;
  const show = options.show ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const token = settings.WECHATY_PUPPET_SERVICE_TOKEN;
  const remote = settings.WECHATY_PUPPET === SERVICE_PUPPET;
  const closing = new AbortController();
  const firstSign = Promise.withResolvers<'login' | 'scan' | 'wrong-token' | 'closed'>();
  let everLoggedIn = false;
  let factory: BotFactory | null = options.factory ?? null;
  let scan = createScanLines((code) => code);
  let hearing: Hearing | null = null;
  let session: Session | null = null;
  let running: Promise<void> = Promise.resolve();

  const events = {
    scan(code: string, status: number) {
      const line = scan.read(code, status);
      if (!line) return;
      show(line);
      if (!options.show && asksForScan(status)) show(drawn(code));
      report(health().state === 'starting' ? 'starting' : 'down', '等待扫码登录微信。');
      firstSign.resolve('scan');
    },
    login() {
      scan.signedIn();
      report('up', '已登录微信，正在接收消息。');
      everLoggedIn = true;
      firstSign.resolve('login');
    },
    logout() {
      report('down', '微信账号已退出登录，请重新扫码。');
    },
    message: (bot: Wechaty, messageId: string) => hearing?.message(bot, messageId),
    friendship: (bot: Wechaty, friendship: Friendship) => hearing?.friendship(bot, friendship),
    error: (error: unknown) =>
      log.warn(
        { channel: 'wechat', error: describeFailure(error, token) },
        'wechat: the puppet reports an error',
      ),
  };

  /** A session after the other, until the channel closes. */
  async function keepConnected(make: BotFactory): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; failures++) {
      const bot = make.build();
      session = openSession({ bot, remote, silenceMs, timing, events });
      const loss = await session.lost;
      if (loss === 'ended') return;
      reportLoss(loss);
      if (loss === 'wrong-token') firstSign.resolve('wrong-token');
      // It was up: the first of a row of failures.
      if (bot.isLoggedIn) failures = 0;
      await session.end();
      session = null;
      await timing.sleep(RECONNECT_MS[failures] ?? 30_000, closing.signal);
    }
  }

  function reportLoss(loss: Loss): void {
    const state = health().state === 'starting' ? 'starting' : 'down';
    report(state, loss === 'wrong-token' ? WRONG_TOKEN : '与 Puppet 服务的连接断了，正在重连。');
  }

  /** The certificate that 'insecure' names has its key inside the package: whoever is on the way can read along. */
  function warnOfOpenWire(): void {
    const local = /^(?:127\.|localhost:|\[?::1)/u.test(settings.WECHATY_PUPPET_SERVICE_ENDPOINT ?? '');
    if (token?.startsWith('insecure_') && !local)
      log.warn(
        { channel: 'wechat' },
        '到 Puppet 服务的连接没有可信证书，只宜走内网；请改用带自有证书的令牌。',
      );
  }

  /** Nobody is at the telephone, or the far side is away: no reason to keep the other channels from running. */
  async function watchForLogin(): Promise<void> {
    await timing.sleep(loginLimitMs, closing.signal);
    if (everLoggedIn || closing.signal.aborted) return;
    report('down', reasonOf(scan.shown(), remote, loginLimitMs));
  }

  async function close(): Promise<void> {
    closing.abort();
    firstSign.resolve('closed');
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
      hearing = createHearing({ receive, settings, timing, log });
      if (remote) warnOfOpenWire();
      factory ??= await loadWechaty(settings);
      if (closing.signal.aborted) return;
      scan = createScanLines(factory.addressOf);
      running = keepConnected(factory);
      void watchForLogin();
      if ((await within(timing, openLimitMs, firstSign.promise, 'late')) !== 'wrong-token') return;
      await close();
      throw new UserError(WRONG_TOKEN);
    },
    send: createSender(() => (health().state === 'up' ? (session?.bot ?? null) : null), timing),
    async stop() {
      await hearing?.stop();
    },
    close,
    health,
  };
}

const WRONG_TOKEN = 'Puppet 服务不认 WECHATY_PUPPET_SERVICE_TOKEN，请向服务商核对令牌后再启动。';

function reasonOf(codeShown: boolean, remote: boolean, limitMs: number): string {
  const seconds = Math.round(limitMs / 1_000);
  if (codeShown) return `${seconds} 秒内没有人扫码登录微信，仍在等待，请扫最新的二维码。`;
  return remote
    ? `${seconds} 秒内没有登录上微信，正在重试。请检查 WECHATY_PUPPET_SERVICE_TOKEN 和 WECHATY_PUPPET_SERVICE_ENDPOINT。`
    : `${seconds} 秒内没有登录上微信，也没有出现二维码，请停止后删除数据目录里的 wechat.memory-card.json，再启动。`;
}
