/** Sign-in with 企业微信. Source: developer.work.weixin.qq.com, 企业微信Web登录 (构造登录链接, 获取用户登录身份). */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Settings } from '../settings.ts';
import type { Journey, Proof } from './journey.ts';

export type WecomSignInSettings = Pick<
  Settings,
  'WECOM_CORP_ID' | 'WECOM_AGENT_ID' | 'WECOM_AGENT_SECRET' | 'WECOM_API_ROOT'
>;

const PAGE = 'https://login.work.weixin.qq.com/wwlogin/sso/login';
const PATIENCE_MS = 10_000;

/** Where the browser is sent; null where the settings name no enterprise. */
export function beginWecom(
  { WECOM_CORP_ID: corp, WECOM_AGENT_ID: agent }: WecomSignInSettings,
  back: string,
): { address: string; journey: Journey } | null {
  if (corp === undefined || agent === undefined) return null;
  const state = randomBytes(24).toString('base64url');
  const asked = { login_type: 'CorpApp', appid: corp, agentid: agent, redirect_uri: back, state };
  return { address: `${PAGE}?${new URLSearchParams(asked)}`, journey: { state, nonce: '', verifier: '' } };
}

const answered = z.object({ errcode: z.number().default(0) });
const tokenAnswer = answered.extend({ access_token: z.string().min(1) });
/** Who is no member of the enterprise has an openid instead. */
const memberAnswer = answered.extend({ userid: z.string().min(1) });

/** Throws where the state is another, or the code is no member's. */
export async function endWecom(
  settings: WecomSignInSettings,
  { returned, journey }: { returned: URLSearchParams; journey: Journey },
): Promise<Proof> {
  const [code, state] = [returned.get('code') ?? '', returned.get('state') ?? ''];
  if (!isSame(state, journey.state)) throw new Error('another state');
  if (code === '') throw new Error('no code');
  const { WECOM_CORP_ID: corpid = '', WECOM_AGENT_SECRET: corpsecret = '', WECOM_API_ROOT: root } = settings;
  const { access_token } = tokenAnswer.parse(await get(root, 'gettoken', { corpid, corpsecret }));
  const { userid } = memberAnswer.parse(await get(root, 'auth/getuserinfo', { access_token, code }));
  return { way: 'wecom', account: userid };
}

async function get(root: string, path: string, query: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${root.replace(/\/$/u, '')}/cgi-bin/${path}?${new URLSearchParams(query)}`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
    redirect: 'error',
  });
  const answer: unknown = await response.json();
  const { errcode } = answered.parse(answer);
  // The platform's words may repeat what was sent, the secret too: only its number goes on.
  if (!response.ok || errcode !== 0)
    throw new Error(`${path}: status ${response.status}, errcode ${errcode}`);
  return answer;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
