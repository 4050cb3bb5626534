/** What was told to the speaker: by whom, where it was heard or read, in whose words. Composed of word classes, whoever is named. */
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

/** How far into a stretch the word for hearing or saying may stand: 前几天开会的时候园区的李主任跟我说. */
const REACH = 18;
const heardFrom = (from: number): Source => ({ holder: 'other', heard: true, from });

/** The source of a stretch that passes on what was heard, read or noted by others; null where it tells by itself. */
export function reported(stretch: Stretch, words: readonly Said[], from: number): Source | null {
  const near = words.filter(({ start }) => start - from <= REACH);
  const hearsay = near.find((word) => isA(word, 'hearsay') && !isJudged(stretch, word));
  if (hearsay) return heardFrom(hearsay.end);
  return (
    somebody(near) ??
    comesToKnow(stretch, near, from) ??
    saidSomewhere(near, words) ??
    byReport(stretch, words, from) ??
    inTheirWords(stretch, near)
  );
}

/** 网上说得不清楚: how it is said, and nothing that is. */
const isJudged = ({ text, start }: Stretch, said: Said): boolean => text[said.end - start] === '得';

/** 昨天饭局上有人吹: somebody; but 我们车间有人, 厂里有人, 有没有人. */
function somebody(near: readonly Said[]): Source | null {
  const said = near.find((word) => isA(word, 'somebody'));
  const isOwn =
    said && near.some((word) => word.start < said.start && isA(word, 'self', 'me', 'firm', 'staff'));
  return said && !isOwn ? heardFrom(said.end) : null;
}

export const followed = (
  said: Said,
  words: readonly Said[],
  within: number,
  ...classes: WordClass[]
): Said | undefined =>
  words.find((one) => one.start >= said.end && one.start - said.end <= within && isA(one, ...classes));

/** Of whom or of what one hears and reads. */
const TELLERS: readonly WordClass[] = [
  'indefinite',
  'somebody',
  'other',
  'kin',
  'partner',
  'near',
  'person',
  'office',
  'allied',
];

/** 我在群里刷到一个老板, 听园区那边讲, 得知别人: heard for itself; seen only of somebody, or where such things are read. */
function comesToKnow({ text, start }: Stretch, near: readonly Said[], from: number): Source | null {
  for (const said of near) {
    const isSeen = isA(said, 'sees');
    if (!isSeen && !isA(said, 'hears', 'listen')) continue;
    const before = near.filter((word) => word.end <= said.start);
    if (before.some((word) => isA(word, 'not', 'want', 'ask', 'able'))) return null;
    const rest = text.slice(said.end - start);
    const teller = followed(said, near, 1, ...TELLERS);
    const verb = followed(said, near, REACH, 'says', 'talks');
    const isSomewhere = before.some((word) => isA(word, 'medium', 'somebody', ...TELLERS));
    if (verb || teller || ONE_OF_MANY.test(rest)) return heardFrom((verb ?? teller ?? said).end);
    if (isA(said, 'hears') && said.start - from <= rest.length + REACH && !isSubject(said, near))
      return heardFrom(said.end);
    if (isSeen && isSomewhere && !isSubject(said, near)) return heardFrom(said.end);
  }
  return null;
}

/** 看到一家厂, 碰到几个老板. */
const ONE_OF_MANY = /^(?:了|过)?(?:[一某两几]|好几|好多)[家个位些]/u;

/** 看到你们的政策, 听到这个消息: it is the policy that was seen, and nothing that it tells. */
const isSubject = (said: Said, near: readonly Said[]): boolean =>
  followed(said, near, 2, 'grant', 'rule', 'you', 'news') !== undefined;

/** 电视上说, 群里有人讲. */
function saidSomewhere(near: readonly Said[], words: readonly Said[]): Source | null {
  for (const said of near) {
    if (!isA(said, 'medium')) continue;
    const verb = followed(said, words, 6, 'says', 'talks');
    if (verb) return heardFrom(verb.end);
  }
  return null;
}

/** 据可靠消息, 根据媒体报道, 按协会数据: told by somebody; 据财务统计 is one's own word. */
function byReport({ text, start }: Stretch, words: readonly Said[], from: number): Source | null {
  const report = REPORTED.exec(text.slice(from - start))?.[0];
  if (report === undefined) return null;
  const end = from + report.length;
  const isOwn = words.some((word) => word.end <= end && isA(word, 'self', 'me', 'staff'));
  return isOwn ? null : heardFrom(end);
}
const REPORTED =
  /^(?:根据|依据|据|按)[^,。;!?\d]{0,8}?(?:消息|报道|传言|传闻|传|介绍|透露|反映|说法|转述|了解|悉|统计|调查|通报|数据|口径)/u;

