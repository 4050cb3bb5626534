/** Does Telegram know this token? For `huiqi doctor`: receives nothing and changes nothing. */
import type { Probed } from '../channel.ts';
import { createBotApi, refusalIn, wireFailure } from './client.ts';
import { botUser } from './payload.ts';
import type { TelegramSettings } from './settings.ts';

const CALL_LIMIT_MS = 10_000;

export async function probeTelegram(settings: TelegramSettings): Promise<Probed> {
  try {
    const { username } = botUser.parse(await createBotApi(settings).call('getMe', {}, CALL_LIMIT_MS));
    return { ok: true, says: `令牌有效，机器人是 @${username}。` };
  } catch (error) {
    const code = refusalIn(error)?.code;
    if (code === 401 || code === 404)
      return { ok: false, says: 'Telegram 不认 TELEGRAM_BOT_TOKEN 这个令牌，请从 @BotFather 重新复制。' };
    return {
      ok: false,
      says: `连不上 Telegram（${code ?? wireFailure(error)}），请检查网络，或设置 HTTPS_PROXY、TELEGRAM_API_ROOT。`,
    };
  }
}
