/** 我的资料: what is kept of the enterprise, and how to change it. */

import { general, profileLines, profileWords as words } from '../../words/index.ts';
import { readIntent } from '../intents.ts';
import { type Handler, say } from '../scene.ts';

export const profile: Handler = ({ state, message, known, mind }) => {
  if (readIntent(message.text) !== 'profile') return null;
  const lines = profileLines(mind.knowledge, known.profile);
  if (lines.length === 0) return say(state, general.emptyProfile);
  return say(
    state,
    [words.head(known.enterprise), ...lines.map((line) => `· ${line}`), words.howToChange].join('\n'),
  );
};
