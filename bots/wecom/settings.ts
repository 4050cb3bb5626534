/** The settings of the 企业微信 智能机器人, from 管理工具 → 智能机器人 → API 模式（长连接）. */
import { z } from 'zod';

const missing = (what: string) => `没有填写，请从企业微信“智能机器人”的 API 配置（长连接）复制 ${what}`;

export const wecomSettings = z.object({
  WECOM_BOT_ID: z
    .string({ error: missing('Bot ID') })
    .regex(/^[\w-]{4,128}$/u, '只含字母、数字、下划线或连字符，请完整复制 Bot ID')
    .meta({ description: '智能机器人的 Bot ID（API 模式、长连接）。' }),
  WECOM_BOT_SECRET: z
    .string({ error: missing('Secret') })
    .regex(/^[\w-]{4,256}$/u, '只含字母、数字、下划线或连字符，请完整复制 Secret')
    .meta({ description: '智能机器人的 Secret。' }),
});

export type WecomSettings = z.infer<typeof wecomSettings>;
