/** Where the enterprise says it is not (不在南昌, 不是东湖区的企业), and where it is by a short name (搬到了高安). */
import type { Fact } from '../../facts/index.ts';
import type { Place } from '../../policy/index.ts';
import type { Clause } from '../utterance.ts';
import { clausesOfOthers } from './others.ts';

/** What lies outside of a place ends like a province or a city, as every undeclared place that is another one. */
const OUTSIDE = '其他县市';
const OUTSIDE_OF_ALL = '其他省';

const NOT_IN =
  /^(?:但是?|不过|可是?|其实)?(?:我们?|咱们?|我司|我厂|本公司|公司|企业|厂子?|工厂|厂区|厂房|店|店铺|门店|注册地?|注册地址|工商|税务|税)*(?:都|也|并|就|可|登记|注册)*(?:不在|没在|没有在|不属于|不归|不算是?|不是在?)(?<place>[^,。;!?]{2,10})$/u;
const JUST_NOT = /^(?:但是?|不过|可是?|其实)?不是(?!在)(?!.*[的企公厂店])/u;
/** 不是南昌人 is of a person, 不在南昌开展会 of something else. */
const ENDS =
  /^(?:本地|当地|这边|那边|市里|境内|辖区|范围|内|注册|登记|开|办|管|这里|的|企业|公司|厂|店|本级|了|呢|啊)*$/u;

/** 搬到了高安, 厂都在西湖: a short name that may be another word counts where nothing else follows the word for where. */
export function readShortName(
  clauses: readonly Clause[],
  fact: Fact,
  places: readonly Place[],
): string | null {
  const others = clausesOfOthers(clauses);
  for (const clause of clauses) {
    if (others.has(clause) || clause.question) continue;
    for (const word of fact.words) {
      const at = word.length > 1 ? clause.text.indexOf(word) : -1;
      const place = at < 0 ? null : placeAtStart(clause.text.slice(at + word.length), places);
      if (place) return place.name;
    }
  }
  return null;
}

/** A name for what is outside of the place that is denied; null where none is. */
export function readElsewhere(
  clauses: readonly Clause[],
  places: readonly Place[],
  asked: boolean,
): string | null {
  for (const { text, question } of clauses) {
    const denied = question ? undefined : NOT_IN.exec(text)?.groups?.place;
    // 不是武汉: of whatever was spoken of, where nobody asked where one is and nothing says that it is of oneself.
    if (denied === undefined || (!asked && JUST_NOT.test(text))) continue;
    const place = placeAtStart(denied, places);
    // 不是新建: a word that is also the name of a place is one where the sentence says where.
    const isWord = place?.ambiguous && !text.includes('在') && !denied.startsWith(place.name);
    if (place && !isWord) return outsideOf(place, places);
  }
  return null;
}

function placeAtStart(text: string, places: readonly Place[]): Place | null {
  const spelled = places.flatMap((place) =>
    [place.name, ...place.also].map((spelling) => ({ place, spelling })),
  );
  const found = spelled
    .filter(({ spelling }) => text.startsWith(spelling) && ENDS.test(text.slice(spelling.length)))
    .toSorted((a, b) => b.spelling.length - a.spelling.length);
  return found[0]?.place ?? null;
}

/** 江西省其他县市 for what is not in 南昌市: still within what that lies in. */
function outsideOf(place: Place, places: readonly Place[]): string {
  const within: string[] = [];
  for (let at = place.within; at !== null; ) {
    const name: string = at;
    if (within.includes(name)) break;
    within.unshift(name);
    at = places.find((one) => one.name === name)?.within ?? null;
  }
  return within.length > 0 ? `${within.join('')}${OUTSIDE}` : OUTSIDE_OF_ALL;
}
