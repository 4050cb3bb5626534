/** 我们 ⏎ 325个人 ⏎ 做汽配的: pieces sent one by one are one statement. */
import { general as words } from '../../words/index.ts';
import { type Outcome, type Scene, say } from '../scene.ts';

/** A sentence left open is kept for the next message. */
export function unfinished(scene: Scene): Outcome {
  const { state, message } = scene;
  const outcome = say(state, words.unfinished, {
    about: state.about,
    asks: state.asked.length > 0 ? state.asked : null,
  });
  return { ...outcome, state: { ...outcome.state, piece: message.text } };
}

/** The message with what was left open before it. */
export function openPieces(scene: Scene): Scene {
  const { state, message } = scene;
  if (state.piece === null) return scene;
  const whole = `${state.piece}${message.text}`;
  const said = `${state.piece}${message.said ?? message.text}`;
  const own = message.own === undefined ? undefined : `${state.piece}${message.own}`;
  return {
    ...scene,
    state: { ...state, piece: null },
    message: { ...message, text: whole, said, ...(own === undefined ? {} : { own }) },
  };
}
