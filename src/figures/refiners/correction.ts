import { type Draft, isAmount, isMoment } from '../draft.ts';
import { between, type Refiner } from './refiner.ts';

const HESITATION = '(?:(?:哦|噢|呃|额|啊|诶|哎[呀哟]?|唉|嗯|抱歉|不好意思|对不起)[了,，、 ]*)?';
const INSTEAD =
  '[了吧啊呀,，、。:： …]*(?:一下|是|应该是|应为|应该|改成|改为|说错了|准确说是|其实是|实际是)?[,，:： ]*(?:是|有)?';

/** 350，哦不，380 · 200，不是，260 · 30%……等等，是35%: the word of denial stands directly behind the figure. */
const TAKEN_BACK = new RegExp(
  `^[人个家户台名左右多吧啊呢呀]{0,4}[,，、。;；!！ …—-]*${HESITATION}(?:(?:不对[,，]?){1,3}|不是(?=[,，、。:： 啊吧])|不{1,3}(?=[,，、。: ]|对|应|是[,，]?应)|等(?:等|一下)(?=[,，… ]*(?:应该)?是)|应该是|应该)${INSTEAD}$`,
  'u',
);
/** 2018年成立，记错了，2016年: said to be a mistake in so many words, so a predicate may stand between. */
const MISTAKEN = new RegExp(
  `^[^,，。;；!！?？]{0,8}[,，、。;；!！ …—-]*(?:我|刚才|刚刚|上面)?${HESITATION}(?:[说打记写搞弄输算报填讲听看][错岔]了?|错了|口误|笔误|更正|纠正|重说|(?:不对[,，]?){1,3})(?:${INSTEAD}|[了,，、: ]{1,2}[^,，。;；:：\\d]{1,5}[是有为缴交得到])$`,
  'u',
);
/** 60人改为75人, 50万改成80万; 由5万元改为8万元 states both. */
const CHANGED_TO = /^[^,，。;；]{0,3}(?:改成|改为|更正为|订正为)$/u;
const CHANGED_FROM = /[由从]$/u;

/** 不是300，是250 · 不是300而是250 · 没有400人，只有280人 */
const NOT_THIS = /(?:不是|并非|不再是|没有|没那么多)$/u;
/** 不是6月就是7月 leaves both open. */
const BUT_THAT =
  /^(?!.{0,4}(?:就|便)是)[^,，。这那却]{0,4}[,，、 ]?(?:而是|是|应该是|而应是|应为|只有|才有?|就有?)$/u;
/** 300人，不是250人 */
const AND_NOT_THAT = /^[,，、 ]{0,2}而?(?:不是|并非)$/u;

/** Longer gaps hold another statement. */
const LONGEST_GAP = 24;

/** Of one sort, so that the one can stand for the other: 65人 for 80人, not for 300万元. */
function sameSort(a: Draft, b: Draft): boolean {
  if (isMoment(a) || isMoment(b)) return isMoment(a) && isMoment(b);
  if (!isAmount(a) || !isAmount(b)) return false;
  return a.kind === b.kind || a.kind === 'number' || b.kind === 'number';
}

/** A figure that the speaker takes back is left out. */
export const correction: Refiner = {
  name: 'correction',
  refine(drafts, { text }) {
    return drafts.filter((draft, index) => {
      if (draft.kind === 'nothing') return true;
      const last = drafts[index - 1];
      if (last && sameSort(last, draft) && AND_NOT_THAT.test(between(text, last, draft))) {
        return false;
      }
      const next = drafts[index + 1];
      return !next || !sameSort(draft, next) || !replaced(draft, next, text);
    });
  },
};

function replaced(draft: Draft, next: Draft, text: string): boolean {
  const gap = between(text, draft, next);
  if (gap.length > LONGEST_GAP) return false;
  const before = text.slice(Math.max(0, draft.start - 4), draft.start);
  if (NOT_THIS.test(before) && BUT_THAT.test(gap)) return true;
  if (CHANGED_TO.test(gap)) return !CHANGED_FROM.test(before);
  return TAKEN_BACK.test(gap) || MISTAKEN.test(gap);
}
