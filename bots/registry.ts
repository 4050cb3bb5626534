/** The channels there are. */
import type { ChannelSettings, ConfiguredChannel } from './channel-entry.ts';
import { officialAccount } from './official-account/index.ts';
import { telegram } from './telegram/index.ts';
import { wechat } from './wechat/index.ts';
import { wecom } from './wecom/index.ts';

const CHANNELS = [telegram, officialAccount, wecom, wechat];

/** The channels that the environment asks for. Throws UserError with one sentence that names a wrong setting. */
export const configuredChannels = (environment: NodeJS.ProcessEnv): ConfiguredChannel[] =>
  CHANNELS.map(({ configure }) => configure(environment)).filter((channel) => channel !== null);

/** Of every channel there is, configured or not. */
export const channelSettings: readonly ChannelSettings[] = CHANNELS.map(({ described }) => described);
