import { isAmount } from '../draft.ts';
import { exact, lastPlace } from '../number/exact.ts';
import { type Refiner, traced } from './refiner.ts';

/** Behind the unit: 三年多, 50元出头, 100家左右, 15k上下. */
const BEHIND =
  /^ ?(?:(?<open>多(?!少|种|次|个|[了花交赚挣付出收发拿领补缴用亏卖产销])|余(?!额|款)|出头|有余|挂零)|左右|上下|前后|(?:这)?样子)/u;
/** Before the figure: 约, 近, 差不多. */
const BEFORE = /(?:大约|大概|约为?|将近|接近|近|差不多|左右|估计|快|小|大致|也就|好像)(?:有|是)?$/u;

/** 多, 余, 出头 open a figure upwards to the next step of its last place; 约, 左右 only mark it. */
export const vague: Refiner = {
  name: 'vague',
  refine(drafts, { text }) {
    for (const draft of drafts) {
      if (!isAmount(draft)) continue;
      if (BEFORE.test(text.slice(Math.max(0, draft.start - 4), draft.start)))
        traced(draft, 'vague').approx = true;
      const behind = BEHIND.exec(text.slice(draft.end, draft.end + 4));
      if (!behind) continue;
      draft.approx = true;
      traced(draft, 'vague').end += behind[0].length;
      if (!behind.groups!.open || draft.value === undefined) continue;
      const value = draft.value;
      delete draft.value;
      draft.min = value;
      draft.minExclusive = true;
      // 半年多 has no next step; 9个点多 ends before 10%.
      const { factor } = draft;
      const count = draft.kind === 'percent' ? exact(value / factor) : value;
      if (!Number.isInteger(count)) continue;
      draft.max = exact(value + lastPlace(count) * (draft.kind === 'percent' ? factor : 1));
      draft.maxExclusive = true;
    }
    return drafts;
  },
};
