/** The door of the 公众号 channel. */
import { channelEntry } from '../channel-entry.ts';
import { officialAccountSettings } from './settings.ts';

export const officialAccount = channelEntry({
  name: 'official-account',
  title: '微信公众号（服务号）',
  wantedBy: ['WECHAT_OA_APPID', 'WECHAT_OA_SECRET', 'WECHAT_OA_TOKEN', 'WECHAT_OA_AES_KEY'],
  settings: officialAccountSettings,
  load: async () => (await import('./official-account-channel.ts')).officialAccountChannel,
  probe: async (settings) => (await import('./probe.ts')).probeOfficialAccount(settings),
});
