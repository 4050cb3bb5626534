import { isMoment } from '../draft.ts';
import { type Refiner, traced } from './refiner.ts';

/** 前 includes the day it names, as notices and JioNLP read it. 前 of 前提, 前期, 前三 is another word. */
const TO_BEHIND =
  /^(?:的)?(?: ?\(含(?:当日|当天|本数)?\))? ?(?:或之前|及以前|及之前|以前|之前|前(?!提[是下条]|[期列言述景往来途后])|截止|截至|为止|止(?!步|损))/u;
const FROM_BEHIND =
  /^(?:的)?(?: ?\(含(?:当日|当天|本数)?\))? ?(?:或之后|及以后|及之后|以后|之后|以来|后(?![续期者勤台备来面天日年果])|起(?!草|诉|点|来|码|步)|开始|至今)/u;
const TO_BEFORE =
  /(?:截至到?|截止到?至?|截止时间[为是:]?|截止日期[为是:]?|不晚于|不迟于|最迟|最晚|至|(?<=[长期宽续])到|止于|直[至到]) ?$/u;
const FROM_BEFORE = /(?:自从?|从) ?$/u;

/** 6月15日前, 截至2022年6月30日, 自4月1日起: the moment is the end, or the beginning, of an open stretch. */
export const deadline: Refiner = {
  name: 'deadline',
  refine(drafts, { text }) {
    drafts.forEach((draft, index) => {
      if (!isMoment(draft)) return;
      const left = drafts[index - 1]?.end ?? 0;
      const before = text.slice(Math.max(left, draft.start - 6), draft.start);
      const behind = text.slice(draft.end, draft.end + 8);
      const to = TO_BEHIND.exec(behind);
      const from = to ? null : FROM_BEHIND.exec(behind);
      const toBefore = TO_BEFORE.exec(before);
      const fromBefore = FROM_BEFORE.exec(before);
      // A range has both its ends: 从 and 至 before it only belong to its span.
      if (draft.until || draft.state.since) {
        if (fromBefore) draft.start -= fromBefore[0].length;
        if (to) draft.end += to[0].length;
        return;
      }
      if (to || toBefore) traced(draft, 'deadline').bound = 'to';
      else if (from || (fromBefore && !/^[的]?[\u4e00-\u9fff]{0,2}[到至]/u.test(behind)))
        traced(draft, 'deadline').bound = 'from';
      draft.end += (to ?? from)?.[0].length ?? 0;
      draft.start -= (toBefore ?? fromBefore)?.[0].length ?? 0;
    });
    return drafts;
  },
};
