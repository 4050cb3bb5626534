/** 我的资料: what is kept of the enterprise, and how to change it. */
import { readIntent } from '../intents.ts';
import { profileLines } from '../profile.ts';
import { type Handler, say } from '../scene.ts';
import { general } from '../words/general.ts';
import { profileWords as words } from '../words/profile.ts';

export const profile: Handler = ({ state, message, known, mind }) => {
  if (readIntent(message.text) !== 'profile') return null;
  const lines = profileLines(mind.knowledge, known.profile);
  if (lines.length === 0) return say(state, general.emptyProfile);
  return say(
    state,
    [words.head(known.enterprise), ...lines.map((line) => `· ${line}`), words.howToChange].join('\n'),
  );
};
