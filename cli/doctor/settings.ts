/** Are the settings right, and does every name in .env mean something? */
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { configuredChannels, settingGroups } from '../../bots/index.ts';
import { UserError } from '../../src/contract/index.ts';
import { loadSettings, type Settings } from '../../src/service/index.ts';
import { bad, type Finding, note, ok } from './finding.ts';

const ABOUT = '设置';

/** `settings` null: they are wrong, so that nothing else can be looked at. */
export function lookAtSettings(envFile = '.env'): { settings: Settings | null; findings: Finding[] } {
  try {
    const settings = loadSettings();
    const channels = configuredChannels(process.env).map(({ title }) => title);
    const known = channels.length > 0 ? channels.join('、') : '没有，只有网页和终端';
    return {
      settings,
      findings: [ok(ABOUT, `写得都对。启用的渠道：${known}。`), ...misspelt(envFile), ...risky(settings)],
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { settings: null, findings: [bad(ABOUT, error.message), ...misspelt(envFile)] };
  }
}

/** A name that nothing reads is most often a slip. */
function misspelt(envFile: string): Finding[] {
  if (!existsSync(envFile))
    return [note(ABOUT, '没有 .env 文件，用的都是默认值。可以从 .env.example 复制。')];
  const known = new Set(settingGroups().flatMap(({ settings }) => settings.map(({ name }) => name)));
  return Object.keys(parseEnv(readFileSync(envFile, 'utf8')))
    .filter((name) => !known.has(name))
    .map((name) => note(ABOUT, `.env 里的 ${name} 没有用到，请对照 .env.example 检查是不是写错了。`));
}

function risky({ HUIQI_TODAY, PUBLIC_URL, HOST, TRUSTED_PROXIES }: Settings): Finding[] {
  const isLocal = ['127.0.0.1', '::1', 'localhost'].includes(HOST);
  const isPlain =
    PUBLIC_URL?.startsWith('http://') && !/^http:\/\/(?:127\.0\.0\.1|localhost)/u.test(PUBLIC_URL);
  return [
    ...(HUIQI_TODAY
      ? [note(ABOUT, `“今天”固定为 ${HUIQI_TODAY}，截止日和提醒都按它算。正式使用请去掉 HUIQI_TODAY。`)]
      : []),
    ...(isPlain ? [note(ABOUT, 'PUBLIC_URL 不是 https://，请在前面放 nginx 或 Caddy 开启 HTTPS。')] : []),
    ...(PUBLIC_URL ? [] : [note(ABOUT, '没有设置 PUBLIC_URL，回复里不带条款链接，公众号回调也用不了。')]),
    ...(isLocal || TRUSTED_PROXIES.some((proxy) => !['127.0.0.1', '::1'].includes(proxy))
      ? []
      : [note(ABOUT, `HOST 是 ${HOST}，别的机器能直接访问。前面有代理的话，请设置 TRUSTED_PROXIES。`)]),
  ];
}
