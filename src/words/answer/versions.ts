/** The other versions of a policy, named beside the one that answers. */
import type { Day } from '../../contract/index.ts';
import type { Policy } from '../../policy/index.ts';
import type { Index } from '../../retrieval/index.ts';
import { validityWords, versionWords } from '../answers.ts';
import { validityOn } from './validity.ts';

/** Older ones say nothing to a contact. */
const MOST_NAMED = 2;

/** 同一政策另有：某府办发〔2030〕5号（已过期）; null where there is one version alone. */
export function otherVersions({ versions }: Index, policy: Policy, today: Day): string | null {
  const others = versions.get(policy) ?? [];
  if (others.length === 0) return null;
  const named = others
    .slice(0, MOST_NAMED)
    .map((one) => versionWords.version(one.number, stateOf(one, today)));
  return versionWords.others(named.join('、'));
}

function stateOf(policy: Policy, today: Day): string {
  switch (validityOn(policy, today)) {
    case 'expired':
      return versionWords.expired;
    case 'replaced':
      return versionWords.replaced;
    case 'not-yet':
      return versionWords.notYet;
    case 'unstated':
      return validityWords.noEnd;
    default:
      return versionWords.inForce;
  }
}
