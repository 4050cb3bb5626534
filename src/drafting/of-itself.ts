/** '按实际支付利息的50%给予贴息；评估费按80%补助': two things of one sentence, each for what it asks itself, and both paid to who meets both. */
import { sameMeasure } from './bounds.ts';
import type { DraftBenefit } from './draft.ts';
import type { Grant } from './grant.ts';
import type { Payment } from './payment.ts';

/** Not two sums for two titles, of which one may take the place of the other; not two shares of one thing, nor two who shut each other out. */
export function isOfItself(
  at: number,
  groups: readonly (readonly Grant[])[],
  drafts: readonly DraftBenefit[],
): boolean {
  const [draft, base] = [drafts[at]!, drafts[at - 1]!];
  const [{ limb }, before] = [groups[at]![0]!, groups[at - 1]![0]!];
  const inSentence = groups.filter(([first]) => first!.limb.sentence === limb.sentence);
  const follows = before.limb.sentence === limb.sentence && before.limb.part === limb.part;
  if (!follows || inSentence.length !== 2) return false;
  return isAnotherKind(draft, base) && isAnotherCase(draft, base);
}

function isAnotherKind(draft: DraftBenefit, base: DraftBenefit): boolean {
  const [given, first] = [draft.rows[0]!.payment, base.rows[0]!.payment];
  const areSums = isSum(given) && base.rows.every(({ payment }) => isSum(payment));
  const areOfOne = given.form === first.form && (given.form !== 'share' || given.base === first.base);
  return !areSums && !areOfOne;
}

const isSum = ({ form }: Payment): boolean => form === 'yuan';

/** Of the same who, and nothing that one asks is what the other may not be. */
function isAnotherCase(draft: DraftBenefit, base: DraftBenefit): boolean {
  const isOther = draft.who !== null && base.who !== null && draft.who !== base.who;
  const leavesOut = [draft, base].some(
    ({ flags, leftOut }) => leftOut.length > 0 || flags.some(({ not }) => not),
  );
  const tiers = draft.bounds.some((bound) => base.bounds.some((one) => sameMeasure(one, bound)));
  const shutsOut = draft.flags.some(({ words }) => base.flags.some((one) => isOpposed(words, one.words)));
  return !isOther && !leavesOut && !tiers && !shutsOut;
}

/** 已获得上级贴息 · 未获得上级贴息 */
const isOpposed = (one: string, other: string): boolean =>
  bare(one) === bare(other) && /^(?:未|没有?|无|非|不)/u.test(one) !== /^(?:未|没有?|无|非|不)/u.test(other);
const bare = (words: string): string => words.replace(/^(?:已经?|未|没有?|无|非|不)+/u, '');
