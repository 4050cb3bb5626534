/** Whose words or figures a stretch gives: one's own, another firm's, hearsay, or what a document asks for. */
import type { Stretch } from './clauses.ts';
import { followed, reported, type Source, somebodysWord } from './reported.ts';
import { isA, type Said } from './words-said.ts';

const OWN: Source = { holder: 'self', heard: false, from: 0 };

/** How far into a stretch its subject may begin: 去年隔壁厂, 但是人家. */
const SUBJECT_REACH = 6;
/** The source that a stretch names; null where it names none. `words` are those of the stretch, from its matter on. */
export function sourceNamed(stretch: Stretch, words: readonly Said[], from: number): Source | null {
  return (
    reported(stretch, words, from) ??
    documentsWord(stretch, words, from) ??
    somebodysWord(stretch, words, from) ??
    firmOfOthers(stretch, words, from) ??
    otherFirm(stretch, words, from) ??
    firmPointedAt(stretch, words, from) ??
    letteredFirm(stretch, words, from) ??
    condition(stretch, words, from)
  );
}

/** 文件说, 政策里要求, 园区要求, 你们规定: what they want is told of nobody. 按照文件要求 and 符合政策要求 speak of one's own deed. */
function documentsWord({ text, start }: Stretch, words: readonly Said[], from: number): Source | null {
  for (const said of words) {
    if (said.start - from > SUBJECT_REACH + 2) return null;
    const before = text.slice(0, said.start - start);
    if (isA(said, 'rule') && !UNDER.test(before) && !UNDER.test(withoutOffice(text, start, words, said))) {
      const verb = followed(said, words, 5, 'says', 'demands');
      if (verb) return { holder: 'document', heard: true, from: verb.end };
    }
    if (isA(said, 'office', 'you') && !UNDER.test(before) && !NAMED_BY.test(before)) {
      const verb = followed(said, words, 2, 'demands');
      if (verb && !isA(verb, 'able') && !(isA(verb, 'want') && verb.word.length === 1 && !/\d/u.test(text)))
        return { holder: 'document', heard: true, from: verb.end };
    }
  }
  return null;
}
/** 符合省里规定: what stands before the office whose rule it is. */
function withoutOffice(text: string, start: number, words: readonly Said[], rule: Said): string {
  const office = words.find((word) => word.end === rule.start && isA(word, 'office', 'you'));
  return text.slice(0, (office ?? rule).start - start);
}
/** 我们是市里定的重点企业, 被区里定为: what one is by their word is told of oneself. */
const NAMED_BY = /[是被]$/u;
const UNDER = /(?:按照?|根据|依据?|依照|符合|满足|[和与跟对])(?:你们?|这个|那个)?$/u;

const DEALS_WITH_US = /^(?:[给向跟对把要欠付下订买的都有多少拖催]|签|采购|退|投诉|$)/u;

/** How far behind 我们 the other firm may be named. */
const NEAR_REACH = 2;

/** 隔壁厂, 他们, 客户那边, 全市平均. */
function otherFirm({ text, start }: Stretch, words: readonly Said[], from: number): Source | null {
  for (const said of words) {
    if (said.start - from > SUBJECT_REACH) return null;
    const after = text.slice(said.end - start);
    const before = text.slice(from - start, said.start - start);
    if (LINKED.test(before)) continue;
    if (
      isA(said, 'other') ||
      (isA(said, 'partner') && OF_ITS_OWN.test(after)) ||
      (isA(said, 'aggregate') && ON_AVERAGE.test(after)) ||
      (isA(said, 'kin') && HIS_FIRM.test(after))
    )
      return { holder: 'other', heard: false, from: said.end };
    // 我们供应商做水泵的; but 我们客户下的单.
    const partner = isA(said, 'self')
      ? words.find((one) => one.start === said.end && isA(one, 'partner'))
      : undefined;
    if (partner && !DEALS_WITH_US.test(text.slice(partner.end - start)))
      return { holder: 'other', heard: false, from: partner.end };
    // 我们同行, 咱们县里别的厂: the other firm is named right behind.
    if (isA(said, 'self') && !followed(said, words, NEAR_REACH, 'other')) return null;
  }
  return null;
}
/** 给客户, 跟人家, 快于全市平均, 拿它去抵, 告他: not the subject. */
const LINKED = /[给跟和向对替帮为同与比被让把从由靠于过赢拿叫请找告骂求催见问查曝罚管陪送欠等信]$/u;
const OF_ITS_OWN = /^(?:那边|那头|那面|那里|那儿|那家|是|的厂|的?公司|的?企业|的?工厂|自己|家)/u;
/** 我老乡开的厂, 同学公司, 我老婆在西湖区开KTV. */
const HIS_FIRM =
  /^(?:他|她|们|他们|自己|家|那边|里){0,2}(?:[开办做搞])?的?(?:那个|那家|小|大)?(?:\p{Script=Han}{0,3}(?:厂|公司|店|企业|作坊|单位|社|馆|网吧|酒楼|农场))|^(?:在[^,。;!?]{2,6}|也|自己|现在){0,3}[开办做搞](?![会车玩笑])/u;
