/** A message to the group, sent at once so that whoever set the robot up sees whether it arrives. */
import type { Store } from '../../store/index.ts';
import { settingChangeWords as words } from '../../words/index.ts';
import { type Actor, note } from '../officers/index.ts';
import type { Settings } from '../settings.ts';
import type { Attempt } from '../webhooks/queue.ts';
import { sayToRobot } from './robot.ts';

/** Null where the settings name no robot. */
export async function tryRobot(
  store: Store,
  {
    OFFICER_ROBOT_URL: url,
    WEBHOOK_ALLOW_PRIVATE: allowPrivate,
  }: Pick<Settings, 'OFFICER_ROBOT_URL' | 'WEBHOOK_ALLOW_PRIVATE'>,
  actor: Actor,
): Promise<Attempt | null> {
  if (url === undefined) return null;
  const attempt = await sayToRobot({ url, text: words.test(actor.name), allowPrivate });
  const after = attempt.kind === 'sent' ? 'sent' : attempt.reason;
  await store.transaction((records) =>
    note(records, actor, store.now(), { action: 'robot.test', subject: 'OFFICER_ROBOT_URL', after }),
  );
  return attempt;
}
