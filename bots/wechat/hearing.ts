/** From wechaty's events to messages for the gateway: in the order of arrival, and whatever goes wrong, no further than the log. */
import type { Friendship, Wechaty } from 'wechaty';
import type { Receive } from '../channel.ts';
import type { Log } from '../log.ts';
import { createOnceReceiver } from '../receive-once.ts';
import type { Timing } from '../timing.ts';
import { describeFailure } from './failure.ts';
import { acceptsGreeting } from './friendship.ts';
import { greeting, seenSchema, toInbound } from './inbound.ts';
import { readMessage } from './read.ts';
import type { WechatSettings } from './settings.ts';
import { within } from './within.ts';

export interface Hearing {
  message(bot: Wechaty, messageId: string): void;
  friendship(bot: Wechaty, friendship: Friendship): void;
  /** Hears nothing more; resolves when all that was heard is stored. */
  stop(): Promise<void>;
}

export interface HearingOptions {
  receive: Receive;
  settings: WechatSettings;
  timing: Timing;
  log: Log;
}

/** What has to be asked of the puppet may take a while, but it holds up what comes after. */
const READ_LIMIT_MS = 10_000;

export function createHearing({ receive, settings, timing, log }: HearingOptions): Hearing {
  const receiver = createOnceReceiver(receive, timing, log);
  let reading: Promise<void> = Promise.resolve();
  let stopped = false;

  const failed = (what: string) => (error: unknown) =>
    log.warn({ error: describeFailure(error, settings.WECHATY_PUPPET_SERVICE_TOKEN) }, what);

  async function read(bot: Wechaty, messageId: string): Promise<void> {
    const seen = seenSchema.safeParse(await within(timing, READ_LIMIT_MS, readMessage(bot, messageId), null));
    if (!seen.success) {
      log.warn({ problem: seen.error.issues[0]?.path.join('.') }, 'wechat: a message could not be read');
      return;
    }
    const inbound = toInbound(seen.data, timing.now());
    if (inbound) receiver.take(inbound);
  }

  async function meet(bot: Wechaty, friendship: Friendship): Promise<void> {
    const { Receive: REQUEST, Confirm: CONFIRMED } = bot.Friendship.Type;
    if (friendship.type() === CONFIRMED)
      receiver.take(greeting(friendship.contact().id, friendship.id, timing.now()));
    if (friendship.type() !== REQUEST) return;
    const accepted = acceptsGreeting(friendship.hello(), settings.WECHAT_FRIEND_KEYWORDS);
    if (accepted) await friendship.accept();
    log.info(
      { channel: 'wechat', accepted },
      accepted ? '通过了一个好友请求。' : '有一个好友请求待人工处理。',
    );
  }

  return {
    message(bot, messageId) {
      if (stopped) return;
      reading = reading.then(() => read(bot, messageId)).catch(failed('wechat: a message could not be read'));
    },
    friendship(bot, friendship) {
      if (stopped) return;
      meet(bot, friendship).catch(failed('wechat: a friend request failed'));
    },
    async stop() {
      stopped = true;
      await reading;
      await receiver.settled();
    },
  };
}
