/** A robot against the stub of the platform, for the tests of this folder. */

import type { ChannelTools } from '../../../bots/channel-tools.ts';
import { silentLog } from '../../../bots/log.ts';
import { realTiming } from '../../../bots/timing.ts';
import { wecomSettings } from '../../../bots/wecom/settings.ts';
import { wecomChannel } from '../../../bots/wecom/wecom-channel.ts';
import { ROBOT, type WecomStub } from '../../support/wecom-stub.ts';

export const tools: ChannelTools = { timing: realTiming(), log: silentLog };

export const robotOn = ({ url }: Pick<WecomStub, 'url'>, secret = ROBOT.secret, using = tools) =>
  wecomChannel(wecomSettings.parse({ WECOM_BOT_ID: ROBOT.id, WECOM_BOT_SECRET: secret }), using, {
    wsUrl: url,
  });