/** 他原话是, 转发:, 短信上写: the words of others as they stand. */
function inTheirWords({ text, start, end }: Stretch, near: readonly Said[]): Source | null {
  const quote = near.find((word) => isA(word, 'quote', 'scrap'));
  if (!quote || near.some((word) => word.start < quote.start && isA(word, 'self', 'not', 'ask'))) return null;
  const rest = text.slice(quote.end - start);
  const lead = WRITTEN.exec(rest)?.[0] ?? '';
  const isTheirs = near.some(
    (word) =>
      isA(word, 'person', 'kin', 'other') && text.slice(word.end - start, quote.start - start) === '的',
  );
  const isBare = isTheirs || isA(quote, 'quote') || quote.end + lead.length >= end;
  return lead !== '' || isBare ? heardFrom(quote.end + lead.length) : null;
}
const WRITTEN = /^(?:里面?|上面?|中)?(?:的?内容)?(?:写着?|说|讲|是|显示|如下|发的是?)?[:]?/u;

/** 张总说, 中介讲, 招商的人跟我聊, 你刚才说: whoever says it, it is not told of oneself. The own accountant's word is one's own. */
export function somebodysWord(stretch: Stretch, words: readonly Said[], from: number): Source | null {
  const { text, start } = stretch;
  const verb = words.find(
    (word) =>
      word.start - from <= REACH &&
      (isA(word, 'says') || (isA(word, 'assures', 'talks') && isToldMe(word, words))),
  );
  if (!verb || verb.start === from || isBidden(verb, words) || isJudged(stretch, verb)) return null;
  // 张总跟我说: who is told does not matter.
  const told = words.findLast(
    (word) => isA(word, 'dative') && word.end < verb.start && isA(wordAt(words, word.end), 'me', 'self'),
  );
  const end = told?.start ?? verb.start;
  const named = words.filter((word) => word.start >= from && word.end <= end);
  const isOfThem = isA(wordAt(words, verb.end), 'other');
  if (isOwnWord(named) && !isOfThem) return { holder: 'self', heard: false, from: verb.end };
  const subject = text.slice(from - start, end - start);
  if (/\d/u.test(subject) || named.some((word) => isA(word, 'not', 'ask', 'able', 'want'))) return null;
  if (isAsFarAs(verb, subject)) return null;
  if (!namesSpeaker(subject, named, from) || isFinding(verb, named, words)) return null;
  const isListener = named.some((word) => isA(word, 'you'));
  return { holder: isListener ? 'document' : 'other', heard: true, from: verb.end };
}

/** 对我们厂来说, 就用电来讲: as far as that goes. */
const isAsFarAs = ({ word }: Said, subject: string): boolean =>
  /^来[说讲]$/u.test(word) && /^(?:对|就|拿|从)/u.test(subject);

/** 我们会计说, 我们老板讲 is one's own word, 我们会计的同学说 is not: who is named last says it. */
const isOwnWord = (named: readonly Said[]): boolean => {
  const speaker = named.findLast((word) =>
    isA(word, 'staff', 'self', 'me', 'kin', 'other', 'partner', 'person'),
  );
  // 园区东头公司的会计.
  if (named.some((word) => isA(word, 'near', 'other', 'partner', 'office', 'indefinite', 'area')))
    return false;
  if (isA(speaker, 'person') && isA(wordBefore(named, speaker!.start), 'self', 'me')) return true;
  return isA(speaker, 'staff', 'self', 'me') && !isA(speaker, 'dative');
};

/** 跟我保证, 对我们承诺, 通知我们. */
const isToldMe = (verb: Said, words: readonly Said[]): boolean =>
  isA(wordAt(words, verb.end), 'me') ||
  words.some(
    (word) =>
      isA(word, 'dative') &&
      isA(wordAt(words, word.end), 'me', 'self') &&
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
/** Say when and how it was said, and not by whom. */
const COLOURS: readonly WordClass[] = ['soft', 'turn', 'really', 'plain', 'former', 'polite', 'dative'];

/** 具体说, 总的来讲: words that only colour what follows name nobody. */
const namesSpeaker = (subject: string, named: readonly Said[], from: number): boolean => {
  if (named.some((word) => isA(word, 'polite') && !isA(word, 'kin', 'person'))) return false;
  if (named.some((word) => isA(word, ...SPEAKERS))) return true;
  const isSmall = (at: number) =>
    named.some((word) => isA(word, ...COLOURS) && at >= word.start - from && at < word.end - from);
  const left = [...subject].map((character, at) => (isSmall(at) ? ' ' : character)).join('');
  return left.replace(WHEN, '').replace(/[地 ]/gu, '').length >= SHORTEST_NAME;
};

/** 李厂长昨天说: when it was said. */
const WHEN =
  /(?:今|昨|前|那)天|昨晚|今早|[上下中]午|刚[才刚]|前[几两]天|上(?:次|回|一次)|上周|上个(?:礼拜|星期)|早上|晚上|最近|之前|时候?/gu;

const wordBefore = (words: readonly Said[], end: number): Said | undefined =>
  words.find((word) => word.end === end);
const wordAt = (words: readonly Said[], start: number): Said | undefined =>
  words.find((word) => word.start === start);
