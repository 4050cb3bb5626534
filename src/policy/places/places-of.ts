/** Which places a document speaks for: told by who issued it, its title, its number and what its text speaks of. */
import { NATION } from './divisions.ts';
import type { Gazetteer, PlaceMention } from './gazetteer.ts';

export interface DocumentText {
  /** 文号; null: none is stated. */
  number: string | null;
  issuer: string | null;
  title: string | null;
  body: string;
}

export interface DocumentPlace {
  /** As the list of places has it; a zone that the list does not have, as the document names it. */
  name: string;
  /** What it lies in; null for 全国 and for a zone that nothing tells. */
  within: string | null;
}

/**
 * The places, most often one; 全国 for a document of the State Council and its departments; none where nothing tells.
 * A title that names a place within the issuer's decides (上海市人民政府关于…临港…); a place that it names beside that does not.
 */
export function placesOf(document: DocumentText, gazetteer: Gazetteer): DocumentPlace[] {
  const read = reader(gazetteer);
  const issuers = read.issuers(document.issuer ?? '');
  const titled = read.title(document.title ?? '');
  // The first character of a number is a province's only where its issuer is not of another place: 云溪市's 云府发 is not 云南's.
  const numbered =
    issuers.length === 0 && OF_A_PLACE.test(document.issuer ?? '') ? [] : read.number(document.number ?? '');
  const above = issuers.length ? issuers : numbered;
  const closer = titled.filter(
    ({ name, within }) =>
      above.length === 0 ||
      above.some((place) => place.name === NATION || liesIn(gazetteer, { name, within }, place.name)),
  );
  if (closer.length) return closer;
  if (issuers.length) return issuers;
  const body = read.body(document.body);
  if (body && (numbered.length === 0 || numbered.some(({ name }) => liesIn(gazetteer, body, name))))
    return [body];
  return numbered;
}

const OF_A_PLACE = /^\p{Script=Han}{2,6}?(?:市|县|区|旗|州|盟)/u;

function liesIn(gazetteer: Gazetteer, { name, within }: DocumentPlace, outer: string): boolean {
  return (
    name === outer ||
    gazetteer.isWithin(name, outer) ||
    (within !== null && gazetteer.isWithin(within, outer))
  );
}

/** 国务院办公厅 · 财政部 · 国家税务总局 · 工业和信息化部 · 国家发展改革委: of the whole country, where no place is named beside it. */
const NATIONAL =
  /^(?:国务院|中共中央|中央|全国|国家|财政部|税务总局|海关总署|中国人民银行|最高人民)|^\p{Script=Han}{2,14}部(?:办公厅|办公室)?$/u;
/** 国发 · 国办函 · 财税 · 人社部发 · 工信部联 · 国家税务总局公告 */
const NATIONAL_NUMBER =
  /^(?:国办?[发函]|国家|财税|财政部|税总|海关总署|\p{Script=Han}{2,6}部(?:[发函规令联]|办[发函]))/u;
/** 某某高新技术产业开发区 · 新区 · 新片区: the zone behind a place's name. */
const ZONE =
  /^\p{Script=Han}{0,14}?(?:新片区|新区|开发区|高新区|经开区|产业园区|工业园区|工业园|保税区|保税港区|合作区|示范区|试验区|先行区|度假区|科学城|新城|管理区)/u;
/** The first character of a 文号 names the province: 赣府发, 粤办函. */
const PROVINCES: Readonly<Record<string, string>> = Object.fromEntries(
  '京北京市 津天津市 冀河北省 晋山西省 蒙内蒙古自治区 内内蒙古自治区 辽辽宁省 吉吉林省 黑黑龙江省 沪上海市 苏江苏省 浙浙江省 皖安徽省 闽福建省 赣江西省 鲁山东省 豫河南省 鄂湖北省 湘湖南省 粤广东省 桂广西壮族自治区 琼海南省 渝重庆市 川四川省 黔贵州省 云云南省 滇云南省 藏西藏自治区 陕陕西省 甘甘肃省 青青海省 宁宁夏回族自治区 新新疆维吾尔自治区'
    .split(' ')
    .map((entry) => [entry[0]!, entry.slice(1)]),
);
/** What follows the province's character in a number: 府 政 办 委 厅 … ; 青 of 青府发 is 青海, of 青山湖 is not. */
const PROVINCIAL = /^[府政办委厅发科工商财人民市教建农税规]/u;

