/** Whose words or figures a stretch gives: one's own, another firm's, hearsay, or what a document asks for. */
import type { Stretch } from './clauses.ts';
import type { WordClass } from './word-classes.ts';
import { isA, type Said } from './words-said.ts';

export type Holder = 'self' | 'other' | 'document' | 'open';

export interface Source {
  holder: Holder;
  /** It was told to the speaker by somebody else. */
  heard: boolean;
  /** Where what is told begins. */
  from: number;
}

const OWN: Source = { holder: 'self', heard: false, from: 0 };

/** How far into a stretch its subject may begin: 去年隔壁厂, 但是人家. */
const SUBJECT_REACH = 6;
/** How far into a stretch a word for what was heard may stand: 我前几天听说. */
const HEARSAY_REACH = 8;

/** The source that a stretch names; null where it names none. `words` are those of the stretch, from its matter on. */
export function sourceNamed(stretch: Stretch, words: readonly Said[], from: number): Source | null {
  const heard =
    words.find(
      (word) => isA(word, 'hearsay') && word.start - from <= HEARSAY_REACH && !isJudged(stretch, word),
    ) ?? somebody(words, from);
  if (heard) return { holder: 'other', heard: true, from: heard.end };
  return (
    heardFrom(words, from) ??
    byReport(stretch, words, from) ??
    documentsWord(stretch, words, from) ??
    somebodysWord(stretch, words, from) ??
    otherFirm(stretch, words, from) ??
    firmPointedAt(stretch, words, from) ??
    condition(stretch, words, from)
  );
}

/** 网上说得不清楚: how it is said, and nothing that is. */
const isJudged = ({ text, start }: Pick<Stretch, 'text' | 'start'>, said: Said): boolean =>
  text[said.end - start] === '得';

/** 昨天饭局上有人吹: somebody; but 我们车间有人, 厂里有人. */
function somebody(words: readonly Said[], from: number): Said | undefined {
  const said = words.find((word) => isA(word, 'somebody') && word.start - from <= HEARSAY_REACH);
  const isOwn =
    said && words.some((word) => word.start < said.start && isA(word, 'self', 'me', 'firm', 'staff'));
  return isOwn ? undefined : said;
}

const followed = (said: Said, words: readonly Said[], within: number, ...classes: WordClass[]) =>
  words.find((one) => one.start >= said.end && one.start - said.end <= within && isA(one, ...classes));

/** 电视上说, 群里有人讲, 我听一个朋友说. */
function heardFrom(words: readonly Said[], from: number): Source | null {
  for (const said of words) {
    if (said.start - from > HEARSAY_REACH) return null;
    if (!isA(said, 'medium') && said.word !== '听') continue;
    const verb = followed(said, words, 6, 'says');
    if (verb) return { holder: 'other', heard: true, from: verb.end };
  }
  return null;
}

/** 文件说, 政策里要求, 园区要求, 你们规定: what they want is told of nobody. 按照文件要求 and 符合政策要求 speak of one's own deed. */
function documentsWord({ text, start }: Stretch, words: readonly Said[], from: number): Source | null {
  for (const said of words) {
    if (said.start - from > SUBJECT_REACH + 2) return null;
    const before = text.slice(0, said.start - start);
    if (isA(said, 'rule') && !UNDER.test(before)) {
      const verb = followed(said, words, 3, 'says', 'demands');
      if (verb) return { holder: 'document', heard: true, from: verb.end };
    }
    if (isA(said, 'office', 'you') && !UNDER.test(before)) {
      const verb = followed(said, words, 2, 'demands');
      if (verb && !isA(verb, 'able') && !(isA(verb, 'want') && verb.word.length === 1 && !/\d/u.test(text)))
        return { holder: 'document', heard: true, from: verb.end };
    }
  }
  return null;
}
const UNDER = /(?:按照?|根据|依据?|依照|符合|满足|[和与跟对])(?:你们?|这个|那个)?$/u;

/** 据可靠消息, 根据媒体报道, 据园区介绍: told by somebody; 据财务统计 is one's own word. */
function byReport({ text, start }: Stretch, words: readonly Said[], from: number): Source | null {
  const report = REPORTED.exec(text.slice(from - start))?.[0];
  if (report === undefined) return null;
  const end = from + report.length;
  const isOwn = words.some((word) => word.end <= end && isA(word, 'self', 'me', 'staff'));
  return isOwn ? null : { holder: 'other', heard: true, from: end };
}
const REPORTED =
  /^(?:根据|依据|据|按)[^,。;!?\d]{0,8}?(?:消息|报道|传言|传闻|传|介绍|透露|反映|说法|转述|了解|悉|统计|调查|通报)/u;

/** How far into a stretch a verb of saying may stand behind its subject: 开会的时候园区的李主任说. */
const SPEAKER_REACH = 12;

