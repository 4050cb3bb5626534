/** Settings that officers change while the bot runs. */
export {
  CHANGEABLE,
  type Changeable,
  changedSettings,
  changeSettings,
} from './changeable.ts';
export { changeEmblem, type Emblem, MOST_EMBLEM_BYTES, MOST_EMBLEM_PIXELS } from './emblem.ts';
export { type LiveSettings, openLiveSettings, type SettingsNow } from './live.ts';
