/** The compiled provinces, cities and counties, and the list kept by hand → one list of places. */
import type { Place } from '../policy.ts';

/** province → its counties, or city → counties; names joined by blanks. */
export type Divisions = Record<string, string | Record<string, string>>;

/** What all provinces lie in: the place of a document that speaks for the whole country. */
export const NATION = '全国';

/** Ends of names that people leave out, and of autonomous prefectures and counties with their peoples: 恩施土家族苗族自治州 → 恩施. */
const PEOPLES =
  '土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|朝鲜族|蒙古族|蒙古|柯尔克孜|哈萨克|哈萨克族|维吾尔|维吾尔族|满族|瑶族|畲族|黎族|仫佬族|毛南族|仡佬族|水族|土族|撒拉族|东乡族|保安族|裕固族|锡伯族|塔吉克|塔吉克族|拉祜族|佤族|纳西族|布朗族|独龙族|怒族|普米族|达斡尔族|各族';
const AUTONOMOUS = new RegExp(`(?:${PEOPLES})*自治[区州县旗]$`, 'u');
const KIND = /(?:特别行政区|省|市|地区|林区|盟|县|区|旗)$/u;

/** 江西省 → 江西; 东区 → 东区: a name of two characters is not shortened. */
export function shortNameOf(name: string): string {
  const short = AUTONOMOUS.test(name) ? name.replace(AUTONOMOUS, '') : name.replace(KIND, '');
  return short.length >= 2 ? short : name;
}

interface Division {
  name: string;
  within: string;
  /** Short names of provinces and cities tell a place by themselves; of a county most are common words or names of others. */
  county: boolean;
}

function divisionsOf(divisions: Divisions): Division[] {
  return Object.entries(divisions).flatMap(([province, below]) => {
    const own: Division = { name: province, within: NATION, county: false };
    const counties = (names: string, within: string): Division[] =>
      names
        .split(' ')
        .filter(Boolean)
        .map((name) => ({ name, within, county: true }));
    if (typeof below === 'string') return [own, ...counties(below, province)];
    const cities = Object.entries(below).flatMap(([city, names]) => [
      { name: city, within: province, county: false },
      ...counties(names, city),
    ]);
    return [own, ...cities];
  });
}

/**
 * Every place once. A name that several bear (西湖区 of 南昌市 and of 杭州市) belongs to the one that the list by hand names first; the
 * others, and all where that names none, bear their city's name before it (杭州市西湖区).
 */
export function allPlaces(divisions: Divisions, byHand: readonly Place[]): Place[] {
  const hand = new Map<string, Place>();
  for (const place of byHand) if (!hand.has(place.name)) hand.set(place.name, place);
  const compiled = divisionsOf(divisions);
  if (compiled.length === 0) return [...hand.values()];

  const bearers = new Map<string, number>();
  for (const { name } of compiled) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  // Thousands of places: looked up, not gone through for each.
  const written = Map.groupBy(byHand, ({ name }) => name);
  const handOf = ({ name, within }: Division) =>
    written.get(name)?.find((place) => place.within === within || bearers.get(name) === 1);
  const places = compiled.map((division): Place => {
    const { name, within, county } = division;
    const kept = handOf(division);
    const alone = bearers.get(name) === 1 || (kept !== undefined && hand.get(name) === kept);
    const short = shortNameOf(name);
    const also = kept?.also ?? (short === name ? [] : [short]);
    return {
      name: alone ? name : within + name,
      within,
      also: alone ? also : [...also, name],
      ambiguous: kept?.ambiguous ?? (county || !alone),
    };
  });
  const known = new Set(places.map(({ name }) => name));
  const nation: Place = { name: NATION, within: null, also: [], ambiguous: false };
  const more = [...hand.values()].filter(({ name }) => !known.has(name));
  return [nation, ...places, ...more.map((place) => ({ ...place, within: place.within ?? NATION }))];
}
