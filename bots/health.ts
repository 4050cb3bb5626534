/** How a channel is, and a line in the log for every change of it. */
import type { ChannelHealth } from './channel.ts';
import type { ChannelTools } from './channel-tools.ts';

export interface Reporter {
  report(state: ChannelHealth['state'], detail: string): void;
  health(): ChannelHealth;
}

/** `detail`: what is said until the first report; one Chinese sentence. */
export function createReporter(channel: string, detail: string, { timing, log }: ChannelTools): Reporter {
  let health: ChannelHealth = { state: 'starting', detail, since: timing.now() };
  return {
    report(state, next) {
      if (health.state === state && health.detail === next) return;
      health = { state, detail: next, since: timing.now() };
      log.info({ channel, state }, next);
    },
    health: () => health,
  };
}