const ON_AVERAGE = /^[^,。;!?]{0,6}(?:平均|整体|总体|普遍|一共|合计|都(?:是|有|在|没))/u;

/** 我闺蜜开的店, 我们县里一家工厂: a firm told by who runs it, or by the place where many are; 我们开的店, 我们在县里的厂 is one's own. */
function firmOfOthers({ text, start }: Stretch, words: readonly Said[], from: number): Source | null {
  // 咱们市里工业用电: the whole place's.
  const place = words.find(
    (word, i) => isA(word, 'area') && isA(words[i - 1], 'self', 'me') && words[i - 1]!.start === from,
  );
  if (place && OF_ALL_THERE.test(text.slice(place.end - start)))
    return { holder: 'other', heard: false, from: place.end };
  const firm = words.find((word) => word.start > from && isA(word, 'firm'));
  if (!firm || firm.start - from > RUN_REACH) return null;
  const head = words.filter((word) => word.end <= firm.start);
  if (
    head.some((word) => isA(word, 'not', 'ask')) ||
    /[\d在有是]/u.test(text.slice(from - start, firm.start - start))
  )
    return null;
  const link = text.slice(from - start, firm.start - start);
  const runs = head.findLast((word) => isA(word, 'runs'));
  if (runs && /^的?[小大老]?$/u.test(text.slice(runs.end - start, firm.start - start))) {
    const owner = text.slice(from - start, runs.start - start);
    const isOwn = owner === '' || /^(?:我|我们|咱|咱们|俺|俺们|自己|自家|本人)$/u.test(owner);
    return isOwn ? null : { holder: 'other', heard: false, from: firm.end };
  }
  const area = head.findLast((word) => isA(word, 'area'));
  // 跟本地厂采购: whom one deals with is not who does it.
  if (area && LINKED.test(text.slice(from - start, area.start - start))) return null;
  const isThere = area && ONE_OF_THEM.test(text.slice(area.end - start, firm.start - start));
  return isThere && link.length > 0 ? { holder: 'other', heard: false, from: firm.end } : null;
}
const OF_ALL_THERE = /^的?(?:工业|企业|规上|整个|整体|平均|全部|所有|经济)/u;
const RUN_REACH = 12;
const ONE_OF_THEM = /^(?:的|里的?|上的?|那边的?)?(?:[一那某]家|几家)?的?[小大老]?$/u;

/** How far behind what points at it the firm may be named: 我小舅子在九江开的厂. */
const FIRM_REACH = 8;

