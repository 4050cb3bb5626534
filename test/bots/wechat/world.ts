/** A WeChat channel on the mock puppet, for the tests of this folder. */

import type { ChannelTools } from '../../../bots/channel-tools.ts';
import { silentLog } from '../../../bots/log.ts';
import { realTiming } from '../../../bots/timing.ts';
import { wechatSettings } from '../../../bots/wechat/settings.ts';
import { wechatChannel } from '../../../bots/wechat/wechat-channel.ts';
import { type WechatAccount, wechatyOn } from '../../support/wechaty-mock.ts';

export const tools: ChannelTools = { timing: realTiming(), log: silentLog };

export interface ChannelWishes {
  keywords?: string;
  loginLimitMs?: number;
  openLimitMs?: number;
  using?: ChannelTools;
}

export function channelOn(account: WechatAccount, wishes: ChannelWishes = {}) {
  const { keywords, loginLimitMs = 5_000, openLimitMs = 5_000, using = tools } = wishes;
  const { factory, forget } = wechatyOn(account);
  const lines: string[] = [];
  const settings = wechatSettings.parse({
    WECHATY_PUPPET: 'wechaty-puppet-mock',
    ...(keywords && { WECHAT_FRIEND_KEYWORDS: keywords }),
  });
  const show = (line: string) => void lines.push(line);
  return {
    channel: wechatChannel(settings, using, { factory, loginLimitMs, openLimitMs, show }),
    lines,
    forget,
  };
}
