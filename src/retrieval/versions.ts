/**
 * Documents that are one policy in several years or wordings: of one authority and place, with one title but for years and marks of trial. Asked without a
 * year, today's is meant; the others are named beside it.
 */
import type { Day } from '../contract/index.ts';
import { isOfLaterYear, type Policy, standingOn } from '../policy/index.ts';
import { normalise } from './analyse.ts';

/** By document its other versions, the newest first; only documents that have some. */
export type Versions = ReadonlyMap<Policy, readonly Policy[]>;

/** A shorter title (管理办法) is many documents'. */
const SHORTEST_TITLE = 6;

export function buildVersions(
  policies: readonly Policy[],
  places: ReadonlyMap<Policy, readonly string[]>,
): Versions {
  // Whose it is must be known: many authorities give their documents the same title.
  const owned = policies.filter((policy) => policy.issuer !== null || (places.get(policy)?.length ?? 0) > 0);
  const groups = Map.groupBy(
    owned,
    (policy) => `${titleOf(policy)}\n${places.get(policy)?.join() ?? ''}\n${policy.issuer ?? ''}`,
  );
  const versions = new Map<Policy, readonly Policy[]>();
  for (const [key, group] of groups) {
    if (group.length < 2 || key.indexOf('\n') < SHORTEST_TITLE) continue;
    const newestFirst = group.toSorted((one, other) => dayOf(other).localeCompare(dayOf(one)));
    for (const policy of group)
      versions.set(
        policy,
        newestFirst.filter((other) => other !== policy),
      );
  }
  return versions;
}

/** 关于印发《2030年茶产业扶持办法（试行）》的通知 → 茶产业扶持办法 */
function titleOf({ title }: Policy): string {
  const named = /《(?<name>[^《》]{6,})》/u.exec(title)?.groups?.name ?? title;
  return normalise(named)
    .replace(/20\d\d\s*(?:[-—–~至]\s*20\d\d)?\s*年?(?:度|版)?/gu, '')
    .replace(/[（(](?:试行|暂行|修订(?:版|稿)?|新版|[^（()）]{0,3})[）)]|试行|暂行|修订/gu, '')
    .replace(/^关于|的通知$|\s+/gu, '');
}

/** The day of issue; else the year of its number; the oldest where neither is known. */
const dayOf = ({ issued, number }: Policy): string =>
  issued?.day ?? /〔(?<year>\d{4})〕/u.exec(number)?.groups?.year ?? '';

/** Neither its day of issue nor the year of its number lies ahead. */
export const isIssued = (policy: Policy, today: Day): boolean =>
  !(policy.issued && policy.issued.day > today) && !isOfLaterYear(policy, today);

const isAlive = (policy: Policy, today: Day): boolean => {
  const { state } = standingOn(policy, today);
  return (
    isIssued(policy, today) && policy.successors.length === 0 && state !== 'expired' && state !== 'not-yet'
  );
};

/** By document the version that holds on the day asked about last: a question looks at every document, the day changes once in a day. */
const holdingLast = new WeakMap<Versions, { today: Day; of: Map<Policy, Policy> }>();

/** The version that holds on the day: the newest in force, else the newest that has been issued. Itself where a document has no other. */
export function versionOn(versions: Versions, policy: Policy, today: Day): Policy {
  const others = versions.get(policy);
  if (!others) return policy;
  let known = holdingLast.get(versions);
  if (known?.today !== today) {
    known = { today, of: new Map() };
    holdingLast.set(versions, known);
  }
  if (!known.of.has(policy))
    for (const [one, holding] of holdingAmong([policy, ...others], today)) known.of.set(one, holding);
  return known.of.get(policy)!;
}

/** For each of the versions of one policy, which holds; of two of the same day each holds for itself. */
function holdingAmong(versions: readonly Policy[], today: Day): [Policy, Policy][] {
  const newest = (some: readonly Policy[]): readonly Policy[] => {
    const last = some.map(dayOf).reduce((one, other) => (other > one ? other : one), '');
    return some.filter((one) => dayOf(one) === last);
  };
  const alive = versions.filter((one) => isAlive(one, today));
  const present = alive.length > 0 ? alive : versions.filter((one) => isIssued(one, today));
  const holding = newest(present);
  return versions.map((one) => [one, holding.includes(one) ? one : (holding[0] ?? one)]);
}
