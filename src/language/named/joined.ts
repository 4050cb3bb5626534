/** Lists in the names of facts: 与农户、合作社签订收购订单 is told by who has signed with either. */
import type { Gram } from './grams.ts';

/** The pieces on both sides of what joins a list. */
export const joinedIn = (
  label: string,
  grams: readonly Gram[],
  isCommon: (gram: string) => boolean,
): [string, string][] =>
  [...label].flatMap((character, at): [string, string][] => {
    if (!JOINS.has(character)) return [];
    const before = grams.findLast(({ end }) => end === at)?.gram;
    const behind = grams.find(({ start }) => start === at + 1)?.gram;
    return before && behind && !isCommon(before) && !isCommon(behind) ? [[before, behind]] : [];
  });

const JOINS: ReadonlySet<string> = new Set('、或');

const NONE: readonly string[] = [];

/** What a list in the name joins to pieces that are said (`said`): of A、B、C, one said stands for all. */
export function joinedTo(
  { either }: { either: readonly (readonly [string, string])[] },
  said: ReadonlySet<string>,
): readonly string[] {
  if (either.length === 0) return NONE;
  const joined: string[] = [];
  const isSaid = (gram: string): boolean => said.has(gram) || joined.includes(gram);
  const join = ([one, other]: readonly [string, string]): void => {
    if (isSaid(one) !== isSaid(other)) joined.push(isSaid(one) ? other : one);
  };
  either.forEach(join);
  either.toReversed().forEach(join);
  return joined;
}
