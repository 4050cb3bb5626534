/** The settings of the personal WeChat channel through wechaty. */
import { z } from 'zod';

export const SERVICE_PUPPET = 'wechaty-puppet-service';

/** What a request may say to be accepted when nothing else is set. */
const DEFAULT_KEYWORDS = '惠企,政策';

export const wechatSettings = z
  .object({
    /** Package of the puppet. Has no default: wechaty's own (the web protocol) gets accounts banned. */
    WECHATY_PUPPET: z
      .string({ error: '没有填写，请写明所用的 puppet，例如 wechaty-puppet-service' })
      .regex(/^(?:@[a-z\d-]+\/)?[a-z\d][a-z\d.-]*$/u, '要是 puppet 的 npm 包名，例如 wechaty-puppet-service')
      .meta({ description: '必须写明 puppet，如 wechaty-puppet-service；不写就不启用。' }),
    /** puppet_workpro_… or insecure_… : the part before the underscore names the server's certificate. */
    WECHATY_PUPPET_SERVICE_TOKEN: z
      .string()
      .regex(/^[\w.-]+_[\w-]+$/u, '格式应为“前缀_令牌”，请向 puppet 服务商完整复制')
      .optional()
      .meta({ description: 'puppet 服务商给的令牌。' }),
    /** Absent: found by the token. */
    WECHATY_PUPPET_SERVICE_ENDPOINT: z
      .string()
      .regex(/^[\w.-]+:\d{1,5}$/u, '要写成“主机:端口”，例如 127.0.0.1:8788')
      .optional()
      .meta({ description: '自建网关的“主机:端口”；留空按令牌找。' }),
    /** '全部', or words divided by commas of which one must stand in the greeting. */
    WECHAT_FRIEND_KEYWORDS: z
      .string()
      .default(DEFAULT_KEYWORDS)
      .transform((text) => text.split(/[,，、\s]+/u).filter((word) => word !== ''))
      .meta({
        description: '加好友时验证语含哪些词就自动通过，用逗号分开；写“全部”则都通过。默认：惠企,政策',
      }),
    HUIQI_DATA_DIR: z.string().default('./data'),
  })
  .refine((settings) => settings.WECHATY_PUPPET !== SERVICE_PUPPET || settings.WECHATY_PUPPET_SERVICE_TOKEN, {
    path: ['WECHATY_PUPPET_SERVICE_TOKEN'],
    error: '用 wechaty-puppet-service 时必须填写，请向 puppet 服务商取得令牌',
  });

export type WechatSettings = z.infer<typeof wechatSettings>;
