/** wechaty itself: 330 packages, so it is installed only by who wants it, and loaded only when the channel starts. */
import type { Wechaty } from 'wechaty';
import { UserError } from '../../src/contract/index.ts';
import { prepareMemoryCard } from './memory-card.ts';
import { SERVICE_PUPPET, type WechatSettings } from './settings.ts';

export interface BotFactory {
  /** A bot that has not started. */
  build(): Wechaty;
  /** The page that draws a QR code. */
  addressOf(code: string): string;
}

/** Its reset would log a far account out: the session watches over the wire instead. In seconds. */
const WATCHDOG_OFF = 24 * 3_600;

/** Throws UserError when the puppet is not installed. */
export async function loadWechaty(settings: WechatSettings): Promise<BotFactory> {
  const { WechatyBuilder, qrcodeValueToImageUrl } = await requireInstalled(settings.WECHATY_PUPPET);
  const name = prepareMemoryCard(settings.HUIQI_DATA_DIR);
  return {
    build: () =>
      WechatyBuilder.build({
        name,
        puppet: settings.WECHATY_PUPPET as never,
        puppetOptions: puppetOptionsOf(settings),
      }),
    addressOf: qrcodeValueToImageUrl,
  };
}

/** wechaty with its lines silenced. Throws UserError when it or the puppet is not installed. */
export async function requireInstalled(puppet: string): Promise<typeof import('wechaty')> {
  const wechaty = await import('wechaty').catch(notInstalled(puppet));
  // Its lines hold names, texts and tokens.
  wechaty.log.level('silent');
  await import(puppet).catch((error: unknown) => {
    throw new UserError(
      (error as { code?: unknown }).code === 'ERR_MODULE_NOT_FOUND'
        ? `WECHATY_PUPPET 指定的 ${puppet} 没有安装，请先运行 npm install ${puppet}。`
        : `WECHATY_PUPPET 指定的 ${puppet} 加载不了，请检查包名和版本。`,
    );
  });
  return wechaty;
}

/** The version that this program is tried with, see package.json. */
const WECHATY = 'wechaty@1.20.2';

const notInstalled =
  (puppet: string) =>
  (error: unknown): never => {
    if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UserError(
      `.env 里启用了个人微信（WECHATY_PUPPET），但 wechaty 没有安装。请先运行 npm install ${WECHATY} ${puppet}，再启动。`,
    );
  };

function puppetOptionsOf(settings: WechatSettings): Record<string, unknown> {
  const { WECHATY_PUPPET: puppet, WECHATY_PUPPET_SERVICE_TOKEN: token } = settings;
  const { WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint } = settings;
  if (puppet !== SERVICE_PUPPET) return {};
  return { token, timeoutSeconds: WATCHDOG_OFF, ...(endpoint && { endpoint }) };
}
