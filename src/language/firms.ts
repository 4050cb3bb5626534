/**
 * Firms that a message tells of side by side: 甲厂1100人 乙厂350人, 都是制造业 · 一家420人一家180人. Each is told in a text of its own, with
 * what is said of all; nothing of it is the speaker's.
 */
import type { Utterance } from './utterance.ts';

export interface FirmSaid {
  /** As it is called in the message: 甲厂; null where it is told apart by its figure alone (一家420人). */
  name: string | null;
  /** What is told of it, as if it were told of oneself. */
  told: string;
  /** 别的跟我们一样: what is not said of it is as with what was told before. */
  otherwiseSame: boolean;
}

/** The firms in the order in which they are told; none where the message tells of one alone. */
export function firmsSaid({ text }: Utterance): FirmSaid[] {
  const labels = labelsIn(text);
  return labels.length > 1 ? besideEachOther(text, labels) : [];
}

interface Label {
  start: number;
  end: number;
  name: string | null;
}

/** A厂 · 乙公司 · 客户B: a firm called by a stem or a letter is never 我们. */
const NAMED =
  /(?:(?<![\p{L}\d])|(?<=[\d一二三四五六七八九十百千][人万亿元度%]|[,和跟与]))(?:[a-z]|[甲乙丙丁戊己])(?:公司|企业|工厂|客户|厂|店)(?=[^,。;?!]*[\p{L}\d])|(?:客户|公司|企业)(?:[a-z](?![a-z])|[甲乙丙丁])/giu;
/** 一家420人, 另一家180人. */
const ONE_OF =
  /(?:还有|另外|另)?(?:第[一二三四五六]|[一另])(?<counter>[家个间])(?:公司|企业|工厂|厂|店|是|的|有)*(?=[^,。;?!]*\d)/gu;
/** 老厂380人, 新厂150人. */
const OPPOSED =
  /(?:(?<![\p{L}\d])|(?<=\d[人万亿元度%]))[新老大小东西南北总分](?:公司|厂|店)(?=[^,。;?!]*\d)/gu;
/** 我有两个厂 · 三家公司: what 一个 counts. */
const COUNTS_FIRMS = /[两三四五六几\d二](?:个|家|间)(?:的)?(?:公司|企业|工厂|单位|客户|厂|店)/u;

function labelsIn(text: string): Label[] {
  const named = [...text.matchAll(NAMED)].map(labelOf);
  if (named.length > 0) return named;
  const ones = [...text.matchAll(ONE_OF)]
    .filter(({ groups }) => groups!.counter === '家' || COUNTS_FIRMS.test(text))
    .map((match) => ({ ...labelOf(match), name: null }));
  if (ones.length > 1) return ones;
  const opposed = [...text.matchAll(OPPOSED)].map(labelOf);
  return new Set(opposed.map(({ name }) => name)).size > 1 ? opposed : [];
}

const labelOf = ({ index, 0: said }: RegExpExecArray): Label => ({
  start: index,
  end: index + said.length,
  name: said,
});

/** 都是制造业 · 两家都没停 · 分别能拿多少: said of all of them. */
const OF_ALL = /^(?:也|就)?(?:都|均|全|各|分别|[两三四几]家|(?:别的|其他|其它|其余|剩下))/u;
const COLLECTIVE =
  /[都均]|(?:我|咱)们?(?:有|手上有|手里有)|[两三四五六几](?:个|家|间)(?:公司|企业|工厂|单位|客户|厂|店)?|分别/gu;

function besideEachOther(text: string, labels: readonly Label[]): FirmSaid[] {
  const first = labels[0]!.start;
  const parts = labels.map(({ end }, place) => piecesOf(text.slice(end, labels[place + 1]?.start)));
  const last = parts.at(-1)!;
  const length = endOfLast(last, parts.slice(0, -1));
  const shared = [
    ...piecesOf(text.slice(0, first)),
    ...last.slice(length),
    ...parts.slice(0, -1).flatMap((pieces) => pieces.filter((piece) => OF_ALL.test(piece))),
  ];
  const same = [...shared, ...last].some(isSame);
  const ofAll = shared
    .filter(tells)
    .map((piece) => piece.replace(COLLECTIVE, ''))
    .filter((piece) => piece !== '');
  return labels.map(({ name }, place) => {
    const own = place === labels.length - 1 ? last.slice(0, length) : parts[place]!;
    const told = [...ofAll, ...own.filter((piece) => tells(piece) && !OF_ALL.test(piece))];
    return { name, told: told.join(','), otherwiseSame: same || own.some(isSame) };
  });
}

/** The last is told in as many clauses as the longest of its sisters, or up to what is said of all. */
function endOfLast(pieces: readonly string[], sisters: readonly string[][]): number {
  const ofAll = pieces.findIndex((piece) => OF_ALL.test(piece));
  if (ofAll >= 0) return ofAll;
  if (sisters.length === 0) return pieces.length;
  return Math.max(1, ...sisters.map((own) => own.length));
}

const piecesOf = (text: string): string[] =>
  text
    .split(/[\s,。;:!?、]+/u)
    .map((piece) => piece.replace(/^[和跟与]|[和跟与]$/gu, ''))
    .filter((piece) => piece !== '');

/** 别的都一样 · 其余条件跟我们相同 · 情况和上面一样. */
const SAME =
  /(?:(?:别的|其他|其它|其余|剩下的?|条件|情况|另外|都)[^,。;!?\d]{0,8}|(?:[跟和与同](?:我们?|咱们?|前面|刚才|上面|它|他们?|甲|[a-z])[^,。;!?\d]{0,5}))(?:一样|相同|同样|差不多|不变|同上)/iu;
export const isSame = (piece: string): boolean => SAME.test(piece);
export const withoutSame = (text: string): string => text.replace(SAME, '');

/** 分别能拿多少 and 别的一样 tell nothing. */
const tells = (piece: string): boolean => !isSame(piece) && (/\d/u.test(piece) || !ASKS.test(piece));
const ASKS = /多少|几|吗|么$|呢$|怎么|咋|什么|啥|哪|谁|能不能|够不够|行不行|可不可以|为何|帮.{0,3}问/u;
