/** The door of the channels' house. The console and the web page are entered by doors of their own: each brings what only it needs. */
export type { Channel, ChannelHealth } from './channel.ts';
export type { ChannelTools } from './channel-tools.ts';
export { createGateway, type Gateway } from './gateway/index.ts';
export { createLog, describeError, type Log } from './log.ts';
export { createMeters } from './meters.ts';
export { configuredChannels } from './registry.ts';
export { settingGroups } from './setting-list.ts';
export { realTiming } from './timing.ts';
export { createTracer } from './tracer.ts';
export { watchedBy } from './watch.ts';
