/** Replies that are not the bot's own for this contact: an officer's words, and what can be said to nobody in particular. */
import { plainReply, type Reply } from '../contract/index.ts';
import { channelWords, general, inboxWords } from '../words/index.ts';
import type { Handled } from './handled.ts';
import type { FoundAnswer } from './inbox/index.ts';

/** An officer's answer: no card, no document, no verdict and no amount stand behind it. */
export function inOwnWords({ answer, similar }: FoundAnswer, found: Reply, isFirst = false): Reply {
  const { kind, text, by, on } = answer;
  const asked = similar ? answer.question : null;
  const said =
    kind === 'ask' ? inboxWords.whomToAsk(text, by, on, asked) : inboxWords.ownAnswer(text, by, on, asked);
  // It may be beside the point: what would have been said without it stays behind it, a menu or an honest no.
  if (similar) return { ...found, text: `${said}\n\n${found.text}` };
  return plainReply(isFirst ? `${said}\n${general.firstContact}` : said);
}

/** An answer to what was asked, and nothing kept; what would have to be kept is refused. */
export function ofNobody({ reply, effects, library, kind, exchange }: Handled): Handled {
  const asksToKeep = effects.some(({ kind }) => kind !== 'profile-updated' && kind !== 'reminder-list');
  const isTold = effects.length > 0;
  const text = asksToKeep
    ? channelWords.anonymous
    : isTold
      ? `${reply.text}\n${channelWords.anonymousNote}`
      : reply.text;
  return {
    reply: { ...reply, text, ...(asksToKeep ? { options: [] } : {}) },
    effects: [],
    library,
    kind,
    exchange,
  };
}
