/** What lies outside this process: the platforms, and the bot that runs. */
import { configuredChannels } from '../../bots/index.ts';
import { UserError } from '../../src/contract/index.ts';
import { beginSignIn, mailFault, type Settings } from '../../src/service/index.ts';
import { bad, type Finding, note, ok } from './finding.ts';

/** Asks each configured platform; those that can only be tried by starting are named. */
export async function lookAtChannels(environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  const channels = configuredChannels(environment);
  return Promise.all(
    channels.map(async ({ title, probe }) => {
      if (!probe) return note(title, '设置写得对；能不能连上，要启动后才知道。');
      const { ok: works, says } = await probe();
      return works ? ok(title, says) : bad(title, says);
    }),
  );
}

/** Whether the mail server lets us in, where officers are told by mail. */
export async function lookAtMail(settings: Settings): Promise<Finding[]> {
  if (settings.OFFICER_MAIL.length === 0) return [];
  const fault = await mailFault(settings);
  return [
    fault === null
      ? ok('邮件', '邮件服务器连得上。')
      : bad('邮件', `邮件服务器连不上（${fault}）。请核对 SMTP_URL 的地址、端口、用户和密码。`),
  ];
}

/** Whether the issuer answers, where officers sign in by it. */
export async function lookAtSignIn(settings: Settings): Promise<Finding[]> {
  if (settings.OIDC_ISSUER === undefined) return [];
  const about = settings.OIDC_NAME;
  try {
    await beginSignIn(settings, 'oidc', `${settings.PUBLIC_URL}/office/sign-in/oidc/back`);
    return [ok(about, '认证地址有应答；应用登记得对不对，要登录一次才知道。')];
  } catch {
    return [bad(about, `${settings.OIDC_ISSUER} 没有按 OpenID Connect 应答。请核对 OIDC_ISSUER。`)];
  }
}

const PATIENCE_MS = 5_000;

/** Asks /healthz of the bot that runs with these settings. A channel that is down is a note: a restart would not mend it. */
export async function lookAtRunning({ HOST, PORT }: Pick<Settings, 'HOST' | 'PORT'>): Promise<Finding[]> {
  const about = '运行';
  const host = HOST === '0.0.0.0' ? '127.0.0.1' : HOST === '::' ? '[::1]' : HOST;
  try {
    const response = await fetch(`http://${host}:${PORT}/healthz`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const said = (await response.json()) as {
      store?: string;
      channels?: Record<string, { state: string; detail: string }>;
    };
    if (said.store !== 'up') return [bad(about, '机器人在运行，但数据写不进去，请检查磁盘和数据库。')];
    const down = Object.entries(said.channels ?? {}).filter(([, { state }]) => state === 'down');
    return [
      ok(about, '机器人在运行，数据能写。'),
      ...down.map(([name, { detail }]) => note(about, `${name}：${detail}`)),
    ];
  } catch (error) {
    if (error instanceof UserError) throw error;
    return [bad(about, `http://${host}:${PORT} 没有应答。请用 huiqi serve 启动，再看它的日志。`)];
  }
}
