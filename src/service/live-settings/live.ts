/** The settings as they are now: every worker of a store follows what officers change, without a restart. */
import type { Store } from '../../store/index.ts';
import { listUnits, type Unit } from '../desk/index.ts';
import type { Settings } from '../settings.ts';
import { changedSettings, settingsWith } from './changeable.ts';
import { type Emblem, emblemVersion, keptEmblem } from './emblem.ts';

/** The settings, the emblem that officers have brought in, and the directory of units that they keep. */
export type SettingsNow = Settings & { emblem: Emblem | null; units: readonly Unit[] };

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
  let now: SettingsNow = { ...base, emblem: null, units: [] };
  async function refresh(): Promise<void> {
    const changed = await changedSettings(store);
    const version = await emblemVersion(store);
    const units = await listUnits(store);
    const said = JSON.stringify([changed, version, units]);
    if (said === seen) return;
    const emblem = version === null ? null : await keptEmblem(store, version);
    seen = said;
    now = { ...settingsWith(base, changed), emblem, units };
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
