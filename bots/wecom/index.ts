/** The door of the 企业微信 channel. */
import { channelEntry } from '../channel-entry.ts';
import { wecomSettings } from './settings.ts';

export const wecom = channelEntry({
  name: 'wecom',
  title: '企业微信智能机器人',
  wantedBy: ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'],
  settings: wecomSettings,
  load: async () => (await import('./wecom-channel.ts')).wecomChannel,
});
