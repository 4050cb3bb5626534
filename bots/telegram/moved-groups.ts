/** Groups that have become supergroups: their old id is still in subscriptions and answers under way. */
import type { ChatMoves } from '../../src/service/index.ts';
import { describeError, type Log } from '../log.ts';

export interface MovedGroups {
  /** What was learned before the start. A store that does not answer is no reason not to start: Telegram tells of it again. */
  load(): Promise<void>;
  learn(from: string, to: string): Promise<void>;
  /** The id that a chat has now. */
  placeOf(chat: string): string;
}

/** A group moves once; more would be a circle. */
const MOST_MOVES = 4;

export function createMovedGroups(moves: ChatMoves | undefined, log: Log): MovedGroups {
  const known = new Map<string, string>();

  const quietly = (work: Promise<unknown> | undefined): Promise<void> =>
    Promise.resolve(work).then(
      () => undefined,
      (error: unknown) => log.warn({ error: describeError(error) }, 'telegram: moved groups are not kept'),
    );

  return {
    load: () =>
      quietly(
        moves?.load().then((kept) => {
          for (const [from, to] of kept) known.set(from, to);
        }),
      ),
    async learn(from, to) {
      known.set(from, to);
      await quietly(moves?.keep(from, to));
    },
    placeOf(chat) {
      let place = chat;
      for (let moved = 0; moved < MOST_MOVES; moved++) place = known.get(place) ?? place;
      return place;
    },
  };
}
