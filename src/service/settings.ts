/** Every setting of the bot: what it may be, and what for. load-settings.ts reads them. */
import { z } from 'zod';
import {
  address,
  addresses,
  day,
  days,
  eventTypes,
  issuer,
  mailAddress,
  mailAddresses,
  origins,
  perMinute,
  port,
  readProxies,
  smtp,
  timeOfDay,
  yesOrNo,
} from './setting-kinds.ts';
import { EVENT_TYPES } from './webhooks/event.ts';

/** What `npm run settings` writes into .env.example and docs: where a setting stands, and what it is for. */
const told = (group: string, description: string) => ({ group, description });

const BASICS = '基本';
const OFFICE = '网页上的单位信息（都可留空）';
const MACHINES = '接口（REST /v1、/docs、MCP）';
const KEEPING = '保存多久';
const WATCH = '备份和监控';
const CONSOLE = '工作台（/office）';
const SIGN_IN = '工作台的登录（都可留空）';
const WEBHOOKS = '事件推送（webhooks）';

export const settingsSchema = z.object({
  HUIQI_DATA_DIR: z.string().default('./data').meta(told(BASICS, '状态（对话、资料、提醒）存放的目录。')),
  HUIQI_KNOWLEDGE_DIR: z.string().optional().meta(told(BASICS, '政策知识目录，默认用项目里的 knowledge/。')),
  HUIQI_OFFICE: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, '要用小写字母、数字和连字符，最多40个')
    .default('main')
    .meta(told(BASICS, '几个单位共用一个数据库时，各取一个名称；各看各的数据。')),
  HUIQI_UNTICKED: z
    .enum(['told', 'silent'], { error: '请写 told 或 silent' })
    .default('told')
    .meta(
      told(
        BASICS,
        '自动读出、还没有人核对的规则：told 照样计算，并注明未经人工核对；silent 只引用原文，核对以后才计算。',
      ),
    ),
  SHARED_PROFILES: z
    .enum(['on', 'off'], { error: '要是 on 或 off' })
    .default('off')
    .meta(
      told(
        BASICS,
        'on：同事可以凭24小时有效的共享码一起用一家企业的情况，互相看得到；随时可以退出或停止。off：各人只用自己说的。',
      ),
    ),
  HUIQI_TODAY: day
    .optional()
    .meta(told(BASICS, '把“今天”固定为某一天（演示、测试用），如 2022-06-20。正式使用请留空。')),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//u, '要以 postgres:// 开头')
    .optional()
    .meta(
      told(
        BASICS,
        '多个进程共用状态时填 PostgreSQL 地址，如 postgres://user:password@127.0.0.1:5432/huiqi；留空用 SQLite。',
      ),
    ),
  HOST: z
    .string()
    .default('127.0.0.1')
    .meta(told(BASICS, '网页监听的地址。要给别的机器看，请在前面放 nginx 或 Caddy，而不是改它。')),
  PORT: port.default(3000).meta(told(BASICS, '网页监听的端口。')),
  PUBLIC_URL: address
    .optional()
    .meta(told(BASICS, '对外网址，回复里的条款链接用它，如 https://huiqi.example.cn')),
  TRUSTED_PROXIES: z
    .string()
    .transform(readProxies)
    .default(['127.0.0.1', '::1'])
    .meta(
      told(
        BASICS,
        '反向代理的地址，只有它说的“访客地址”才算数；默认只信本机。几个用逗号分开，可写网段，如 10.0.0.5,172.16.0.0/12',
      ),
    ),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: '要是 silent、error、warn、info 或 debug' })
    .default('info')
    .meta(told(BASICS, '日志级别：silent、error、warn、info、debug。日志不含消息内容、令牌和电话。')),
  KEEP_IDLE_DAYS: days(180).meta(
    told(KEEPING, '多少天没有来问就忘掉（有待发的提醒、没办完的问题的不算）；0 表示一直保留。'),
  ),
  KEEP_TICKETS_DAYS: days(365).meta(told(KEEPING, '办结的问题留多少天；0 表示一直保留。')),
  KEEP_QUESTIONS_DAYS: days(90).meta(
    told(KEEPING, '问过的话和回答留多少天给工作人员看，到期删去文字，只留次数；0 表示一直保留。'),
  ),
  BACKUP_DIR: z.string().optional().meta(told(WATCH, '填了就每天自动备份到这个目录，最好在另一块盘上。')),
  BACKUP_AT: timeOfDay
    .default('03:30')
    .meta(told(WATCH, '每天几点以后备份（北京时间）。错过了，下次启动时补。')),
  BACKUP_KEEP: z.coerce
    .number({ error: '要是正整数' })
    .int('要是正整数')
    .min(1, '要是正整数')
    .default(14)
    .meta(told(WATCH, '留最近几份，更早的自动备份会删掉。')),
  METRICS_TOKEN: z
    .string()
    .min(16, '至少要 16 个字符，请自取一串随机字母和数字')
    .optional()
    .meta(
      told(WATCH, '填了才有 /metrics（Prometheus），读取时带 Authorization: Bearer 令牌；至少 16 个字符。'),
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: address
    .optional()
    .meta(
      told(WATCH, '填了就把每条消息的耗时发到这个 OTLP/HTTP 地址，如 http://127.0.0.1:4318。不含任何文字。'),
    ),
  OFFICE_NAME: z
    .string()
    .max(30, '最多 30 个字')
    .optional()
    .meta(told(OFFICE, '单位或服务的名称，显示在页眉。')),
  OFFICE_EMBLEM: z
    .string()
    .regex(/\.(?:svg|png)$/iu, '要是 .svg 或 .png 文件的路径')
    .optional()
    .meta(told(OFFICE, '徽标文件（.svg 或 .png）。')),
  OFFICE_COLOR: z
    .string()
    .regex(/^#[\da-f]{6}$/iu, '要写成 #0b5cad 这样的颜色')
    .optional()
    .meta(told(OFFICE, '主色，如 #0b5cad；太浅或太深时自动调到看得清。')),
  OFFICE_PHONE: z
    .string()
    .regex(/^[\d+（）() -]{3,30}$/u, '要是电话号码')
    .optional()
    .meta(told(OFFICE, '咨询电话，显示在页脚。')),
  OFFICE_FOOTER: z
    .string()
    .max(200, '最多 200 个字')
    .optional()
    .meta(told(OFFICE, '页脚文字，如主办单位、备案号。')),
  OFFICE_DISCLAIMER: z
    .string()
    .max(500, '最多 500 个字')
    .optional()
    .meta(told(OFFICE, '免责说明，替换默认的一句。')),
  OFFICE_WELCOME: z
    .string()
    .max(200, '最多 200 个字')
    .optional()
    .meta(told(OFFICE, '首页的欢迎语，替换默认的一句。')),
  OFFICE_PRIVACY: z
    .string()
    .max(2000, '最多 2000 个字')
    .optional()
    .meta(told(OFFICE, '隐私说明页上本单位自己的说明，放在固定内容之前。')),
  FRAME_ANCESTORS: z
    .string()
    .regex(
      /^https?:\/\/[^\s;,]+(?:\s+https?:\/\/[^\s;,]+)*$/u,
      '要是网址，多个用空格分开，如 https://www.example.gov.cn',
    )
    .optional()
    .meta(told(OFFICE, '允许哪些网站用框架嵌入本页，多个用空格分开，如 https://www.example.gov.cn')),
  OFFICE_CONSOLE: z
    .enum(['on', 'off'], { error: '要是 on 或 off' })
    .default('on')
    .meta(told(CONSOLE, 'on 打开，off 不要。第一位工作人员：huiqi officer add 姓名 --role 管理')),
  FOUR_EYES: yesOrNo.meta(
    told(CONSOLE, 'yes：文件要两个人签发才生效（四眼），命令行的 approve 算其中一个。'),
  ),
  PUSH_FROM: timeOfDay.default('09:00').meta(told(CONSOLE, '推送政策从每天几点起发（北京时间）。')),
  PUSH_UNTIL: timeOfDay
    .default('20:00')
    .meta(told(CONSOLE, '推送政策到每天几点止；之后的等到第二天。本人另设的免打扰时间照样不发。')),
  TICKET_ACCEPT_DAYS: days(1).meta(told(CONSOLE, '诉求几天内要受理；超过了在工作台标红。')),
  TICKET_CLOSE_DAYS: days(7).meta(told(CONSOLE, '诉求几天内要办结。')),
  OFFICER_ROBOT_URL: address
    .optional()
    .meta(
      told(
        CONSOLE,
        '企业微信群机器人的地址，如 https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…；新诉求、超时的诉求、没答上的问题告诉这个群，号码不发。',
      ),
    ),
  OFFICER_MAIL: mailAddresses.meta(
    told(CONSOLE, '同样的事发邮件告诉这些工作人员，几个用逗号分开，如 wang@example.cn；要同时填 SMTP_URL。'),
  ),
  SMTP_URL: smtp
    .optional()
    .meta(
      told(
        CONSOLE,
        '发邮件的服务器，如 smtps://用户:密码@mail.example.cn:465；smtp:// 有密码时要求 STARTTLS，内网服务器没有加密的，末尾加 ?ignoreTLS=true。',
      ),
    ),
  SMTP_FROM: mailAddress.optional().meta(told(CONSOLE, '发件人的邮箱，留空用 SMTP_URL 里的用户。')),
  OIDC_ISSUER: issuer
    .optional()
    .meta(
      told(
        SIGN_IN,
        '单位统一身份认证（OpenID Connect）的地址，如 https://id.example.gov.cn；回调地址登记为 PUBLIC_URL 加 /office/sign-in/oidc/back。',
      ),
    ),
  OIDC_CLIENT_ID: z.string().max(200).optional().meta(told(SIGN_IN, '在那里登记的应用的 client id。')),
  OIDC_CLIENT_SECRET: z
    .string()
    .max(500)
    .optional()
    .meta(told(SIGN_IN, '它的 client secret；公开应用（只用 PKCE）留空。')),
  OIDC_CLAIM: z
    .string()
    .regex(/^[\w:./-]{1,100}$/u, '要是一个声明的名称，如 sub、preferred_username、email')
    .default('sub')
    .meta(told(SIGN_IN, '凭哪一项认人，如 sub、preferred_username、email；和“工作人员”里填的账号一致。')),
  OIDC_NAME: z
    .string()
    .max(20, '最多 20 个字')
    .default('统一身份认证')
    .meta(told(SIGN_IN, '登录页上怎么称呼它。')),
  WECOM_CORP_ID: z
    .string()
    .regex(/^[\w-]{4,64}$/u, '只含字母、数字，请从企业微信管理后台“我的企业”复制企业ID')
    .optional()
    .meta(
      told(
        SIGN_IN,
        '用企业微信登录：企业ID。应用里“企业微信授权登录”的回调域填 PUBLIC_URL 的域名；工作人员的账号填成员的 UserID。',
      ),
    ),
  WECOM_AGENT_ID: z
    .string()
    .regex(/^\d{1,20}$/u, '要是数字，请从自建应用的详情页复制 AgentId')
    .optional()
    .meta(told(SIGN_IN, '自建应用的 AgentId。')),
  WECOM_AGENT_SECRET: z
    .string()
    .regex(/^[\w-]{4,256}$/u, '只含字母、数字、下划线或连字符，请从自建应用的详情页复制 Secret')
    .optional()
    .meta(told(SIGN_IN, '自建应用的 Secret。')),
  WECOM_API_ROOT: address
    .default('https://qyapi.weixin.qq.com')
    .meta(told(SIGN_IN, '企业微信接口的地址；私有部署的才要改。')),
  API_ACCESS: z
    .enum(['off', 'keys', 'open'], { error: '要是 off、keys 或 open' })
    .default('keys')
    .meta(told(MACHINES, 'off 关闭；keys 凭密钥（huiqi key add 发放）；open 查询类不用密钥，任何人可用。')),
  API_OPEN_PER_MINUTE: perMinute.default(120).meta(told(MACHINES, 'open 时，没有密钥的每个地址每分钟几次。')),
  API_CORS_ORIGINS: origins.meta(
    told(
      MACHINES,
      '允许哪些网站的脚本直接调用，用逗号分开，如 https://www.example.cn；* 为全部；留空为不允许。',
    ),
  ),
  WEBHOOK_URLS: addresses.meta(
    told(
      WEBHOOKS,
      '推给哪些地址，用逗号分开；按 standardwebhooks.com 签名（webhook-id、webhook-timestamp、webhook-signature）。',
    ),
  ),
  WEBHOOK_SECRET: z
    .string()
    .min(16, '至少 16 个字符')
    .optional()
    .meta(told(WEBHOOKS, '签名的密钥，至少 16 个字符；whsec_ 开头的按 base64。')),
  WEBHOOK_EVENTS: eventTypes.meta(
    told(WEBHOOKS, `只推哪几种，用空格或逗号分开，留空为全部：${EVENT_TYPES.join(' ')}`),
  ),
  WEBHOOK_ALLOW_PRIVATE: yesOrNo.meta(told(WEBHOOKS, '是否允许推到内网地址：yes 或 no。')),
});

export type Settings = z.infer<typeof settingsSchema>;
