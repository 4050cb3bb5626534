/** Notices through the robot of a 企业微信 group. Source: developer.work.weixin.qq.com, 群机器人配置说明 (20 messages a minute). */
import type { Store } from '../../store/index.ts';
import type { Settings } from '../settings.ts';
import { post } from '../webhooks/post.ts';
import { type Attempt, createQueueSender, type QueueLog, type QueueSender } from '../webhooks/queue.ts';

/** The outbox's name for what officers are told. */
export const NOTICE_CHANNEL = 'officer-notice';

/** The answer is {"errcode":0,"errmsg":"ok"}. */
const ANSWER_BYTES = 4_096;
/** Too many a minute. */
const TOO_OFTEN = 45_009;

export interface RobotOptions {
  store: Store;
  settings: Pick<Settings, 'OFFICER_ROBOT_URL' | 'WEBHOOK_ALLOW_PRIVATE'>;
  log: QueueLog;
  retryMs?: readonly number[];
  pollMs?: number;
}

export function createRobotSender({ store, settings, log, retryMs, pollMs }: RobotOptions): QueueSender {
  const { OFFICER_ROBOT_URL: url, WEBHOOK_ALLOW_PRIVATE: allowPrivate } = settings;
  return createQueueSender({
    store,
    channel: NOTICE_CHANNEL,
    log,
    retryMs,
    pollMs,
    async send({ conversationId, body }) {
      if (conversationId !== url)
        return { kind: 'not-sent', reason: 'this robot is no longer in the settings', isFinal: true };
      return sayToRobot({ url, text: body, allowPrivate });
    },
  });
}

/** One message to the group. */
export async function sayToRobot({
  url,
  text,
  allowPrivate,
}: {
  url: string;
  text: string;
  allowPrivate: boolean;
}): Promise<Attempt> {
  const body = JSON.stringify({ msgtype: 'text', text: { content: text } });
  const posted = await post({ url, headers: {}, body, allowPrivate, readBytes: ANSWER_BYTES });
  if (posted.kind === 'refused') return { kind: 'not-sent', reason: 'an inner address', isFinal: true };
  if (posted.kind === 'failed') return { kind: 'not-sent', reason: posted.reason, isFinal: false };
  const code = codeIn(posted.text);
  if (posted.status === 200 && code === 0) return { kind: 'sent' };
  const reason = code === null ? `status ${posted.status}` : `errcode ${code}`;
  // A code of the platform, such as a wrong key, does not get better by repeating.
  return { kind: 'not-sent', reason, isFinal: code !== null && code !== TOO_OFTEN };
}

function codeIn(text: string): number | null {
  try {
    const { errcode } = JSON.parse(text) as { errcode?: unknown };
    return typeof errcode === 'number' ? errcode : null;
  } catch {
    return null;
  }
}
