/** The house of docs/architecture.md as rules over imports: which room may reach which, and through which door. */
import type { Import } from './imports.ts';

/** From the leaf to the edges. Rooms of one row do not reach each other. The commands stand above all: they put together what the others are. */
const ROWS: readonly (readonly string[])[] = [
  ['contract'],
  ['figures'],
  ['facts'],
  ['policy'],
  ['ingest', 'drafting', 'language'],
  ['retrieval'],
  ['eligibility'],
  ['words'],
  ['dialogue'],
  ['store'],
  ['reminders'],
  ['service'],
  ['bots', 'office', 'api'],
  ['cli'],
];

/** Reached from service alone, and from the one file that puts the processes together. */
const STATE = ['store', 'reminders'];
const COMPOSITION_ROOT = 'cli/running-bot.ts';

/** src/figures/x.ts → figures; bots/x.ts → bots; a file of src itself has no room. */
export function roomOf(path: string): string | null {
  const [top, room, ...rest] = path.split('/');
  if (top === 'src') return rest.length > 0 ? room! : null;
  return nameOf(top!);
}

/** cli.ts is of the room of its commands. */
const nameOf = (top: string): string => (top === 'cli.ts' ? 'cli' : top);

const rowOf = (room: string): number => ROWS.findIndex((row) => row.includes(room));

/** Null where the arrow is right, else what is wrong with it. */
export function wrongArrow({ from, to }: Import): string | null {
  const here = roomOf(from);
  const there = roomOf(to);
  if (here === null || there === null || rowOf(here) < 0 || rowOf(there) < 0)
    return `${from} → ${to}: one of them stands in no room`;
  if (here === there) return null;
  if (rowOf(there) >= rowOf(here)) return `${from} → ${to}: ${here} may not reach ${there}`;
  if (STATE.includes(there) && !['service', ...STATE].includes(here) && from !== COMPOSITION_ROOT)
    return `${from} → ${to}: ${there} is reached through service`;
  return null;
}

/** The folder that has a door: src/figures, office, api, cli, bots, and each folder of bots. */
function houseOf(path: string): string {
  const [top = '', room, ...rest] = path.split('/');
  return ['src', 'bots'].includes(top) && rest.length > 0 ? `${top}/${room}` : nameOf(top);
}

/** For commands that answer once: it leads to no writer (light-start.test.ts). */
const DOOR_OF_ASKING = 'src/service/asking.ts';

/** A folder is entered through its index.ts alone, the service by its commands through a second one; what stands in bots itself is shared by all that stands there. */
export function behindDoor({ from, to }: Import): string | null {
  const house = houseOf(to);
  const isInside = `${houseOf(from)}/`.startsWith(`${house}/`);
  if (isInside || to === `${house}/index.ts`) return null;
  if (to === DOOR_OF_ASKING && houseOf(from) === 'cli') return null;
  return `${from} → ${to}: behind the door of ${house}`;
}

/** The folders of bots, a channel each and the gateway, do not know each other. */
export function wrongNeighbour({ from, to }: Import): string | null {
  const [here, there] = [houseOf(from), houseOf(to)];
  if (here === there || !here.startsWith('bots/') || !there.startsWith('bots/')) return null;
  return `${from} → ${to}: ${here} may not reach ${there}`;
}

/** The circles among files, each as the path that comes back to its first file. */
export function circles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const found: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      found.push([...path.slice(at), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const to of next.get(file) ?? []) visit(to);
    path.pop();
    done.add(file);
  };
  for (const file of next.keys()) visit(file);
  return found;
}
