/** The channels there are. Each has its settings and is loaded only when they are there. */
import type { z } from 'zod';
import { presentOnly, settingProblem } from '../src/service/index.ts';
import type { Channel, Probed } from './channel.ts';
import type { ChannelTools } from './channel-tools.ts';
import { officialAccountSettings } from './official-account/settings.ts';
import { telegramSettings } from './telegram/settings.ts';
import { wechatSettings } from './wechat/settings.ts';
import { wecomSettings } from './wecom/settings.ts';

export interface ConfiguredChannel {
  name: string;
  title: string;
  /** Asks the platform whether it takes the settings, without receiving anything. Absent: only a start can tell. */
  probe?: () => Promise<Probed>;
  /** Loads and makes the channel; it is started by the gateway. */
  create(tools: ChannelTools): Promise<Channel>;
}

/** The settings of a channel, for .env.example and the reference. */
export interface ChannelSettings {
  title: string;
  /** What has to be done before the settings help; a sentence or null. */
  note: string | null;
  shape: Readonly<Record<string, z.ZodType>>;
}

interface Entry<Settings> {
  name: string;
  title: string;
  note?: string;
  /** Any of these set means that the channel is wanted: then all that it needs must be right. */
  wantedBy: string[];
  settings: z.ZodType<Settings> & Pick<ChannelSettings, 'shape'>;
  load(): Promise<(settings: Settings, tools: ChannelTools) => Channel>;
  probe?(settings: Settings): Promise<Probed>;
}

function entry<Settings>({ name, title, note, wantedBy, settings, load, probe }: Entry<Settings>) {
  const configure = (environment: Record<string, string>): ConfiguredChannel | null => {
    if (!wantedBy.some((setting) => setting in environment)) return null;
    const parsed = settings.safeParse(environment);
    if (!parsed.success) throw settingProblem(parsed.error);
    return {
      name,
      title,
      ...(probe && { probe: () => probe(parsed.data) }),
      create: async (tools) => (await load())(parsed.data, tools),
    };
  };
  const described: ChannelSettings = { title, note: note ?? null, shape: settings.shape };
  return { configure, described };
}

const CHANNELS = [
  entry({
    name: 'telegram',
    title: 'Telegram',
    wantedBy: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_URL', 'TELEGRAM_WEBHOOK_SECRET'],
    settings: telegramSettings,
    load: async () => (await import('./telegram/index.ts')).telegramChannel,
    probe: async (settings) => (await import('./telegram/probe.ts')).probeTelegram(settings),
  }),
  entry({
    name: 'official-account',
    title: '微信公众号（服务号）',
    wantedBy: ['WECHAT_OA_APPID', 'WECHAT_OA_SECRET', 'WECHAT_OA_TOKEN', 'WECHAT_OA_AES_KEY'],
    settings: officialAccountSettings,
    load: async () => (await import('./official-account/index.ts')).officialAccountChannel,
    probe: async (settings) => (await import('./official-account/probe.ts')).probeOfficialAccount(settings),
  }),
  entry({
    name: 'wecom',
    title: '企业微信智能机器人',
    wantedBy: ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'],
    settings: wecomSettings,
    load: async () => (await import('./wecom/index.ts')).wecomChannel,
  }),
  entry({
    name: 'wechat',
    title: '微信（wechaty）',
    note: '先装：npm install wechaty@1.20.2 wechaty-puppet-service（平时不装，它带来三百多个包）',
    wantedBy: ['WECHATY_PUPPET', 'WECHATY_PUPPET_SERVICE_TOKEN', 'WECHATY_PUPPET_SERVICE_ENDPOINT'],
    settings: wechatSettings,
    load: async () => (await import('./wechat/index.ts')).wechatChannel,
    probe: async (settings) => (await import('./wechat/probe.ts')).probeWechat(settings),
  }),
];

/** The channels that the environment asks for. Throws UserError with one sentence that names a wrong setting. */
export function configuredChannels(environment: NodeJS.ProcessEnv): ConfiguredChannel[] {
  const present = presentOnly(environment);
  return CHANNELS.map(({ configure }) => configure(present)).filter((channel) => channel !== null);
}

/** Of every channel there is, configured or not. */
export const channelSettings: readonly ChannelSettings[] = CHANNELS.map(({ described }) => described);
