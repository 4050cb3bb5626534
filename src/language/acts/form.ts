/** What a message may do in a talk, and the form in which it does: by the classes of words it consists of. */
import type { ActWords } from './words.ts';

export type Act =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'ok'
  | 'who'
  | 'authority'
  | 'freshness'
  | 'keeping'
  | 'fee'
  | 'contact'
  | 'help'
  | 'useless'
  | 'abuse'
  | 'gives-out'
  | 'orders'
  | 'chat'
  | 'mood'
  | 'media'
  | 'wait'
  | 'opening'
  | 'unfinished'
  | 'repeat'
  | 'shorter'
  | 'plainer'
  | 'no-share'
  | 'forget'
  | 'own-data'
  | 'reset'
  | 'back'
  | 'another'
  | 'more'
  | 'not-these'
  | 'stop'
  | 'continue'
  | 'list-again'
  | 'profile'
  | 'sheet'
  | 'checkup'
  | 'check'
  | 'person'
  | 'complaint'
  | 'grievance'
  | 'tickets'
  | 'switch-enterprise'
  | 'reminder-list'
  | 'reminder-cancel'
  | 'reminder-pause'
  | 'reminder-resume'
  | 'reminder-set'
  | 'reminder-about'
  | 'cancel'
  | 'applied'
  | 'quiet-hours'
  | 'push-on'
  | 'push-off'
  | 'share'
  | 'share-leave'
  | 'share-end'
  | 'original'
  | 'open-now'
  | 'shelf-list';

export interface Form {
  act: Act;
  /** A word of each of these has to be there, each a word of its own. */
  of: readonly ActWords[];
  /** Words of these may stand beside, as filling may. */
  with?: readonly ActWords[];
  /** None of these may be there. */
  not?: readonly ActWords[];
  /** So many characters of other matter may be there; 'any': what else is said is the matter of the act. */
  rest?: number | 'any';
  /** One clause of several is enough; the others are the matter. */
  clause?: true;
  /** Filling alone does not go with it: 好的, not 那就是好的吗. */
  bare?: true;
}
