/** Settings that officers change while the bot runs. */
export {
  CHANGEABLE,
  type Changeable,
  changedSettings,
  changeSettings,
} from './changeable.ts';
export { type LiveSettings, openLiveSettings } from './live.ts';