/** 我小舅子厂里, 对面园区的企业, 去年有家客户: a firm told by whom it belongs to, by where it stands, or as one of many. */
function firmPointedAt({ text, start }: Stretch, words: readonly Said[], from: number): Source | null {
  for (const pointer of words) {
    if (pointer.start - from > SUBJECT_REACH) return null;
    if (!isA(pointer, 'kin', 'near', 'indefinite', 'partner', 'allied')) continue;
    if (isA(pointer, 'allied') && pointer.start > from) continue;
    if (LINKED.test(text.slice(from - start, pointer.start - start))) continue;
    const firm = words.find(
      (word) =>
        word.start >= pointer.end &&
        word.start - pointer.end <= FIRM_REACH &&
        isA(word, 'firm', 'partner', 'other') &&
        !(isA(pointer, 'indefinite') && /^[厂店]$/u.test(word.word)),
    );
    if (!firm) continue;
    const between = words.filter((word) => word.start >= pointer.end && word.end <= firm.start);
    const isOwn = between.some((word) => isA(word, 'self', 'me', 'not'));
    if (isOwn || /\d/u.test(text.slice(pointer.end - start, firm.start - start))) continue;
    return { holder: 'other', heard: false, from: firm.end };
  }
  return null;
}

/** 手上三家厂，A厂制造业: one of several firms, by its letter; 我们A厂 is one's own. */
function letteredFirm({ text, start }: Stretch, words: readonly Said[], from: number): Source | null {
  const named = LETTERED.exec(text.slice(from - start));
  if (named === null) return null;
  const end = from + named.index + named[0].length;
  const at = from + named.index;
  const isOwn = words.some((word) => isA(word, 'self', 'not') && word.end <= at && at - word.end <= 1);
  return isOwn ? null : { holder: 'other', heard: false, from: end };
}
const LETTERED = /(?<![A-Za-z])[A-Za-z甲乙丙丁戊](?:厂|公司|企业|店|单位)/u;

/** 用电增长12%就行, 300人以上才给: how much is enough, said of nobody. */
function condition({ text, start }: Stretch, words: readonly Said[], from: number): Source | null {
  const enough = words.find((word) => isA(word, 'suffices'));
  if (!enough || words.some((word) => isA(word, 'self', 'ask') && word.start < enough.start)) return null;
  return /[\d一二两三四五六七八九十百千万]/u.test(text.slice(from - start))
    ? { holder: 'document', heard: true, from }
    : null;
}

/** 我们…, 但我厂…, 今年咱们…: the subject of the stretch is oneself. */
export function speaksOfSelf(words: readonly Said[], from: number): boolean {
  const first = words.find(
    (word) => word.start >= from && !isA(word, 'turn', 'soft', 'really', 'former', 'plain'),
  );
  return first !== undefined && isA(first, 'self') && first.start - from <= SUBJECT_REACH;
}

/** The clause names the speaker's own enterprise (我们, 本公司, 我厂). */
export const namesSelf = ({ words }: { words: readonly Said[] }): boolean =>
  words.some((word) => isA(word, 'self') && !isA(word, 'turn'));

export interface Told {
  stretch: Stretch;
  /** It only addresses somebody. */
  addresses: boolean;
  words: readonly Said[];
  /** Where its matter begins, behind the opening. */
  from: number;
}

/**
 * The source of each stretch. What somebody else is said to say or be goes on until a stretch speaks of oneself; amid what is told of
 * oneself, until the sentence ends. What is reported of "us" (听说我们…) is hearsay still, until another sentence speaks of us.
 */
export function sourcesOf(told: readonly Told[]): Source[] {
  let current: Source = OWN;
  let sentence = 0;
  let reported = false;
  let ownBefore = false;
  return told.map(({ stretch, words, from, addresses }) => {
    const isNewSentence = stretch.sentence !== sentence;
    sentence = stretch.sentence;
    const matter = words.filter((word) => word.start >= from);
    const named = sourceNamed(stretch, matter, from);
    const ofSelf = speaksOfSelf(matter, from);
    const ofOwnPeople = named?.holder === 'self';
    if (named && !ofOwnPeople) {
      current = named;
      reported = named.heard && speaksOfSelf(matter, named.from);
      return named;
    }
    const ofMe = isA(matter[0], 'me') && matter[0]!.start === from;
    if (((ofSelf || ofOwnPeople) && (!reported || isNewSentence)) || ofMe) {
      current = OWN;
      reported = false;
    } else if (current !== OWN && isNewSentence && ownBefore) current = OWN;
    ownBefore ||= current === OWN && !addresses;
    return { ...current, from: named?.from ?? from };
  });
}
