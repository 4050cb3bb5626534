/** A condition that lists things of which one is enough: 建设开源社区、软件测评中心等平台 → 建设开源社区 · 建设软件测评中心. */

import { DEEDS } from './deeds.ts';

/** 、 parts a list, 或 too; 和, 及, 与 only join its last member. */
const PARTED = /[、]|或者?/u;
const JOINED = /以及|和|及|与/u;

/** 利用闲置农房新建或改造民宿 · 自建或租赁公共海外仓 */
const SHARED_THING = new RegExp(
  `^(?<lead>[^、]*?)(?<one>${DEEDS})(?:或者?|、)(?<other>${DEEDS})(?<thing>[^，、或]{2,})$`,
  'u',
);

/** What is done with each of the listed things, and where the first of them begins. */
const VERB =
  /^.*(?:认定(?:为|的)?|评定为|评为|获评|获得|荣获|取得|获批|列入|入选|纳入|达到|通过|建设|开展|实施|购置|购买|采购|承担|参加|参与|引进|提供|拥有|租赁|使用|开发|研发|生产|从事|举办|主办|承办|设立|组织|用于|对|在|为|是|的)(?=.)/u;
/** Where the last member ends: 等…, 的…, 中取得, and a holder's noun. */
const TAIL = /等(?![奖次级第])|的|中(?=[取获有开])|上(?=[取获有])|类?(?:企业|项目|单位|机构|产品)$/u;
/** 数字化、网络化、智能化改造: the others end alike, so the last ends there too. */
const SHAPED = /[化级型类]$/u;

/** Each way of being one of what is listed; none where nothing is listed, or where its members cannot be told apart. */
export function alternativesOf(words: string): string[] {
  const deeds = SHARED_THING.exec(words)?.groups;
  // 新建或改造民宿: two deeds of one thing.
  if (deeds) return [deeds.one, deeds.other].map((deed) => `${deeds.lead}${deed}${deeds.thing}`);
  const members = membersOf(words);
  if (members.length < 2) return [];
  const head = VERB.exec(members[0]!)?.[0] ?? '';
  const first = members[0]!.slice(head.length);
  const last = members.at(-1)!;
  const between = members.slice(1, -1);
  const end = endOfLast(last, [first, ...between]);
  const tail = behindList(last.slice(end));
  const names = [first, ...between, last.slice(0, end)];
  if (names.some((name) => name.length < 2)) return [];
  // Without a verb before all of them, a short one may only say half: 购置设备及工具.
  const lengths = names.map(({ length }) => length);
  if (head === '' && tail === '' && Math.max(...lengths) > 2 * Math.min(...lengths) + 2) return [];
  return names.map((name) => `${name.startsWith(head) ? '' : head}${name}${name.endsWith(tail) ? '' : tail}`);
}

/** Members between the parting marks, outside quotation marks. */
function membersOf(words: string): string[] {
  const parted = split(words, PARTED);
  if (parted.length < 2) return [];
  return [...parted.slice(0, -1), ...split(parted.at(-1)!, JOINED).filter((one) => one !== '')];
}

function split(words: string, marks: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < words.length; at++) {
    if ('“《（('.includes(words[at]!)) depth++;
    else if ('”》）)'.includes(words[at]!)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const mark = marks.exec(words.slice(at, at + 2));
    if (mark?.index !== 0) continue;
    parts.push(words.slice(from, at));
    from = at + mark[0].length;
    at = from - 1;
  }
  parts.push(words.slice(from));
  return parts;
}

function endOfLast(last: string, others: readonly string[]): number {
  const shape = SHAPED.exec(others[0]!)?.[0];
  if (shape && others.every((one) => one.endsWith(shape))) {
    const at = last.indexOf(shape) + 1;
    if (at > 1) return at;
  }
  const at = last.search(TAIL);
  return at > 0 ? at : last.length;
}

/** 等公共技术服务平台 names the kind of all of them, and is said by naming one; what stands behind its 的 belongs to each. */
function behindList(tail: string): string {
  if (!tail.startsWith('等')) return tail;
  const rest = /(?:的|中|上)(?=.{2,}$).*$/u.exec(tail);
  return rest ? rest[0] : '';
}
