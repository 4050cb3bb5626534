/** Notices by mail, through the office's own mail server; one mail an address, so that a wrong one keeps nobody else waiting. */
import { createHash } from 'node:crypto';
import type { Transporter } from 'nodemailer';
import type { Store } from '../../store/index.ts';
import { noticeWords as words } from '../../words/index.ts';
import type { Settings } from '../settings.ts';
import { type Attempt, createQueueSender, type QueueLog, type QueueSender } from '../webhooks/queue.ts';

/** The outbox's name for what goes to officers by mail. */
export const MAIL_CHANNEL = 'officer-mail';

/** How long the mail server may take for each step. */
const PATIENCE_MS = 10_000;

export type MailSettings = Pick<Settings, 'SMTP_URL' | 'SMTP_FROM' | 'OFFICER_MAIL'>;

export interface MailOptions {
  store: Store;
  settings: MailSettings;
  log: QueueLog;
  retryMs?: readonly number[];
  pollMs?: number;
}

export function createMailSender({ store, settings, log, retryMs, pollMs }: MailOptions): QueueSender {
  return createQueueSender({
    store,
    channel: MAIL_CHANNEL,
    log,
    retryMs,
    pollMs,
    async send({ id, conversationId: to, body }) {
      if (!settings.OFFICER_MAIL.includes(to))
        return { kind: 'not-sent', reason: 'this address is no longer in the settings', isFinal: true };
      return sendMail(settings, { id, to, text: body });
    },
  });
}

/** One mail. `id`: sent twice, it is the same mail for the programs that show it. */
export async function sendMail(
  settings: MailSettings,
  { id, to, text }: { id: string; to: string; text: string },
): Promise<Attempt> {
  const transport = await transportOf(settings);
  if (!transport) return { kind: 'not-sent', reason: 'no mail server in the settings', isFinal: true };
  const from = senderOf(settings);
  const domain = from.split('@')[1] ?? 'localhost';
  try {
    await transport.sendMail({
      from,
      to,
      subject: words.subject(text.split('\n')[0] ?? ''),
      text,
      messageId: `<${createHash('sha256').update(id).digest('hex').slice(0, 32)}@${domain}>`,
      // RFC 3834: no answer of an absent officer comes back.
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { kind: 'sent' };
  } catch (error) {
    return failureOf(error);
  } finally {
    transport.close();
  }
}

/** Whether the server lets us in; null: it does. */
export async function mailFault(settings: MailSettings): Promise<string | null> {
  const transport = await transportOf(settings);
  if (!transport) return null;
  try {
    await transport.verify();
    return null;
  } catch (error) {
    const failed = failureOf(error);
    return failed.kind === 'sent' ? null : failed.reason;
  } finally {
    transport.close();
  }
}

/** Who the mail is from: what the settings say, or the name with which we sign in where that is an address. */
export const senderOf = ({ SMTP_FROM: from, SMTP_URL: url }: MailSettings): string =>
  from ?? decodeURIComponent(URL.parse(url ?? '')?.username ?? '');

/** Loaded when something is sent: a question on the command line sends nothing. */
async function transportOf({ SMTP_URL: url }: MailSettings): Promise<Transporter | null> {
  if (url === undefined) return null;
  const { createTransport } = await import('nodemailer');
  const { username, password, searchParams } = new URL(url);
  // A password goes over no line that others can read, unless the settings say so.
  const isPlainAllowed = searchParams.get('ignoreTLS') === 'true';
  return createTransport(
    {
      url,
      requireTLS: username !== '' && password !== '' && !isPlainAllowed,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    },
    { disableFileAccess: true, disableUrlAccess: true },
  );
}

/** Refused for good (5xx, a wrong password) does not get better by repeating. What the server said may name people: only its code is kept. */
function failureOf(error: unknown): Attempt {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  const reason = responseCode === undefined ? (code ?? 'failed') : `smtp ${responseCode}`;
  return { kind: 'not-sent', reason, isFinal: responseCode !== undefined && responseCode >= 500 };
}
