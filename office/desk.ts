/** What the routes of the console work with. */
import type { Context } from 'hono';
import type { Day } from '../src/contract/index.ts';
import type { AppLibrary, LiveSettings, Settings, Store } from '../src/service/index.ts';
import type { Tries } from './tries.ts';

export interface DeskOptions {
  store: Store;
  live: LiveSettings;
  /** Answers now. */
  library(): AppLibrary;
  today(): Day;
  addressOf(c: Context): string;
  /** What keys of programs may be given for. */
  scopes: readonly string[];
  /** Each channel as it is now. */
  health?: () => Record<string, { state: string; detail: string }>;
  onError(error: unknown, path: string): void;
}

export interface Desk extends DeskOptions {
  /** As they are now. */
  readonly settings: Settings;
  /** Of signing in, by address. */
  tries: Tries;
}
