/** What the routes of the web site work with. */
import type { Context, Hono } from 'hono';
import type { Day } from '../../src/contract/index.ts';
import type { App } from '../../src/service/index.ts';
import type { ChannelHealth, Edge, Receive } from '../channel.ts';
import type { Log } from '../log.ts';
import type { Meters } from '../meters.ts';
import type { AddressOf } from './address.ts';
import type { Identity } from './identity.ts';
import type { Mailbox } from './mailbox.ts';
import type { Frame } from './pages/layout.ts';
import type { Streams } from './streams.ts';
import type { Visitors } from './visitors.ts';

export interface SiteOptions {
  app: App;
  publicUrl: string | undefined;
  /** Who asks, see TRUSTED_PROXIES. */
  addressOf: AddressOf;
  /** What a reader of /metrics has to show; without one there is no such page. */
  metricsToken: string | undefined;
  /** Counts and times of this process, as Prometheus reads them. */
  meters: Pick<Meters, 'text'>;
  /** As the settings are now. */
  identity(): Identity;
  /** Other sites that may show the pages in a frame. */
  frameAncestors(): string | undefined;
  log: Log;
  /** Callbacks of other channels, mounted at their paths. */
  edges: Edge[];
  /** Mounted before the guards of the pages: they have their own. */
  routers: Hono[];
  health(): Record<string, ChannelHealth>;
  mailbox: Mailbox;
  streams: Streams;
  visitors: Visitors;
  /** Null before the start and after the stop. */
  receive(): Receive | null;
  /** Resolves when an answer to the event has been shown, or after the time. */
  answered(event: string, milliseconds: number): Promise<void>;
  limits: SiteLimits;
}

export interface SiteLimits {
  postsPerMinute: number;
  requestsPerMinute: number;
  bodyBytes: number;
}

/** What the routes work with. */
export interface Site extends SiteOptions {
  today(): Day;
  /** What stands around every page. */
  frame(c: Context): Frame;
}
