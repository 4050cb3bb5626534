/** The Telegram channel: long polling by default, a webhook when an address for it is set. */
import { UserError } from '../../src/contract/index.ts';
import type { Channel, Receive } from '../channel.ts';
import type { ChannelTools } from '../channel-tools.ts';
import { createReporter } from '../health.ts';
import { describeError } from '../log.ts';
import { createBotApi, refusalIn, wireFailure } from './client.ts';
import { COMMANDS } from './commands.ts';
import { toInbound } from './inbound.ts';
import { createKeyboards } from './keyboard.ts';
import { createMovedGroups } from './moved-groups.ts';
import { ALLOWED_UPDATES, type BotUser, botUser, type Update } from './payload.ts';
import { poll } from './polling.ts';
import { createSender } from './sending.ts';
import type { TelegramSettings } from './settings.ts';
import { createWebhook } from './webhook.ts';

const CALL_LIMIT_MS = 10_000;
const RETRY_START_MS = 5_000;

export function telegramChannel(
  settings: TelegramSettings,
  { timing, log, moves, seat }: ChannelTools,
): Channel {
  const { report, health } = createReporter('telegram', '正在连接 Telegram。', { timing, log });
  const api = createBotApi(settings);
  const keyboards = createKeyboards();
  const moved = createMovedGroups(moves, log);
  const stopping = new AbortController();
  const { TELEGRAM_WEBHOOK_URL: webhookUrl, TELEGRAM_WEBHOOK_SECRET: secret } = settings;
  let receive: Receive | null = null;
  let bot: BotUser | null = null;
  let running: Promise<void> = Promise.resolve();

  /** Resolves when the update is stored. Before the bot knows its own name it cannot tell whom a message addresses. */
  async function take(update: Update): Promise<void> {
    if (!receive || !bot || stopping.signal.aborted) throw new Error('telegram: not taking messages now');
    const { chat, migrate_to_chat_id: newId } = update.message ?? {};
    if (chat && newId !== undefined) await moved.learn(String(chat.id), String(newId));
    const message = toInbound(update, bot, keyboards, timing.now());
    if (message) await receive(message);
    if (update.callback_query) stopTheClock(update.callback_query.id);
  }

  /** Takes the hourglass off a pressed button. Nothing depends on it. */
  function stopTheClock(callbackQueryId: string): void {
    api
      .call('answerCallbackQuery', { callback_query_id: callbackQueryId }, CALL_LIMIT_MS)
      .catch((error: unknown) =>
        log.debug({ reason: wireFailure(error) }, 'telegram: press not acknowledged'),
      );
  }

  async function connect(): Promise<void> {
    bot = botUser.parse(await api.call('getMe', {}, CALL_LIMIT_MS, stopping.signal));
    const commands = COMMANDS.map(({ command, description }) => ({ command, description }));
    await api
      .call('setMyCommands', { commands }, CALL_LIMIT_MS, stopping.signal)
      .catch((error: unknown) =>
        log.warn({ error: describeError(error) }, 'telegram: commands not registered'),
      );
    if (webhookUrl) {
      const parameters = { url: webhookUrl, secret_token: secret, allowed_updates: ALLOWED_UPDATES };
      await api.call('setWebhook', parameters, CALL_LIMIT_MS, stopping.signal);
      report('up', '正在接收 Telegram 消息（Webhook）。');
    } else {
      await api.call('deleteWebhook', { drop_pending_updates: false }, CALL_LIMIT_MS, stopping.signal);
      running = poll({
        api,
        timing,
        log,
        take,
        report,
        signal: stopping.signal,
        seat: seat?.('telegram-poll'),
      });
    }
  }

  /** Telegram out of reach is no reason not to start the other channels. */
  async function connectLater(): Promise<void> {
    while (!stopping.signal.aborted) {
      await timing.sleep(RETRY_START_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        await connect();
        return await running;
      } catch (error) {
        reportFailure(error);
      }
    }
  }

  function reportFailure(error: unknown): void {
    const reason = refusalIn(error)?.code ?? wireFailure(error);
    report(
      'down',
      `连不上 Telegram（${reason}），正在重试。请检查网络，或设置 HTTPS_PROXY、TELEGRAM_API_ROOT。`,
    );
  }

  return {
    name: 'telegram',
    capabilities: {
      textLimit: { max: 4_096, unit: 'codepoints' },
      buttons: true,
      push: 'always',
      pace: { perChatPerSecond: 1, overallPerSecond: 30, perGroupPerMinute: 20 },
    },
    async start(to) {
      receive = to;
      await moved.load();
      try {
        await connect();
      } catch (error) {
        if (stopping.signal.aborted) return;
        const code = refusalIn(error)?.code;
        if (code === 401 || code === 404)
          throw new UserError(
            'Telegram 不认 TELEGRAM_BOT_TOKEN 这个令牌，请从 @BotFather 重新复制后再启动。',
          );
        if (code === 400)
          throw new UserError(
            'Telegram 不接受 TELEGRAM_WEBHOOK_URL，请填 Telegram 能访问到的 https:// 网址。',
          );
        reportFailure(error);
        running = connectLater();
      }
    },
    send: createSender(api, keyboards, moved),
    async stop() {
      stopping.abort();
      await running;
      report('down', '已停止。');
    },
    health,
    ...(webhookUrl &&
      secret && {
        edge: {
          path: new URL(webhookUrl).pathname,
          setting: 'TELEGRAM_WEBHOOK_URL',
          handle: createWebhook({ secret, log, take }),
        },
      }),
  };
}
