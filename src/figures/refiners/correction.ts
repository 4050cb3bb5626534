import { type Draft, isAmount, isMoment } from '../draft.ts';
import { between, type Refiner } from './refiner.ts';

/** 350，哦不，380 · 200，不是，260 · 300，说错了，是250 */
const TAKEN_BACK =
  /^[人个家户台名左右多吧啊呢呀]{0,4}[,，、。;；!！ …—-]*(?:(?:哦|噢|呃|额|啊|诶|哎)[,，]?)?(?:不对|不是(?=[,，、。:： 啊吧])|不(?=[,，、。: ]|对|应|是[,，]?应)|错了|说错了|打错了|记错了|写错了|搞错了|应该是|应该|更正|纠正)[了吧啊呀,，、。:： ]*(?:一下|是|应该是|应为|应该|改成|改为|说错了|准确说是|其实是)?[,，:： ]*(?:是|有)?$/u;
/** 不是300，是250 · 不是300而是250 */
const NOT_THIS = /(?:不是|并非|不再是)$/u;
const BUT_THAT = /^[^,，。这那却]{0,4}[,，、 ]?(?:而是|是|应该是|而应是|应为)$/u;

const family = (draft: Draft): string =>
  isMoment(draft) ? 'moment' : isAmount(draft) ? 'amount' : 'nothing';

/** 300人，不是250人 */
const AND_NOT_THAT = /^[,，、 ]{0,2}而?(?:不是|并非)$/u;

/** A figure that the speaker takes back is left out. */
export const correction: Refiner = {
  name: 'correction',
  refine(drafts, { text }) {
    return drafts.filter((draft, index) => {
      const next = drafts[index + 1];
      const last = drafts[index - 1];
      if (
        last &&
        draft.kind !== 'nothing' &&
        family(last) === family(draft) &&
        AND_NOT_THAT.test(between(text, last, draft))
      ) {
        return false;
      }
      if (!next || draft.kind === 'nothing' || family(draft) !== family(next)) return true;
      const gap = between(text, draft, next);
      if (gap.length > 24) return true;
      const denied = NOT_THIS.test(text.slice(Math.max(0, draft.start - 4), draft.start));
      return !(TAKEN_BACK.test(gap) || (denied && BUT_THAT.test(gap)));
    });
  },
};
