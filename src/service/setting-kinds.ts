/** The kinds of values that settings have: read from text, with one sentence for what is wrong. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { EVENT_TYPES } from './webhooks/event.ts';

export const day = z.iso.date({ error: '要写成 2022-06-20 这样的日期' });
export const port = z.coerce.number({ error: '要是端口号（0 到 65535 的整数）' }).int().min(0).max(65_535);
export const address = z.url({ protocol: /^https?$/u, error: '要是 http:// 或 https:// 开头的网址' });

/** A number of days; 0: for ever. */
export const days = (byDefault: number) =>
  z.coerce
    .number({ error: '要是天数（整数），0 表示一直保留' })
    .int('要是整数')
    .min(0, '不能是负数')
    .max(36_500, '最多 36500')
    .default(byDefault);

export const perMinute = z.coerce.number({ error: '要是正整数' }).int('要是正整数').min(1, '要是正整数');

/** https://a.example,https://b.example */
export const origins = z
  .string()
  .default('')
  .transform((list) => list.split(/[,，\s]+/u).filter((one) => one !== ''))
  .refine((all) => all.every((one) => one === '*' || URL.parse(one)?.origin === one), {
    error: '要是用逗号分开的网站地址，如 https://www.example.cn，末尾不带斜杠',
  });

/** '10.0.0.5, 172.16.0.0/12' → two entries. */
export function readProxies(text: string, context: z.RefinementCtx): string[] {
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

export const addresses = z
  .string()
  .default('')
  .transform((list) => list.split(/[,，\s]+/u).filter((one) => one !== ''))
  .pipe(z.array(address));

export const eventTypes = z
  .string()
  .default('')
  .transform((list) => list.split(/[,，\s]+/u).filter((one) => one !== ''))
  .pipe(z.array(z.enum(EVENT_TYPES, { error: `可以写：${EVENT_TYPES.join('、')}` })));

export const yesOrNo = z
  .enum(['yes', 'no'], { error: '要是 yes 或 no' })
  .default('no')
  .transform((answer) => answer === 'yes');

/** '03:30', a time of the day in Asia/Shanghai. */
export const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, '要写成 03:30 这样的时间');

/** smtp://user:password@mail.example.cn:587 */
export const smtp = z.url({
  protocol: /^smtps?$/u,
  error: '要写成 smtps://用户:密码@mail.example.cn:465 这样，用户和密码里的 @ 写成 %40',
});

const MAIL_ADDRESS = '要是邮箱地址，如 wang@example.cn，几个用逗号分开';
export const mailAddress = z.email({ error: MAIL_ADDRESS });
export const mailAddresses = z
  .string()
  .default('')
  .transform((list) => list.split(/[,，;；\s]+/u).filter((one) => one !== ''))
  .pipe(z.array(mailAddress));

/** https://id.example.gov.cn; without encryption on this machine alone. */
export const issuer = address.refine(
  (url) => url.startsWith('https://') || ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(url).hostname),
  { error: '要以 https:// 开头' },
);
