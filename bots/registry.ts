/** The channels there are. Each has its settings and is loaded only when they are there. */
import type { z } from 'zod';
import { presentOnly, settingProblem } from '../src/service/index.ts';
import type { Channel } from './channel.ts';
import type { ChannelTools } from './channel-tools.ts';
import { officialAccountSettings } from './official-account/settings.ts';
import { telegramSettings } from './telegram/settings.ts';
import { wechatSettings } from './wechat/settings.ts';
import { wecomSettings } from './wecom/settings.ts';

export interface ConfiguredChannel {
  name: string;
  /** Loads and makes the channel; it is started by the gateway. */
  create(tools: ChannelTools): Promise<Channel>;
}

interface Entry<Settings> {
  name: string;
  /** Any of these set means that the channel is wanted: then all that it needs must be right. */
  wantedBy: string[];
  settings: z.ZodType<Settings>;
  load(): Promise<(settings: Settings, tools: ChannelTools) => Channel>;
}

function entry<Settings>({ name, wantedBy, settings, load }: Entry<Settings>) {
  return (environment: Record<string, string>): ConfiguredChannel | null => {
    if (!wantedBy.some((setting) => setting in environment)) return null;
    const parsed = settings.safeParse(environment);
    if (!parsed.success) throw settingProblem(parsed.error);
    return { name, create: async (tools) => (await load())(parsed.data, tools) };
  };
}

const CHANNELS = [
  entry({
    name: 'telegram',
    wantedBy: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_URL', 'TELEGRAM_WEBHOOK_SECRET'],
    settings: telegramSettings,
    load: async () => (await import('./telegram/index.ts')).telegramChannel,
  }),
  entry({
    name: 'official-account',
    wantedBy: ['WECHAT_OA_APPID', 'WECHAT_OA_SECRET', 'WECHAT_OA_TOKEN', 'WECHAT_OA_AES_KEY'],
    settings: officialAccountSettings,
    load: async () => (await import('./official-account/index.ts')).officialAccountChannel,
  }),
  entry({
    name: 'wecom',
    wantedBy: ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'],
    settings: wecomSettings,
    load: async () => (await import('./wecom/index.ts')).wecomChannel,
  }),
  entry({
    name: 'wechat',
    wantedBy: ['WECHATY_PUPPET', 'WECHATY_PUPPET_SERVICE_TOKEN', 'WECHATY_PUPPET_SERVICE_ENDPOINT'],
    settings: wechatSettings,
    load: async () => (await import('./wechat/index.ts')).wechatChannel,
  }),
];

/** The channels that the environment asks for. Throws UserError with one sentence that names a wrong setting. */
export function configuredChannels(environment: NodeJS.ProcessEnv): ConfiguredChannel[] {
  const present = presentOnly(environment);
  return CHANNELS.map((configure) => configure(present)).filter((channel) => channel !== null);
}
