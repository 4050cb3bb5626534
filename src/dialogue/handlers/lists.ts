/** 前面那个列表再给我看看: the last list that was shown. */
import { general as words } from '../../words/index.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { checkupAgain } from './checkup.ts';
import { menuAgain } from './general.ts';

export const listAgain = (scene: Scene): Outcome =>
  checkupAgain(scene) ?? menuAgain(scene) ?? say(scene.state, words.noList, { about: scene.state.about });
