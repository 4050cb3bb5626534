import { isAmount } from '../draft.ts';
import { type Refiner, traced } from './refiner.ts';

/** Words of money near a bare 5000万: it is yuan then. */
const MONEY =
  /[元钱款税费租薪奖补贷额值申]|投资|投了|订单|营收|营业|收入|利润|产值|销售|成本|预算|资金|工资|采购|融资|注册资本|买|卖|花|赚|亏|签|合同|设备|项目|规模|价|年产|保险|贴|给予/u;
const WINDOW = 16;

/** What was asked decides a bare number; without it a bare 5000万 is money where the words near it speak of money. */
export const bareAmount: Refiner = {
  name: 'bare-amount',
  refine(drafts, { text, asked }) {
    for (const draft of drafts) {
      if (!isAmount(draft) || draft.kind !== 'number') continue;
      const around = `${text.slice(Math.max(0, draft.start - WINDOW), draft.start)} ${text.slice(draft.end, draft.end + WINDOW)}`;
      const large = draft.number?.scales.some((scale) => scale >= 1e4) ?? false;
      if (
        asked === 'yuan' ||
        (asked === undefined && (large || /[万亿wW]/.test(draft.number?.text ?? '')) && MONEY.test(around))
      ) {
        draft.kind = 'money';
        draft.unit = 'CNY';
      } else if (asked === 'people' || asked === 'count') {
        draft.kind = 'count';
        draft.unit = asked === 'people' ? '人' : '';
      } else if (asked === 'ratio') {
        // Asked for a ratio, 12 is 12%; 0.12 is taken as written.
        const factor = Math.abs(draft.value ?? draft.max ?? draft.min ?? 0) < 1 ? 1 : 0.01;
        draft.kind = 'percent';
        draft.unit = 'ratio';
        for (const side of ['value', 'min', 'max'] as const) {
          const amount = draft[side];
          if (amount !== undefined) draft[side] = Number((amount * factor).toPrecision(15));
        }
      } else {
        continue;
      }
      traced(draft, asked ? `asked-${asked}` : 'bare-amount');
    }
    return drafts;
  },
};
