/** What became of a question, in four words: for whoever watches how well the bot answers. */
import type { Effect, Reply } from '../contract/index.ts';

/** 'menu': several are offered to choose from; 'refused': no document answers it; 'handed-over': a person will. */
export type ReplyKind = 'answered' | 'menu' | 'refused' | 'handed-over';

export interface Judged {
  reply: Pick<Reply, 'options' | 'asks' | 'verdict'>;
  effects: readonly Effect[];
  unanswered?: boolean | undefined;
}

/** A question back with its possible answers is no menu: the thing itself was found. */
export function kindOf({ reply, effects, unanswered = false }: Judged): ReplyKind {
  if (effects.some(({ kind }) => kind === 'ticket-opened')) return 'handed-over';
  if (unanswered) return 'refused';
  const { options, asks, verdict } = reply;
  return options.length > 1 && verdict === null && (asks ?? []).length === 0 ? 'menu' : 'answered';
}
