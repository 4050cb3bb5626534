/** Colleagues use one enterprise's profile together, where the office allows it: begun, joined by a code, left, ended. */
import type { Effect } from '../../contract/index.ts';
import { sharingWords as words } from '../../words/index.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';

/** ABCD-2345, as the code is told: in any case, with or without the line between. */
const CODE = /(?<![A-Z\d])(?<first>[A-HJKMNP-Z2-9]{4})[-－ ]?(?<second>[A-HJKMNP-Z2-9]{4})(?![A-Z\d])/iu;
/** So much may stand beside it: 加入共享 ABCD-2345. */
const MOST_BESIDE = 10;

/** A message that is little else than a code joins by it. */
export const joining: Handler = (scene) => {
  const { text } = scene.message;
  const found = CODE.exec(text)?.groups;
  if (!scene.known.mayShare || !found || text.trim().length > MOST_BESIDE + '1234-5678'.length) return null;
  return sharing(scene, { kind: 'share-joined', code: `${found.first}${found.second}`.toUpperCase() });
};

const acting =
  (kind: 'share-asked' | 'share-left' | 'share-ended') =>
  (scene: Scene): Outcome | null =>
    scene.known.mayShare ? sharing(scene, { kind }) : null;

export const beginSharing = acting('share-asked');
export const leaveSharing = acting('share-left');
export const endSharing = acting('share-ended');

/** What came of it is known only where it is kept. */
const sharing = ({ state, known }: Scene, effect: Effect): Outcome =>
  known.mayShare === 'alone'
    ? say(state, words.alone)
    : say(state, '{sharing}', { about: state.about }, [effect]);
