/** What happened is told to other systems and to officers, in the transaction of what it tells of. */
import type { Settings } from '../settings.ts';
import { type Announce, announceToNobody, webhookAnnouncer } from '../webhooks/announce.ts';
import { noticeOf } from './notice.ts';
import { idOn, waysOf } from './ways.ts';

type Told = Pick<Settings, 'WEBHOOK_URLS' | 'WEBHOOK_EVENTS'> &
  Partial<Pick<Settings, 'OFFICER_ROBOT_URL' | 'OFFICER_MAIL' | 'PUBLIC_URL'>>;

/** Whether anybody is told of anything. */
export const isListened = (settings: Told): boolean =>
  settings.WEBHOOK_URLS.length > 0 || waysOf(settings).length > 0;

export function announcer(settings: Told): Announce {
  const toSystems = webhookAnnouncer(settings);
  const { PUBLIC_URL: root = null } = settings;
  const ways = waysOf(settings);
  if (ways.length === 0) return toSystems;
  return async (records, event, now) => {
    if (toSystems !== announceToNobody) await toSystems(records, event, now);
    const notice = noticeOf(event, now, root);
    if (!notice) return;
    for (const way of ways)
      await records.outbox.add({
        id: idOn(way, notice.id),
        channel: way.channel,
        conversationId: way.to,
        isGroup: true,
        body: notice.text,
        createdAt: now,
      });
  };
}
