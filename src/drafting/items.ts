/** What a list of sums answers to: the levels, titles or kinds that 分别 sends them to, as many as there are sums. */

export interface Items {
  /** In the order of the text. */
  names: string[];
  /** What stands before the first and behind the last and belongs to all: 首次获评 … 的单位. */
  head: string;
  tail: string;
  start: number;
  end: number;
  /** 按三个等次: an order without names, by its noun. */
  order?: string;
}

const PART = /[、]|(?:以及|和|及|与|或者|或|跟)(?!其)/u;
/** Where the first item begins: behind its verb. '对首次获评中国质量奖' → '中国质量奖' */
const HEAD_END =
  /.*(?:认定(?:为|的)?|评定为|评为|获评|获得|荣获|取得|获批|获|列入|入选|纳入|达到|通过|评价为|评估为|授予|(?<=^|，)(?:对|在)|在(?=[\d一二三四五])|成为|是|的|(?:[新改扩自]|打)[建造]|主导|参与|入围|引进|招用|吸纳|聘用|回收|收购|购置|购买|采购|培养|培育|开设|设立|首次|晋升为|升级为|进入|(?<!到)达)(?=.)/u;
/** Where the last item ends: before what is said of all. '中国质量奖提名奖的单位' → '中国质量奖提名奖' */
const TAIL_START = /(?:称号|荣誉|资质|认定|认证|等级|等次)?(?:的|企业$|项目$|单位$|，|等(?![奖次级第]))/u;

/** The enumeration of exactly `size` members that stands last in the text before the sums; null where none does. */
export function itemsBefore(text: string, size: number): Items | null {
  return (
    ranksBefore(text, size) ?? listBefore(split(text, PART), size) ?? listBefore(split(text, COMMA), size)
  );
}

/** '国家级、省级、市级重点实验室、技术创新中心': of whatever is listed behind them, the ranks are what the sums are for. */
function ranksBefore(text: string, size: number): Items | null {
  const all = Array.from(text.matchAll(RANKS)).filter(({ 0: list }) => split(list, PART).length === size);
  const found = all.at(-1);
  if (!found) return null;
  const phrase = text.slice(0, found.index).search(/[^，,；;：:]*$/u);
  const end = found.index + found[0].length;
  const behind = text.slice(end);
  const close = behind.search(/[，,；;：:]/u);
  return {
    names: split(found[0], PART).map((part) => part.text),
    head: text.slice(phrase, found.index),
    tail: close < 0 ? behind : behind.slice(0, close),
    start: found.index,
    end: close < 0 ? text.length : end + close,
  };
}

const RANK =
  '(?:(?:国家|国际|世界|设区市|自治区|部|省|市|区|县|州|镇)|[甲乙丙丁]|[1-5]A|A{1,5}|[一二三四五]星|[一二三四五六])级';
/** Ranks alone, one after the other; none of them before or behind. */
const RANKS = new RegExp(`(?<![级、])${RANK}(?:(?:、|和|及|或)${RANK})+(?!(?:、|和|及|或)${RANK})`, 'gu');
const COMMA = /[、]/u;
/** 营业面积100平方米以上, 正常营业满6个月: a condition of its own, and nothing that a sum is for; 5亿元 goes on from the figure before. */
const IS_CONDITION = /^(?!\d).*(?:\d[^、]*以[上下]|(?:满|达到?|超过|不低于|不少于)\d)/u;

function listBefore(parts: readonly Part[], size: number): Items | null {
  const found: Items[] = [];
  for (let first = 0; first + size <= parts.length; first++) {
    const members = parts.slice(first, first + size);
    // A joint before or behind the window would make the list longer than the sums.
    const open = parts[first - 1];
    const next = parts[first + size];
    if ((open && !open.comma) || (next && !members.at(-1)!.comma)) continue;
    if (members.slice(0, -1).some(({ comma }) => comma)) continue;
    if (members.slice(1).some(({ text: member }) => IS_CONDITION.test(member))) continue;
    found.push(itemsOf(members));
  }
  return found.at(-1) ?? null;
}

