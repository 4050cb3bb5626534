/** What steers the talk: one handler an act. */
import type { Act } from '../../language/index.ts';
import { readIntent } from '../intents.ts';
import type { Handler, Outcome, Scene } from '../scene.ts';
import { anotherTopic, furtherOnes, notThese } from './another.ts';
import { checkup } from './checkup.ts';
import * as general from './general.ts';
import { noShare, plainer, shorter } from './in-other-words.ts';
import { listAgain } from './lists.ts';
import { unfinished } from './pieces.ts';
import { profile } from './profile.ts';
import { original } from './question.ts';
import * as reminders from './reminders.ts';
import { beginSharing, endSharing, leaveSharing } from './sharing.ts';
import { sheet } from './sheet.ts';
import { openNow, shelf } from './shelf.ts';
import * as talk from './talk.ts';
import { complaint, grievance, person, ticketList } from './tickets.ts';

type Acting = (scene: Scene) => Outcome | null;

/** Null is given back where the words are no act here: the message is then read as any other. */
const BY_ACT: Partial<Record<Act, Acting>> = {
  greeting: talk.greeting,
  thanks: talk.thanks,
  goodbye: general.goodbye,
  ok: general.understood,
  who: talk.small,
  authority: talk.small,
  freshness: talk.small,
  keeping: talk.small,
  fee: talk.small,
  contact: talk.contact,
  help: general.help,
  useless: talk.useless,
  abuse: talk.small,
  'gives-out': talk.givesNothingOut,
  orders: talk.small,
  chat: talk.small,
  mood: talk.mood,
  media: talk.small,
  wait: talk.waits,
  opening: general.goAhead,
  unfinished,
  repeat: general.sayAgain,
  shorter,
  plainer,
  'no-share': noShare,
  forget: general.askForget,
  'own-data': general.ownData,
  reset: general.reset,
  back: general.goBack,
  another: anotherTopic,
  more: furtherOnes,
  'not-these': notThese,
  stop: general.stop,
  continue: general.goOn,
  'list-again': listAgain,
  profile,
  sheet,
  checkup,
  'open-now': openNow,
  'shelf-list': shelf,
  check: general.checkAbout,
  person,
  complaint,
  grievance,
  tickets: ticketList,
  'switch-enterprise': general.switchEnterprise,
  'reminder-list': reminders.listReminders,
  'reminder-cancel': reminders.cancelReminders,
  'reminder-pause': reminders.pauseReminders,
  'reminder-resume': reminders.resumeReminders,
  'reminder-set': reminders.setReminder,
  'reminder-about': reminders.howItWorks,
  cancel: reminders.cancelLast,
  applied: reminders.markApplied,
  'quiet-hours': reminders.keepQuiet,
  'push-on': general.pushOn,
  'push-off': general.pushOff,
  share: beginSharing,
  'share-leave': leaveSharing,
  'share-end': endSharing,
  original,
};

export const acting: Handler = (scene) => {
  const act = readIntent(scene.message);
  return (act && BY_ACT[act]?.(scene)) ?? goOnWithCheckup(scene);
};

/** What is told while a check-up is open goes on with it. */
const goOnWithCheckup: Acting = (scene) => (scene.state.checkup === null ? null : checkup(scene));
