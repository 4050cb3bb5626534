/** 我的资料: what is kept of the enterprise, and how to change it. */

import { general, profileLines, profileWords as words } from '../../words/index.ts';
import { type Outcome, type Scene, say } from '../scene.ts';

export const profile = ({ state, known, mind }: Scene): Outcome => {
  const lines = profileLines(mind.knowledge, known.profile);
  if (lines.length === 0) return say(state, general.emptyProfile);
  return say(
    state,
    [words.head(known.enterprise), ...lines.map((line) => `· ${line}`), words.howToChange].join('\n'),
  );
};
