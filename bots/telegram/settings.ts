/** The settings of the Telegram channel. */
import { z } from 'zod';

const address = (error: string) => z.url({ protocol: /^https?$/u, error });

export const telegramSettings = z
  .object({
    /** 123456789:AAF9xk3… */
    TELEGRAM_BOT_TOKEN: z
      .string({ error: '没有填写，请向 @BotFather 取得机器人令牌' })
      .regex(/^\d+:[\w-]+$/u, '格式应为“数字:字母数字”，请从 @BotFather 处完整复制')
      .meta({ description: '从 @BotFather 得到的令牌；填了就启用。' }),
    TELEGRAM_API_ROOT: address('要是 http:// 或 https:// 开头的网址')
      .default('https://api.telegram.org')
      .meta({ description: 'Bot API 地址，自建网关或境内代理时改。' }),
    /** Absent: long polling. */
    TELEGRAM_WEBHOOK_URL: address('要是 Telegram 能访问到的 https:// 网址')
      .optional()
      .meta({ description: '填了就用 webhook，否则用轮询。' }),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{1,256}$/u, '只能用 1 到 256 个字母、数字、下划线或连字符')
      .optional()
      .meta({ description: 'webhook 的密钥（A-Z a-z 0-9 _ -，最长 256）。' }),
    /** The way out where api.telegram.org is not reached directly. */
    HTTPS_PROXY: address('要是 http:// 开头的代理地址')
      .optional()
      .meta({ description: 'HTTP 代理，如 http://127.0.0.1:7890（Telegram 走它）。' }),
  })
  .refine((settings) => !settings.TELEGRAM_WEBHOOK_URL || settings.TELEGRAM_WEBHOOK_SECRET, {
    path: ['TELEGRAM_WEBHOOK_SECRET'],
    error: '用 TELEGRAM_WEBHOOK_URL 时必须填写，请自取一串随机字母和数字',
  });

export type TelegramSettings = z.infer<typeof telegramSettings>;
