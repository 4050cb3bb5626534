/** Is what personal WeChat needs installed? For `huiqi doctor`: signing in would need a person with a telephone. */
import { UserError } from '../../src/contract/index.ts';
import type { Probed } from '../channel.ts';
import { requireInstalled } from './bot.ts';
import type { WechatSettings } from './settings.ts';

export async function probeWechat({ WECHATY_PUPPET: puppet }: WechatSettings): Promise<Probed> {
  try {
    await requireInstalled(puppet);
    return { ok: true, says: 'wechaty 和 puppet 已安装；能不能登录，要启动后扫码才知道。' };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, says: error.message };
    throw error;
  }
}