interface Part {
  text: string;
  start: number;
  end: number;
  /** A comma, and no joint, stands behind it. */
  comma: boolean;
}

function split(text: string, joints: RegExp): Part[] {
  const parts: Part[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at] ?? '，';
    if ('（(《“'.includes(character)) depth++;
    else if ('）)》”'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const comma = /[，,；;：:]/u.test(character);
    const joint = comma ? null : jointAt(text, at, joints);
    if (!comma && joint === null) continue;
    parts.push({ text: text.slice(start, at), start, end: at, comma });
    start = at + (joint?.length ?? 1);
    at = start - 1;
  }
  return parts.filter(({ text: part }) => part.trim() !== '');
}

function jointAt(text: string, at: number, joints: RegExp): string | null {
  const found = joints.exec(text.slice(at, at + 2));
  return found?.index === 0 ? found[0] : null;
}

function itemsOf(members: readonly Part[]): Items {
  const first = members[0]!;
  const last = members.at(-1)!;
  const head = HEAD_END.exec(first.text)?.[0] ?? '';
  const cutAt = tailStart(members.map(({ text }) => text));
  const tail = cutAt > 0 ? last.text.slice(cutAt) : '';
  const opened = headLength(
    members.map((one) => one.text),
    head.length,
  );
  const names = members.map(({ text }, i) => {
    const from = i === 0 ? opened : 0;
    const to = i === members.length - 1 && cutAt > 0 ? cutAt : text.length;
    return text.slice(Math.min(from, to), to).trim();
  });
  return { names, head: first.text.slice(0, opened), tail, start: first.start + opened, end: last.end };
}

/** 示范企业、优势企业 end alike: the noun is the items' own. */
function tailStart(texts: readonly string[]): number {
  const last = texts.at(-1)!;
  const at = last.search(TAIL_START);
  const shaped = shapeEnd(texts);
  if (shaped > 0) return shaped;
  const noun = /^(?:企业|项目|单位)$/u.exec(last.slice(Math.max(at, 0)))?.[0];
  return noun && texts.slice(0, -1).some((text) => text.endsWith(noun)) ? -1 : at;
}

/** 国家级、省级绿色工厂: the others are so many characters and 级, so the last ends at its 级. */
function shapeEnd(texts: readonly string[]): number {
  const last = texts.at(-1)!;
  const ends = new Set(texts.slice(0, -1).map((text) => text.at(-1)!));
  const [end] = ends;
  if (ends.size !== 1 || !/[级型类档星A]/u.test(end!)) return 0;
  const at = last.indexOf(end!) + 1;
  return at > 1 && at <= 6 && at < last.length && !/^等/u.test(last.slice(at)) ? at : 0;
}

/** 制修订国际标准、国家标准、行业标准: the others are of one length and end alike, so the first begins where it is as long as they. */
function headLength(texts: readonly string[], read: number): number {
  const [first = '', ...others] = texts;
  const inner = others.slice(0, -1).concat(others.at(-1)!.replace(/的.*$/u, ''));
  const length = inner[0]!.length;
  const alike = inner.every((text) => text.length === length && text.slice(-2) === first.slice(-2));
  return alike && length >= 3 && first.length - read > length ? first.length - length : read;
}

/** 三级 · 5A · 一等奖 · 第一等次: the step of an order, and in which direction it counts; null for a name. */
export function levelOf(name: string): { step: number; written: string } | null {
  const found =
    /(?<written>(?<step>[一二三四五六七八九十]|\d)(?:A级?|星级?|级))(?:[（(][^）)]*[）)])?$/u.exec(name);
  if (!found?.groups) return null;
  const { step, written } = found.groups as { step: string; written: string };
  return { step: /\d/u.test(step) ? Number(step) : '零一二三四五六七八九十'.indexOf(step), written };
}