/** 张总说, 中介讲, 招商的人跟我讲, 你刚才说: whoever says it, it is not told of oneself. The own accountant's word is one's own. */
function somebodysWord({ text, start }: Stretch, words: readonly Said[], from: number): Source | null {
  const verb = words.find(
    (word) =>
      word.start - from <= SPEAKER_REACH &&
      (isA(word, 'says') || (isA(word, 'assures') && isToldMe(word, words))),
  );
  if (!verb || verb.start === from || isBidden(verb, words) || isJudged({ text, start }, verb)) return null;
  // 张总跟我说: who is told does not matter.
  const told = words.findLast(
    (word) => isA(word, 'dative') && word.end < verb.start && isA(wordAt(words, word.end), 'me'),
  );
  const end = told?.start ?? verb.start;
  const subject = text.slice(from - start, end - start).replace(WHEN, '');
  const named = words.filter((word) => word.start >= from && word.end <= end);
  if (isOwnWord(named)) return null;
  if (/\d/u.test(subject) || named.some((word) => isA(word, 'not', 'ask', 'able', 'want'))) return null;
  if (!namesSpeaker(subject, named, from) || isFinding(verb, named, words)) return null;
  const isListener = named.some((word) => isA(word, 'you'));
  return { holder: isListener ? 'document' : 'other', heard: true, from: verb.end };
}

/** 我们会计说 is one's own word, 我们会计的同学说 is not: who is named last says it. */
const isOwnWord = (named: readonly Said[]): boolean => {
  const speaker = named.findLast((word) =>
    isA(word, 'staff', 'self', 'me', 'kin', 'other', 'partner', 'person'),
  );
  return isA(speaker, 'staff', 'self', 'me') && !isA(speaker, 'dative');
};

/** 跟我保证, 对我们承诺. */
const isToldMe = (verb: Said, words: readonly Said[]): boolean =>
  words.some(
    (word) =>
      isA(word, 'dative') &&
      isA(wordAt(words, word.end), 'me') &&
      wordAt(words, word.end)!.end === verb.start,
  );

/** 说一下, 讲下: somebody is asked to say it. */
const isBidden = (verb: Said, words: readonly Said[]): boolean =>
  words.some((word) => word.start === verb.end && isA(word, 'trailing') && word.word !== '的');

/** 区里说我们不符合条件, 工信厅说符合条件: what the office in charge found of oneself. */
const isFinding = (verb: Said, subject: readonly Said[], words: readonly Said[]): boolean =>
  subject.some((word) => isA(word, 'office')) &&
  words.some((word) => word.start >= verb.end && word.start - verb.end <= 4 && isA(word, 'verdict'));

const SPEAKERS: readonly WordClass[] = [
  'person',
  'kin',
  'other',
  'partner',
  'aggregate',
  'office',
  'rule',
  'medium',
  'you',
];
/** 直说, 照说: one character before the verb colours it. */
const SHORTEST_NAME = 2;

/** 具体说, 总的来讲: words that only colour what follows name nobody. */
const namesSpeaker = (subject: string, named: readonly Said[], from: number): boolean => {
  if (named.some((word) => isA(word, 'polite'))) return false;
  if (named.some((word) => isA(word, ...SPEAKERS))) return true;
  const small = named.filter(
    (word) =>
      word.start - from < subject.length && isA(word, 'soft', 'turn', 'really', 'plain', 'former', 'polite'),
  );
  const covered = small.reduce((sum, { word }) => sum + word.length, 0);
  return subject.replace(/地/gu, '').length - covered >= SHORTEST_NAME;
};

/** 李厂长昨天说: when it was said. */
const WHEN =
  /(?:今天|昨天|前天|昨晚|上午|下午|刚才|刚刚|前几天|上周|那天|早上|晚上|最近|之前|也|还|都|就|又)+$/u;

const wordAt = (words: readonly Said[], start: number) => words.find((word) => word.start === start);

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
/** 给客户, 跟人家: not the subject. */
const LINKED = /[给跟和向对替帮为同与比被让把从由靠]$/u;
const OF_ITS_OWN = /^(?:那边|那头|那面|那里|那儿|那家|是|的厂|的?公司|的?企业|的?工厂|自己|家)/u;
/** 我老乡开的厂, 同学公司. */
const HIS_FIRM =
  /^(?:他|她|们|他们|自己|家|那边|里){0,2}(?:[开办做搞])?的?(?:那个|那家|小|大)?(?:厂|公司|店|企业|工厂|作坊|单位)/u;
const ON_AVERAGE = /^[^,。;!?]{0,6}(?:平均|整体|总体|普遍|一共|合计|都(?:是|有|在|没))/u;

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
  return told.map(({ stretch, words, from }) => {
    const isNewSentence = stretch.sentence !== sentence;
    sentence = stretch.sentence;
    const matter = words.filter((word) => word.start >= from);
    const named = sourceNamed(stretch, matter, from);
    const ofSelf = speaksOfSelf(matter, from);
    if (named) {
      current = named;
      reported = named.heard && speaksOfSelf(matter, named.from);
      return named;
    }
    const ofMe = isA(matter[0], 'me') && matter[0]!.start === from;
    if ((ofSelf && (!reported || isNewSentence)) || ofMe) {
      current = OWN;
      reported = false;
    } else if (current !== OWN && isNewSentence && ownBefore) current = OWN;
    ownBefore ||= current === OWN;
    return current === OWN ? { ...OWN, from } : { ...current, from };
  });
}
