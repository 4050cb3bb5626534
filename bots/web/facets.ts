/** The library narrowed: by place, kind of document, year, standing, responsible department and what it holds beside its measures, each with what there is to choose. */
import type { Day } from '../../src/contract/index.ts';
import { type Policy, replacedBy, standingOn } from '../../src/policy/index.ts';
import { isIssued } from './today.ts';

export const FACETS = ['place', 'kind', 'year', 'state', 'department', 'holds'] as const;
export type Facet = (typeof FACETS)[number];

export type State = 'open' | 'in-force' | 'unstated' | 'past' | 'not-yet';

export type Chosen = Partial<Record<Facet, string>>;

const STATES: Record<ReturnType<typeof standingOn>['state'], State> = {
  'not-yet': 'not-yet',
  near: 'open',
  'in-force': 'open',
  'open-after-validity': 'open',
  'closed-to-applications': 'in-force',
  expired: 'past',
  unstated: 'unstated',
};

/**
 * What a title calls the document: 若干措施 → 措施, 行动方案 → 方案. A notice that issues something is named by that; other titles have no kind.
 */
const KIND =
  /(?<kind>措施|意见|办法|方案|细则|规定|条例|政策|指南|规划|计划|要点|通告|公告|通知)(?:[（(][^（）()]*[）)])?$/u;

/** What a document is looked at with. */
export interface Seen {
  today: Day;
  /** What the received files are called, by the document's folder. */
  originals: ReadonlyMap<string, string>;
}

/** As its badge says it. */
function stateOf(policy: Policy, today: Day): State {
  if (replacedBy(policy, today)) return 'past';
  return isIssued(policy, today) ? STATES[standingOn(policy, today).state] : 'not-yet';
}

const yearOf = ({ issued, number }: Policy): string | undefined =>
  /〔(?<year>\d{4})〕/u.exec(number)?.groups?.year ?? issued?.day.slice(0, 4);

/** The places that it speaks for. */
export const placesOf = ({ place, places }: Policy): readonly string[] =>
  places.length > 0 ? places : place === null ? [] : [place];

/** Of all documents, what most speak for first. */
export const placesOfAll = (policies: readonly Policy[]): string[] => byCount(policies, placesOf);

const VALUES: Record<Facet, (policy: Policy, seen: Seen) => readonly string[]> = {
  place: placesOf,
  kind: ({ title }) => {
    const found = KIND.exec(title.replace(/的通知$/u, '')) ?? KIND.exec(title);
    return found?.groups?.kind === undefined ? [] : [found.groups.kind];
  },
  year: (policy) => {
    const year = yearOf(policy);
    return year === undefined ? [] : [year];
  },
  state: (policy, { today }) => [stateOf(policy, today)],
  department: ({ measures }) => [...new Set(measures.flatMap(({ responsible }) => responsible))],
  holds: ({ slug, guide, relations, successors }, { originals }) => [
    ...(guide.length > 0 ? ['guide'] : []),
    ...(relations.length + successors.length > 0 ? ['relations'] : []),
    ...(originals.has(slug) ? ['original'] : []),
  ],
};

/** The documents that have all that was chosen. */
export function narrowed(policies: readonly Policy[], chosen: Chosen, seen: Seen): Policy[] {
  return policies.filter((policy) =>
    FACETS.every((facet) => {
      const wanted = chosen[facet];
      return wanted === undefined || VALUES[facet](policy, seen).includes(wanted);
    }),
  );
}

/** What can be applied for stands first, what is over last; among those the newest first. */
const ORDER: readonly State[] = ['open', 'in-force', 'unstated', 'not-yet', 'past'];

export function byStanding(policies: readonly Policy[], today: Day): Policy[] {
  const placed = policies.map((policy) => ({
    policy,
    place: ORDER.indexOf(stateOf(policy, today)),
    issued: policy.issued?.day ?? yearOf(policy) ?? '',
  }));
  placed.sort((a, b) => a.place - b.place || b.issued.localeCompare(a.issued));
  return placed.map(({ policy }) => policy);
}

const MOST_VALUES = 40;

/** What a facet offers, what most documents have first; years newest first. */
export function valuesOf(policies: readonly Policy[], facet: Facet, seen: Seen): string[] {
  const values = byCount(policies, (policy) => VALUES[facet](policy, seen));
  return (facet === 'year' ? values.sort((a, b) => b.localeCompare(a)) : values).slice(0, MOST_VALUES);
}

function byCount(policies: readonly Policy[], valuesIn: (policy: Policy) => readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const policy of policies)
    for (const value of valuesIn(policy)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a, some], [b, others]) => others - some || a.localeCompare(b))
    .map(([value]) => value);
}

/** Values of the query that are facets; empty ones choose nothing. */
export const chosenIn = (query: (name: string) => string | undefined): Chosen =>
  Object.fromEntries(
    FACETS.flatMap((facet) => {
      const value = query(facet)?.slice(0, 100);
      return value ? [[facet, value]] : [];
    }),
  );
