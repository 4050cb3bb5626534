/** Lists in a name, each member of which says it: 以专利权、商标权质押 is said by who has pledged a patent. */

/** The name once for each member of its list; where one cannot tell how far a member reaches, none. */
export function alternativesOf(label: string): string[] {
  const at = label.search(JOINS);
  if (at < 1 || label.slice(at + 1).search(JOINS) >= 0) return [];
  const last = label[at - 1]!;
  const behind = label.slice(at + 1);
  const reach = behind.indexOf(last) + 1;
  if (reach < 2 || reach > LONGEST) return [];
  const second = behind.slice(0, reach);
  const first = firstOf(label.slice(0, at), second.length);
  const rest = behind.slice(reach);
  return [label.slice(0, at) + rest, label.slice(0, at - first.length) + second + rest];
}
const JOINS = /[、或]/u;
const LONGEST = 8;

/** As long as the other one, and behind a word that only leads on to it. */
function firstOf(before: string, length: number): string {
  const led = /[以将对为与和向]/gu;
  const from = [...before.matchAll(led)].at(-1)?.index ?? -1;
  return before.length - from - 1 <= LONGEST ? before.slice(from + 1) : before.slice(-length);
}
