/** A message sent at once, so that whoever set a way up sees whether it arrives. */
import type { Store } from '../../store/index.ts';
import { settingChangeWords as words } from '../../words/index.ts';
import { type Actor, note } from '../officers/index.ts';
import type { Settings } from '../settings.ts';
import type { Attempt } from '../webhooks/queue.ts';
import { type MailSettings, sendMail } from './mail.ts';
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
  await noteTried(store, { action: 'robot.test', subject: 'OFFICER_ROBOT_URL' }, attempt, actor);
  return attempt;
}

/** To every address of the settings; the first that failed, or null where they name none. */
export async function tryMail(store: Store, settings: MailSettings, actor: Actor): Promise<Attempt | null> {
  let told: Attempt | null = null;
  for (const to of settings.OFFICER_MAIL) {
    const id = `test:${to}:${store.now()}`;
    const attempt = await sendMail(settings, { id, to, text: words.test(actor.name) });
    if (told === null || told.kind === 'sent') told = attempt;
  }
  if (told) await noteTried(store, { action: 'mail.test', subject: 'OFFICER_MAIL' }, told, actor);
  return told;
}

const noteTried = (
  store: Store,
  deed: { action: string; subject: string },
  attempt: Attempt,
  actor: Actor,
): Promise<void> =>
  store.transaction((records) =>
    note(records, actor, store.now(), {
      ...deed,
      after: attempt.kind === 'sent' ? 'sent' : attempt.reason,
    }),
  );
