/** Starts channels: a wrong setting is thrown, any other trouble is that channel's alone and is tried again beside the others. */
import { UserError } from '../../src/contract/index.ts';
import { channelWords as words } from '../../src/words/index.ts';
import type { Channel, ChannelHealth, Receive } from '../channel.ts';
import { describeError, type Log } from '../log.ts';
import type { Timing } from '../timing.ts';

export interface Starter {
  start(channel: Channel): Promise<void>;
  /** Why the channel of this name has not started; undefined when it has. */
  trouble(name: string): ChannelHealth | undefined;
}

export interface StarterOptions {
  receive: Receive;
  timing: Timing;
  log: Log;
  stopping: AbortSignal;
}

const RETRY_MS = 30_000;

export function createStarter({ receive, timing, log, stopping }: StarterOptions): Starter {
  const troubles = new Map<string, ChannelHealth>();

  function failed({ name }: Channel, error: unknown): void {
    log.error({ channel: name, error: describeError(error) }, 'gateway: a channel did not start');
    if (!troubles.has(name))
      troubles.set(name, { state: 'down', detail: words.notStarted, since: timing.now() });
  }

  async function startLater(channel: Channel): Promise<void> {
    while (!stopping.aborted) {
      await timing.sleep(RETRY_MS, stopping);
      if (stopping.aborted) return;
      try {
        await channel.start(receive);
        troubles.delete(channel.name);
        return;
      } catch (error) {
        failed(channel, error);
      }
    }
  }

  return {
    async start(channel) {
      try {
        await channel.start(receive);
      } catch (error) {
        if (error instanceof UserError || stopping.aborted) throw error;
        failed(channel, error);
        void startLater(channel);
      }
    },
    trouble: (name) => troubles.get(name),
  };
}
