/** A 公众号 channel against the stub of the WeChat API, for the tests of this folder. */
import type { Channel } from '../../../bots/channel.ts';
import type { ChannelTools } from '../../../bots/channel-tools.ts';
import { silentLog } from '../../../bots/log.ts';
import { officialAccountChannel } from '../../../bots/official-account/official-account-channel.ts';
import {
  type OfficialAccountSettings,
  officialAccountSettings,
} from '../../../bots/official-account/settings.ts';
import { realTiming } from '../../../bots/timing.ts';
import { ACCOUNT, type WeChatApiStub } from '../../support/official-account-stub.ts';

export const OPEN_ID = 'oia2TjjewbmiOUlr6X-1crbLOvLw';

export const settingsFor = (more: Record<string, string> = {}): OfficialAccountSettings =>
  officialAccountSettings.parse({
    WECHAT_OA_APPID: ACCOUNT.appId,
    WECHAT_OA_SECRET: ACCOUNT.secret,
    WECHAT_OA_TOKEN: ACCOUNT.token,
    ...more,
  });

export const secureSettings = () => settingsFor({ WECHAT_OA_AES_KEY: ACCOUNT.aesKey });

export const tools: ChannelTools = { timing: realTiming(), log: silentLog };

export const channelOn = (
  stub: Pick<WeChatApiStub, 'root'>,
  settings = settingsFor(),
  using = tools,
): Channel => officialAccountChannel(settings, using, { apiRoot: stub.root });

/** What the platform calls. */
export function handleOf(channel: Channel): (request: Request) => Promise<Response> {
  if (!channel.edge) throw new Error('the channel has no edge');
  return channel.edge.handle;
}
