/** The lists beside the policies: each name once, and places within known places. */
import type { Knowledge, Place } from '../policy.ts';
import { type Problem, problem } from '../problem.ts';
import type { YamlFile } from '../yaml-file.ts';
import { checkFactList } from './facts.ts';

export function checkLists(
  knowledge: Knowledge,
  placesByHand: readonly Place[],
  lists: ReadonlyMap<string, YamlFile>,
): Problem[] {
  const { departments, elsewhere, facts } = knowledge;
  return [
    ...checkFactList(facts, lists.get('facts.yaml')),
    ...unique(
      lists.get('places.yaml'),
      placesByHand.map(({ name, within }) => `${name}${within ? `（${within}）` : ''}`),
    ),
    ...unique(
      lists.get('departments.yaml'),
      departments.map(({ name }) => name),
    ),
    ...unique(
      lists.get('elsewhere.yaml'),
      elsewhere.map(({ topic }) => topic),
    ),
    ...checkPlaces(knowledge.places, placesByHand, lists.get('places.yaml')),
  ];
}

function unique(file: YamlFile | undefined, names: readonly string[]): Problem[] {
  if (!file) return [];
  const seen = new Set<string>();
  return names.flatMap((name, i) => {
    if (seen.has(name)) return [problem(file.path, file.lineOf([i]), '写了两次，请合并成一处', name)];
    seen.add(name);
    return [];
  });
}

function checkPlaces(
  places: readonly Place[],
  byHand: readonly Place[],
  file: YamlFile | undefined,
): Problem[] {
  if (!file) return [];
  const names = new Set(places.map(({ name }) => name));
  const within = new Map(places.map(({ name, within }) => [name, within]));
  return byHand.flatMap(({ name, within: outer }, i) => {
    if (outer === null) return [];
    const line = file.lineOf([i, 'within']);
    if (!names.has(outer))
      return [problem(file.path, line, `${name} 的 within 没有列在这份名单里，请补上或改正`, outer)];
    return circles(name, within)
      ? [problem(file.path, line, `${name} 的 within 绕了一圈又回到自己，请改正`, outer)]
      : [];
  });
}

function circles(name: string, within: ReadonlyMap<string, string | null>): boolean {
  let outer = within.get(name) ?? null;
  for (let steps = 0; outer !== null; steps++) {
    if (steps > within.size) return true;
    outer = within.get(outer) ?? null;
  }
  return false;
}
