/** Does WeChat give out a key for this account? For `huiqi doctor`: the stable kind, which makes no other one invalid. */
import type { Probed } from '../channel.ts';
import { realTiming } from '../timing.ts';
import { createAccessToken } from './access-token.ts';
import { ApiRefusal, createWeChatApi } from './api.ts';
import { API_ROOT, IP_NOT_LISTED, PATH, WRONG_SETTING } from './official-account-channel.ts';
import type { OfficialAccountSettings } from './settings.ts';

export async function probeOfficialAccount(
  { WECHAT_OA_APPID: appId, WECHAT_OA_SECRET: secret }: OfficialAccountSettings,
  { apiRoot = API_ROOT }: { apiRoot?: string } = {},
): Promise<Probed> {
  try {
    await createAccessToken(createWeChatApi(apiRoot), { appId, secret }, realTiming()).get();
    return { ok: true, says: `账号有效；公众号后台的服务器地址（URL）应填 PUBLIC_URL 加 ${PATH}。` };
  } catch (error) {
    const code = error instanceof ApiRefusal ? error.errcode : null;
    const wrong = code === null ? undefined : WRONG_SETTING.get(code);
    if (wrong) return { ok: false, says: wrong };
    if (code === IP_NOT_LISTED)
      return { ok: false, says: '本机的公网 IP 不在公众号的白名单里，请在公众号后台添加 IP 白名单。' };
    return { ok: false, says: `连不上微信的接口（${code ?? (error as Error).message}），请检查网络。` };
  }
}
