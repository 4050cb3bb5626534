/** Shares that words say: 全额资助 of a fee, 免收 a fee, 1:1 配套 of what a higher level paid. The readers of figures leave them to the text. */
import type { Figure } from '../figures/index.ts';

/** '全额补贴' · '登记费全额资助' · '免收检验检测费' · '免征增值税' · '依次扣减其应缴纳的增值税'; not 免费. */
const FULL =
  /全额(?=补|资助|奖|贴|返还|退|支持|减|免|给予|予以)|免(?=收|征|缴|交)|扣减(?=[^，。；]{0,10}应[缴交纳])/gu;

/** '按国家资助金额1:1给予配套' · '等额配套': two parts alone; of three (1:0.5:0.3) it is not said whose is whose. */
const MATCHING =
  /(?<![\d:：比])(?:1|一)(?:[:：]|比)(?<part>\d+(?:\.\d+)?|一)(?![\d.:：]|比\d)(?=[^。；]{0,14}配套)|(?<=配套[^。；]{0,8})(?<![\d:：比])(?:1|一)(?:[:：]|比)(?<behind>\d+(?:\.\d+)?|一)(?![\d.:：]|比\d)|等额(?=[^。；]{0,4}配套)/gu;

/** What is due is set off, to the last yuan within the limit. */
export const DEDUCTED = '扣减';

/** '按省级标准的2倍给予奖励': so many times a sum that is stated elsewhere. */
const TIMES = /(?<=(?:标准|额度|金额|奖励|补助|补贴)的?)(?<times>\d+(?:\.\d+)?|两|二|三)倍/gu;
const CHINESE: Record<string, number> = { 两: 2, 二: 2, 三: 3 };

/** Whether a figure's words say how many times another sum is paid. */
export const isTimes = (words: string): boolean => words.endsWith('倍');

const times = (text: string): Figure[] =>
  Array.from(
    text.matchAll(TIMES),
    ({ 0: words, index, groups }): Figure => ({
      kind: 'percent',
      unit: 'ratio',
      value: CHINESE[groups!.times!] ?? Number(groups!.times),
      text: words,
      start: index,
      end: index + words.length,
      trace: ['times a standard'],
    }),
  );

export const isFullShare = (words: string): boolean =>
  words === '免' || words === '全额' || words === DEDUCTED;

/** Whether a figure's words say how much is laid beside the money of a higher level. */
export const isMatching = (words: string): boolean => /[:：比]|^等额$/u.test(words);

export const fullShares = (text: string): Figure[] => [...full(text), ...matching(text), ...times(text)];

const matching = (text: string): Figure[] =>
  Array.from(text.matchAll(MATCHING), ({ 0: words, index, groups }): Figure => {
    const part = groups?.part ?? groups?.behind ?? '1';
    return {
      kind: 'percent',
      unit: 'ratio',
      value: part === '一' ? 1 : Number(part),
      text: words,
      start: index,
      end: index + words.length,
      trace: ['matching share'],
    };
  });

function full(text: string): Figure[] {
  return Array.from(
    text.matchAll(FULL),
    ({ 0: words, index }): Figure => ({
      kind: 'percent',
      unit: 'ratio',
      value: 1,
      text: words,
      start: index,
      end: index + words.length,
      trace: ['full share'],
    }),
  );
}