function reader(gazetteer: Gazetteer) {
  const nation: DocumentPlace = { name: NATION, within: null };
  const known = (name: string): DocumentPlace | null => {
    const place = gazetteer.find(name);
    return place && { name, within: place.within };
  };

  /** The innermost place of the first run of names, with a zone that follows: 南昌市东湖区, 苏州工业园区. */
  function first(text: string): DocumentPlace | null {
    const mentions = gazetteer.mentionsIn(text);
    const [head] = mentions;
    if (!head?.certain) return null;
    let last: PlaceMention = head;
    for (const next of mentions)
      if (
        next.start <= last.end + 1 &&
        next.start >= last.end &&
        gazetteer.isWithin(next.place.name, last.place.name)
      )
        last = next;
    const zone = ZONE.exec(text.slice(last.end))?.[0];
    if (!zone) return known(last.place.name);
    const name = text.slice(last.start, last.end) + zone;
    return known(name) ?? { name, within: last.place.name };
  }

  function issuers(issuer: string): DocumentPlace[] {
    const found: DocumentPlace[] = [];
    let national = false;
    for (const part of issuer.split(/[、，,;；\s]+/u).filter(Boolean)) {
      const place = first(part);
      if (place) found.push(place);
      else if (NATIONAL.test(part)) national = true;
    }
    return distinct(found.length || !national ? found : [nation]);
  }

  return {
    issuers,
    /** In the title's own name (《…》) first. */
    /** In what the title is about (《…》, 关于…) first: before it stands who issued the document. */
    title(title: string): DocumentPlace[] {
      const about = [...title.matchAll(/《(?<name>[^》]+)》?|关于(?<subject>.+)/gu)].map(
        ({ groups }) => groups!.name ?? groups!.subject!,
      );
      for (const text of [...about, title]) {
        const place = first(text);
        if (place) return [place];
      }
      return [];
    },
    number(number: string): DocumentPlace[] {
      if (NATIONAL_NUMBER.test(number)) return [nation];
      const province = PROVINCES[number[0] ?? ''];
      return province && PROVINCIAL.test(number.slice(1))
        ? [known(province)].filter((one) => one !== null)
        : [];
    },
    body: (text: string) => mostSpokenOf(gazetteer, text, known),
  };
}

function distinct(places: DocumentPlace[]): DocumentPlace[] {
  return places.filter(({ name }, at) => places.findIndex((other) => other.name === name) === at);
}

/** A place named less often is hardly what a document speaks for. */
const FEWEST = 2;
/** Of all places that a document names, so large a share lies in its own. */
const MOST = 0.5;
/** 义乌市人民政府 · 东莞市经济和信息化局: the place of an office counts for more than one that is merely named. */
const OFFICE = /^\p{Script=Han}{0,10}?(?:人民政府|政府办|局|委员会|管委会)/u;
const OFFICE_WEIGHT = 4;

/** 福州市长乐区, 福州市长乐 is one place, the inner one; what it lies in makes a short name certain. */
function innermost(mentions: readonly PlaceMention[], gazetteer: Gazetteer): PlaceMention[] {
  const within = (inner: PlaceMention | undefined, outer: PlaceMention | undefined): boolean =>
    inner !== undefined &&
    outer?.certain === true &&
    inner.start === outer.end &&
    gazetteer.isWithin(inner.place.name, outer.place.name);
  return mentions
    .map((mention, i) => (within(mention, mentions[i - 1]) ? { ...mention, certain: true } : mention))
    .filter((mention, i) => !within(mentions[i + 1], mention));
}

function mostSpokenOf(
  gazetteer: Gazetteer,
  text: string,
  known: (name: string) => DocumentPlace | null,
): DocumentPlace | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { place, end, certain } of innermost(gazetteer.mentionsIn(text), gazetteer)) {
    if (!certain) continue;
    const weight = OFFICE.test(text.slice(end, end + 16)) ? OFFICE_WEIGHT : 1;
    all += weight;
    for (const name of gazetteer.upwards(place.name))
      if (name !== NATION) counts.set(name, (counts.get(name) ?? 0) + weight);
  }
  let best: { name: string; depth: number } | null = null;
  for (const [name, count] of counts) {
    const depth = gazetteer.upwards(name).length;
    if (count >= Math.max(FEWEST, MOST * all) && depth > (best?.depth ?? 0)) best = { name, depth };
  }
  return best && known(outerOfLevel(gazetteer, best.name, ownLevel(text)));
}

/** 我省 · 本市 · 我区: what a document calls its own place. 本区域 and 本市场 are none. */
const OWN = /[我本](?<level>省|市|区|县)(?![域场别间级])/gu;
const ENDS: Readonly<Record<string, RegExp>> = {
  省: /(?:省|自治区)$/u,
  市: /(?:市|州|盟|地区)$/u,
  区: /区$/u,
  县: /[县旗]$/u,
};

/** The kind of place that it calls its own most often. */
function ownLevel(text: string): RegExp | null {
  const counts = new Map<string, number>();
  for (const { groups } of text.matchAll(OWN))
    counts.set(groups!.level!, (counts.get(groups!.level!) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most ? ENDS[most[0]]! : null;
}

/** A document that says 我省 speaks for the province, whichever of its districts it addresses: 各市科技局，某某区科技局. */
const outerOfLevel = (gazetteer: Gazetteer, name: string, level: RegExp | null): string =>
  gazetteer.upwards(name).find((one) => level?.test(one)) ?? name;
