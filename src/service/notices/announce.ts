/** What happened is told to other systems and to officers, in the transaction of what it tells of. */
import type { Settings } from '../settings.ts';
import { type Announce, announceToNobody, webhookAnnouncer } from '../webhooks/announce.ts';
import { noticeOf } from './notice.ts';
import { NOTICE_CHANNEL } from './robot.ts';

type Told = Pick<Settings, 'WEBHOOK_URLS' | 'WEBHOOK_EVENTS'> &
  Partial<Pick<Settings, 'OFFICER_ROBOT_URL' | 'PUBLIC_URL'>>;

/** Whether anybody is told of anything. */
export const isListened = ({ WEBHOOK_URLS, OFFICER_ROBOT_URL }: Told): boolean =>
  WEBHOOK_URLS.length > 0 || OFFICER_ROBOT_URL !== undefined;

export function announcer(settings: Told): Announce {
  const toSystems = webhookAnnouncer(settings);
  const { OFFICER_ROBOT_URL: robot, PUBLIC_URL: root = null } = settings;
  if (robot === undefined) return toSystems;
  return async (records, event, now) => {
    if (toSystems !== announceToNobody) await toSystems(records, event, now);
    const notice = noticeOf(event, now, root);
    if (!notice) return;
    await records.outbox.add({
      id: `${NOTICE_CHANNEL}:${notice.id}`,
      channel: NOTICE_CHANNEL,
      conversationId: robot,
      isGroup: true,
      body: notice.text,
      createdAt: now,
    });
  };
}
