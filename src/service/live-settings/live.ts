/** The settings as they are now: every worker of a store follows what officers change, without a restart. */
import type { Store } from '../../store/index.ts';
import type { Settings } from '../settings.ts';
import { changedSettings, settingsWith } from './changeable.ts';
import { type Emblem, emblemVersion, keptEmblem } from './emblem.ts';

/** The settings, and the emblem that officers have brought in. */
export type SettingsNow = Settings & { emblem: Emblem | null };

export interface LiveSettings {
  /** The same object until something is changed. */
  current(): SettingsNow;
  /** Reads what has been changed. */
  refresh(): Promise<void>;
  /** Looks for changes from now on. */
  watch(options: { everyMs?: number; onError(error: unknown): void }): { stop(): Promise<void> };
}

const EVERY_MS = 2_000;

export async function openLiveSettings(base: Settings, store: Store): Promise<LiveSettings> {
  let seen = '';
  let now: SettingsNow = { ...base, emblem: null };
  async function refresh(): Promise<void> {
    const changed = await changedSettings(store);
    const version = await emblemVersion(store);
    const said = JSON.stringify([changed, version]);
    if (said === seen) return;
    const emblem = version === null ? null : await keptEmblem(store, version);
    seen = said;
    now = { ...settingsWith(base, changed), emblem };
  }
  await refresh();
  return {
    current: () => now,
    refresh,
    watch({ everyMs = EVERY_MS, onError }) {
      let round: Promise<void> | null = null;
      const timer = setInterval(() => {
        round ??= refresh()
          .catch(onError)
          .finally(() => {
            round = null;
          });
      }, everyMs).unref();
      return {
        async stop() {
          clearInterval(timer);
          await round;
        },
      };
    },
  };
}
