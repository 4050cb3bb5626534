/** Every setting of the bot, read once from the environment (and .env), checked here. A wrong one stops the start with one sentence. */
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { UserError } from '../contract/index.ts';
import { EVENT_TYPES } from './webhooks/event.ts';

const day = z.iso.date({ error: '要写成 2022-06-20 这样的日期' });
const port = z.coerce.number({ error: '要是端口号（0 到 65535 的整数）' }).int().min(0).max(65_535);
const address = z.url({ protocol: /^https?$/u, error: '要是 http:// 或 https:// 开头的网址' });

const perMinute = z.coerce.number({ error: '要是正整数' }).int('要是正整数').min(1, '要是正整数');

/** https://a.example,https://b.example */
const origins = z
  .string()
  .default('')
  .transform((list) => list.split(/[,，\s]+/u).filter((one) => one !== ''))
  .refine((all) => all.every((one) => one === '*' || URL.parse(one)?.origin === one), {
    error: '要是用逗号分开的网站地址，如 https://www.example.cn，末尾不带斜杠',
  });

/** '10.0.0.5, 172.16.0.0/12' → two entries. */
function readProxies(text: string, context: z.RefinementCtx): string[] {
  const entries = text.split(/[,，、\s]+/u).filter((entry) => entry !== '');
  for (const entry of entries) {
    const [address = '', bits, ...more] = entry.split('/');
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    const fits = bits === undefined ? most > 0 : /^\d{1,3}$/u.test(bits) && Number(bits) <= most;
    if (!fits || more.length > 0)
      context.addIssue({
        code: 'custom',
        message: `“${entry}”不是地址，要写成 10.0.0.5 或 172.16.0.0/12，几个用逗号分开`,
      });
  }
  return entries;
}

const addresses = z
  .string()
  .default('')
  .transform((list) => list.split(/[,，\s]+/u).filter((one) => one !== ''))
  .pipe(z.array(address));

const eventTypes = z
  .string()
  .default('')
  .transform((list) => list.split(/[,，\s]+/u).filter((one) => one !== ''))
  .pipe(z.array(z.enum(EVENT_TYPES, { error: `可以写：${EVENT_TYPES.join('、')}` })));

const settingsSchema = z.object({
  HUIQI_DATA_DIR: z.string().default('./data'),
  HUIQI_KNOWLEDGE_DIR: z.string().optional(),
  HUIQI_OFFICE: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, '要用小写字母、数字和连字符，最多40个')
    .default('main'),
  HUIQI_TODAY: day.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//u, '要以 postgres:// 开头')
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: address.optional(),
  API_ACCESS: z.enum(['off', 'keys', 'open'], { error: '要是 off、keys 或 open' }).default('keys'),
  API_OPEN_PER_MINUTE: perMinute.default(120),
  API_CORS_ORIGINS: origins,
  /** Proxies that are believed when they name who asks; without it those on this machine. */
  TRUSTED_PROXIES: z.string().transform(readProxies).default(['127.0.0.1', '::1']),
  /** What a reader of /metrics shows as a Bearer token; without it there is no such page. */
  METRICS_TOKEN: z.string().min(16, '至少要 16 个字符，请自取一串随机字母和数字').optional(),
  /** The office that offers the bot, as its web page shows it. */
  OFFICE_NAME: z.string().max(30, '最多 30 个字').optional(),
  OFFICE_EMBLEM: z
    .string()
    .regex(/\.(?:svg|png)$/iu, '要是 .svg 或 .png 文件的路径')
    .optional(),
  OFFICE_COLOR: z
    .string()
    .regex(/^#[\da-f]{6}$/iu, '要写成 #0b5cad 这样的颜色')
    .optional(),
  OFFICE_PHONE: z
    .string()
    .regex(/^[\d+（）() -]{3,30}$/u, '要是电话号码')
    .optional(),
  OFFICE_FOOTER: z.string().max(200, '最多 200 个字').optional(),
  OFFICE_DISCLAIMER: z.string().max(500, '最多 500 个字').optional(),
  /** Other sites that may show the page in a frame of theirs. */
  FRAME_ANCESTORS: z
    .string()
    .regex(
      /^https?:\/\/[^\s;,]+(?:\s+https?:\/\/[^\s;,]+)*$/u,
      '要是网址，多个用空格分开，如 https://www.example.gov.cn',
    )
    .optional(),
  WEBHOOK_URLS: addresses,
  WEBHOOK_SECRET: z.string().min(16, '至少 16 个字符').optional(),
  WEBHOOK_EVENTS: eventTypes,
  WEBHOOK_ALLOW_PRIVATE: z
    .enum(['yes', 'no'], { error: '要是 yes 或 no' })
    .default('no')
    .transform((answer) => answer === 'yes'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: '要是 silent、error、warn、info 或 debug' })
    .default('info'),
});

export type Settings = z.infer<typeof settingsSchema>;

/** An empty value means "not set", as in a copied .env.example. */
export function presentOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== ''),
  );
}

/** One sentence that names the first wrong setting. */
export function settingProblem(error: z.ZodError): UserError {
  const issue = error.issues[0];
  return new UserError(
    `设置 ${issue?.path.join('.') ?? ''} 不对：${issue?.message ?? ''}。请在 .env 或环境变量里改正后再启动。`,
  );
}

export function parseSettings(environment: NodeJS.ProcessEnv): Settings {
  const parsed = settingsSchema.safeParse(presentOnly(environment));
  if (!parsed.success) throw settingProblem(parsed.error);
  const { WEBHOOK_URLS: urls, WEBHOOK_SECRET: secret } = parsed.data;
  if (urls.length > 0 && secret === undefined)
    throw new UserError('设置了 WEBHOOK_URLS 就要设置 WEBHOOK_SECRET，接收方凭它核对签名。');
  return parsed.data;
}

/** Reads ./.env when there is one; what stands in the environment wins. */
export function loadSettings(): Settings {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return parseSettings(process.env);
}
