/** How a clause tells a thing: for sure or not, affirmed or denied, done or still to come. Composed of word classes. */
import { isAboutTo, isUnderWay } from '../to-come.ts';
import { isA, type Said } from '../words-said.ts';

export interface Manner {
  /** How many denials stand before the end of the words that tell it, or take them back behind. */
  denials: number;
  /** Doubted, or asked. */
  doubted: boolean;
  /** Planned, wished for, under way. */
  toCome: boolean;
  /** It was so once, and is said to be no more. */
  former: boolean;
  supposed: boolean;
}

/** 没成, 没下来, 还没: directly behind the words they take them back. */
const TAKES_BACK =
  /^(?:的|了|也|都|事|但是?|可是?|可惜|结果|最后|现在|暂时){0,3}(?:没(?:有|能)?(?:评上|选上|中|成|通过|过|批|下来|拿到|办|做|搞|获批|落实|达标|认定|达到)?|未(?:通过|获批|达标|达到|认定|完成)?|落选|被刷|被否|过期|失效|(?:被)?(?:吊销|撤销|取消|注销)|泡汤|黄了|不成|不达标|不符合|没戏|失败)(?:$|[,。;!?了])/u;
/** 没少, 不得不, 不仅: no denial. */
const NO_DENIAL: ReadonlySet<string> = new Set(['别', '非']);

/** Of a text and of a name alike: 非遗 and 不良 deny nothing where both have them. */
export const denies = (word: Said): boolean => isA(word, 'not') && !NO_DENIAL.has(word.word);

/** `words` are those of the clause; the thing is told between `start` and `end`, `after` is what follows it in the clause. */
export function mannerOf(words: readonly Said[], start: number, end: number, after: string): Manner {
  const before = words.filter((word) => word.start < end);
  const denials = before.filter(denies).length;
  const almost = before.some((word) => isA(word, 'almost')) ? 1 : 0;
  const inSight = words.filter((word) => word.start < end + 6);
  return {
    denials: denials + almost + (TAKES_BACK.test(after) ? 1 : 0),
    doubted:
      words.some((word) => isA(word, 'doubt')) || inSight.some((word) => isQuestionOf(word, start, end)),
    toCome:
      before.some((word) => isA(word, 'plan')) ||
      words.some(
        (word) =>
          word.start >= end &&
          isA(word, 'plan') &&
          (ON_THE_WAY.test(word.word) || (STILL_PLANNED.test(word.word) && word.start - end <= 3)),
      ) ||
      isUnderWay(after) ||
      isAboutTo(after),
    former: before.some((word) => isA(word, 'former') && word.end <= start && !isA(word, 'plan')),
    supposed: before.some((word) => isA(word, 'suppose')),
  };
}

/** 还在审: what is on its way through an office. */
export const isOnTheWay = (word: Said): boolean => isA(word, 'plan') && ON_THE_WAY.test(word.word);
/** 正在申请, 评审中: behind the words, still on the way. */
const STILL_PLANNED = /计划|规划|筹备|筹划|考虑|设想/u;
const ON_THE_WAY = /申请|申报|评审|公示|在审|等批/u;

/** 是不是…, 有没有…, …吗 directly behind. */
const isQuestionOf = (word: Said, start: number, end: number): boolean =>
  (isA(word, 'ask') &&
    !isA(word, 'able') &&
    WHETHER.test(word.word) &&
    word.end <= end &&
    start - word.end <= 8) ||
  (word.word === '吗' && word.start - end <= 1);
const WHETHER = /[不没]|是否|有无/u;
