/** The settings of the 公众号 channel, from 设置与开发 → 开发接口管理 on mp.weixin.qq.com. */
import { z } from 'zod';

const missing = (what: string) => `没有填写，请从公众号后台“开发接口管理”复制${what}`;

export const officialAccountSettings = z.object({
  /** wx0123456789abcdef */
  WECHAT_OA_APPID: z
    .string({ error: missing('开发者ID（AppID）') })
    .regex(/^wx[\da-zA-Z]{6,30}$/u, '格式应以 wx 开头，请从公众号后台完整复制')
    .meta({ description: '开发者ID（AppID）。' }),
  WECHAT_OA_SECRET: z
    .string({ error: missing('开发者密码（AppSecret）') })
    .regex(/^\w{8,128}$/u, '只含字母和数字，请从公众号后台完整复制')
    .meta({ description: '开发者密码（AppSecret）。' }),
  /** Chosen by the owner of the account, written there and here. */
  WECHAT_OA_TOKEN: z
    .string({ error: missing('服务器配置里的令牌（Token）') })
    .regex(/^[\da-zA-Z]{3,32}$/u, '要是 3 到 32 个字母或数字，与公众号后台的令牌（Token）一致')
    .meta({ description: '服务器配置里的令牌（Token），自己定，两边一致。' }),
  /** Present: messages come and go encrypted (安全模式), plain ones are refused. Absent: 明文模式. */
  WECHAT_OA_AES_KEY: z
    .string()
    .regex(/^[\da-zA-Z]{43}$/u, '要是 43 个字母或数字，与公众号后台的消息加解密密钥一致')
    .optional()
    .meta({ description: '消息加解密密钥（安全模式）；留空为明文模式。' }),
});

export type OfficialAccountSettings = z.infer<typeof officialAccountSettings>;
