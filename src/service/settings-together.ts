/** Settings that are of use only with others. */
import type { Settings } from './settings.ts';

/** One sentence about the first that stands alone, or null. */
export function whatIsLacking(settings: Settings): string | null {
  const { WEBHOOK_URLS, WEBHOOK_SECRET, OFFICER_MAIL, SMTP_URL, SMTP_FROM, PUBLIC_URL } = settings;
  const { OIDC_ISSUER, OIDC_CLIENT_ID, WECOM_CORP_ID, WECOM_AGENT_ID, WECOM_AGENT_SECRET } = settings;
  if (WEBHOOK_URLS.length > 0 && WEBHOOK_SECRET === undefined)
    return '设置了 WEBHOOK_URLS 就要设置 WEBHOOK_SECRET，接收方凭它核对签名。';
  if (OFFICER_MAIL.length > 0 && SMTP_URL === undefined)
    return '设置了 OFFICER_MAIL 就要设置 SMTP_URL，邮件从那里发出。';
  if (SMTP_URL !== undefined && SMTP_FROM === undefined && !new URL(SMTP_URL).username.includes('%40'))
    return 'SMTP_URL 里的用户不是邮箱地址，请设置 SMTP_FROM（发件人的邮箱）。';
  if (OIDC_ISSUER !== undefined && OIDC_CLIENT_ID === undefined)
    return '设置了 OIDC_ISSUER 就要设置 OIDC_CLIENT_ID，认证方凭它认识本应用。';
  if (WECOM_CORP_ID !== undefined && (WECOM_AGENT_ID === undefined || WECOM_AGENT_SECRET === undefined))
    return '设置了 WECOM_CORP_ID 就要设置 WECOM_AGENT_ID 和 WECOM_AGENT_SECRET，从自建应用的详情页复制。';
  if ((OIDC_ISSUER ?? WECOM_CORP_ID) !== undefined && PUBLIC_URL === undefined)
    return '设置了 OIDC_ISSUER 或 WECOM_CORP_ID 就要设置 PUBLIC_URL，登录以后回到那里。';
  return null;
}
