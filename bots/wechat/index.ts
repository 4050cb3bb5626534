/** The door of the 微信 channel. */
import { channelEntry } from '../channel-entry.ts';
import { wechatSettings } from './settings.ts';

export const wechat = channelEntry({
  name: 'wechat',
  title: '微信（wechaty）',
  note: '先装：npm install wechaty@1.20.2 wechaty-puppet-service（平时不装，它带来三百多个包）',
  wantedBy: ['WECHATY_PUPPET', 'WECHATY_PUPPET_SERVICE_TOKEN', 'WECHATY_PUPPET_SERVICE_ENDPOINT'],
  settings: wechatSettings,
  load: async () => (await import('./wechat-channel.ts')).wechatChannel,
  probe: async (settings) => (await import('./probe.ts')).probeWechat(settings),
});
