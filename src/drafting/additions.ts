/** '给予3万元奖励；其中实施改造的，再按投入的10%给予补助': some of those who get a sum get more on top of it, and so one sum. */
import type { Grant } from './grant.ts';

/** Of those before it. */
const OF_THEM = /(?:^|[，；])(?:其中|在(?:此|上述)基础上)/u;
/** What is given comes on top of what is given already. */
export const comesOnTop = (before: string): boolean =>
  /再(?!生|制造|担保|就业|融资|保险|次)|另(?!外)|额外|追加|叠加/u.test(before);

/** So near before the sum. */
const NEAR = 18;

/** The grants without such additions, each with that of its own. */
export function withAdditions(grants: readonly Grant[]): Grant[] {
  const kept: Grant[] = [];
  for (const grant of grants) {
    const before = kept.at(-1);
    if (before && isAddition(grant, before) && takesOne(before, grant)) {
      before.onTop = grant;
      before.to = Math.max(before.to, grant.to);
    } else kept.push(grant);
  }
  return kept;
}

function isAddition({ limb, payments }: Grant, before: Grant): boolean {
  const [only, ...others] = payments;
  const isOne = others.length === 0 && ['yuan', 'share', 'each'].includes(only!.form) && only!.mark !== null;
  const isWhole = only!.caps.length <= 1 && only!.caps.every(({ per }) => per !== 'unit');
  const from = before.limb === limb ? before.payments.at(-1)!.end : 0;
  const opening = limb.plain.text.slice(from, only!.start);
  return isOne && isWhole && only!.item === null && OF_THEM.test(opening) && comesOnTop(opening.slice(-NEAR));
}

/** One plain sum, and conditions that the addition has more of. */
function takesOne(before: Grant, grant: Grant): boolean {
  const [only, ...others] = before.payments;
  const isPlain =
    others.length === 0 &&
    only!.form === 'yuan' &&
    only!.item === null &&
    only!.caps.length === 0 &&
    only!.monthly === null;
  const more =
    grant.conditions.flags.length + grant.conditions.bounds.length >
    before.conditions.flags.length + before.conditions.bounds.length;
  return (
    isPlain && more && before.onTop === null && before.raise === null && before.limb.part === grant.limb.part
  );
}
