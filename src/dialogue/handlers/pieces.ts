/** 我们 ⏎ 325个人 ⏎ 做汽配的: pieces sent one by one are one statement. */
import type { Message } from '../../contract/index.ts';
import { general as words } from '../../words/index.ts';
import { type Outcome, type Scene, say } from '../scene.ts';

/** A sentence left open is kept for the next message. */
export function unfinished(scene: Scene): Outcome {
  const { state, message } = scene;
  const outcome = say(state, words.unfinished, {
    about: state.about,
    asks: state.asked.length > 0 ? state.asked : null,
  });
  return { ...outcome, state: { ...outcome.state, piece: message.said ?? message.text } };
}

/** The message with what was left open before it. */
export const withPiece = (message: Message, piece: string | null): Message =>
  piece === null || message.choice ? message : { ...message, text: `${piece}${message.text}` };
