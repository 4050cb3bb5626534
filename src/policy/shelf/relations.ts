/** What documents say of each other, and what follows for the older ones: 已被…替代. */
import type { Day } from '../../contract/index.ts';
import type { Policy, Relation, Successor } from '../policy.ts';

/** Kinds after which the older document speaks no more. */
const ENDING: readonly Relation['kind'][] = ['废止', '替代'];

/** What took the document's place, or abolished it, by that day; null while nothing did. */
export function replacedBy({ successors }: Pick<Policy, 'successors'>, today: Day): Successor | null {
  return (
    successors.find(({ kind, from }) => ENDING.includes(kind) && (from === null || from <= today)) ?? null
  );
}

/** Adds to each policy which of the others took its place or amended it. A relation that names a document not on the shelf changes nothing. */
export function withSuccessors(policies: readonly Policy[]): Policy[] {
  const successors = new Map<string, Successor[]>();
  for (const policy of policies)
    for (const { kind, document } of policy.relations) {
      const older = policies.find(
        (one) => one !== policy && document !== null && plain(one.number) === plain(document),
      );
      if (!older || !(ENDING.includes(kind) || kind === '修订')) continue;
      const { number, title } = policy;
      const from = policy.validFrom?.day ?? policy.issued?.day ?? null;
      successors.set(older.slug, [...(successors.get(older.slug) ?? []), { kind, number, title, from }]);
    }
  return policies.map((policy) => {
    const named = [...policy.successors, ...(successors.get(policy.slug) ?? [])];
    return named.length === policy.successors.length ? policy : { ...policy, successors: named };
  });
}

/** 洪府办发[2022] 58号 and 洪府办发〔2022〕58号 are one. */
const plain = (number: string): string => number.replace(/[\s〔〕[\]【】()（）]/gu, '');
