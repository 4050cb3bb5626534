/** Policies sent unasked, to those who want it. */
export {
  type Candidate,
  type Pushed,
  type PushPreview,
  previewPush,
  pushOutcomes,
  sendPush,
} from './push.ts';
export { type MeasureReach, type Reach, reachOf } from './reach.ts';
