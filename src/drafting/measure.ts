/** One measure's text → its draft benefits. */
import type { Table } from '../policy/index.ts';
import { withAdditions } from './additions.ts';
import { benefitOf } from './benefit.ts';
import { takeBeyond } from './beyond.ts';
import { joinKinds } from './counted-kinds.ts';
import { cut } from './cut.ts';
import { oweDifference, takeDifference } from './differences.ts';
import type { DraftBenefit } from './draft.ts';
import type { Grant } from './grant.ts';
import { encouraged, grantsIn, limitBehind } from './grants.ts';
import { takeIncreases } from './increases.ts';
import { limitToShare } from './limits.ts';
import { takeListed, takeListedApart } from './listed-conditions.ts';
import { limitMonths } from './months.ts';
import { limitCountsBefore } from './most.ts';
import { takeParts } from './parts-of-base.ts';
import type { Passage } from './passage.ts';
import { joinPieces } from './pieces.ts';
import { shareSumsBefore } from './points-back.ts';
import { withRaises } from './raises.ts';
import {
  askEntitled,
  carryScope,
  limitBefore,
  limitedBy,
  sayWhatOthersAre,
  sharePool,
  takeConditionsBehind,
  takeHeading,
} from './scope.ts';
import { takeFrom, takeFromItself } from './shut-out.ts';
import { countIncrease, partCompared } from './steps.ts';
import { grantsOfTable, isRow } from './table-grants.ts';
import { joinTiers } from './tiers.ts';
import { linkTogether } from './together.ts';

export function draftMeasure(
  title: string,
  measure: Passage,
  ref: string | null,
  tables: readonly Table[] = [],
): DraftBenefit[] {
  const limbs = cut(measure);
  const grants: Grant[] = [];
  limbs.forEach((limb, i) => {
    if (isRow(limb)) {
      if (i > 0 && !isRow(limbs[i - 1]!)) grants.push(...grantsOfTable(limbs, i, tables, ref));
      return;
    }
    const takes = takeFrom(limb, grants, ref) || takeDifference(limb, grants, ref);
    const rest = takes ? limitBehind(limb) : limb;
    if (rest === null) return;
    const made = grantsIn(rest, title, ref);
    if (made.loose.length > 0) limitBefore(grants, made.loose, limb);
    if (made.openLimit !== null)
      for (const { composed } of limitedBy(limb, grants))
        composed.troubles.push(`另有限额没有算进去：“${made.openLimit}”`);
    if (made.within !== null) limitToShare(limitedBy(limb, grants), made.within, limb);
    if (made.most !== null) limitCountsBefore(limitedBy(limb, grants), made.most, limb.to);
    if (made.pool !== null && grants.length > 0) sharePool(grants.at(-1)!, made.pool, limb);
    for (const grant of takes ? [] : made.grants) {
      takeConditionsBehind(grant);
      oweDifference(grant);
      takeFromItself(grant, ref);
      countIncrease(grant);
      partCompared(grant);
      carryScope(grant, grants, limbs[i - 1] ?? null, ref);
      takeListed(grant, limbs, ref);
      askEntitled(grant, limbs);
      takeHeading(grant, limbs, title);
      grants.push(grant);
    }
  });
  takeListedApart(grants, limbs, ref);
  sayWhatOthersAre(grants);
  shareSumsBefore(grants);
  if (grants.length === 0) grants.push(...encouraged(limbs, title, ref));
  limitMonths(grants, limbs, ref);
  const groups = joinTiers(
    withAdditions(withRaises(takeParts(joinKinds(takeIncreases(joinPieces(takeBeyond(grants))))))),
  );
  const drafts = groups.map((tiers) => benefitOf(title, measure, tiers));
  linkTogether(groups, drafts, measure);
  return drafts;
}
