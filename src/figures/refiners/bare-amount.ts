import { type AmountDraft, type Draft, isAmount } from '../draft.ts';
import type { Asked } from '../figure.ts';
import { exact } from '../number/exact.ts';
import { type Refiner, traced } from './refiner.ts';

/** Words of money near a bare 5000万: it is yuan then. */
const MONEY =
  /[元钱款税费租薪奖补贷额值申票]|投资|投了|订单|营收|营业|收入|利润|产值|销售|成本|预算|资金|工资|采购|融资|注册资本|买|卖|花|赚|亏|签|合同|设备|项目|规模|价|年产|保险|贴|给予/u;
const WINDOW = 16;

/** How a bare number becomes what was asked for. */
const AS_ASKED: Readonly<Partial<Record<Asked, (draft: AmountDraft) => void>>> = {
  people: (draft) => become(draft, 'count', '人'),
  count: (draft) => become(draft, 'count', ''),
  yuan: (draft) => become(draft, 'money', 'CNY'),
  ratio(draft) {
    become(draft, 'percent', 'ratio');
    // Asked for a ratio, 12 is 12%; 0.12 is taken as written.
    if (Math.abs(draft.value ?? draft.max ?? draft.min ?? 0) < 1) return;
    for (const side of ['value', 'min', 'max'] as const) {
      const amount = draft[side];
      if (amount !== undefined) draft[side] = exact(amount / 100);
    }
  },
};

/** Figures that already answer what was asked: beside them a bare number is something else. */
const ANSWERS: Readonly<Partial<Record<Asked, (draft: AmountDraft) => boolean>>> = {
  people: (draft) => draft.kind === 'count' && /^(?:人|名|个人|位|员工|职工|工人)$/u.test(draft.unit),
  yuan: (draft) => draft.kind === 'money',
  ratio: (draft) => draft.kind === 'percent',
};

/** What was asked decides a bare number; without it a bare 5000万 is money where the words near it speak of money. */
export const bareAmount: Refiner = {
  name: 'bare-amount',
  refine(drafts, { text, asked }) {
    const answered = drafts.some(
      (draft) => isAmount(draft) && asked !== undefined && ANSWERS[asked]?.(draft),
    );
    const convert = asked === undefined || answered ? undefined : AS_ASKED[asked];
    for (const draft of drafts) {
      if (!isAmount(draft) || draft.kind !== 'number') continue;
      if (convert) {
        convert(draft);
        traced(draft, `asked-${asked}`);
      } else if (speaksOfMoney(draft, text)) {
        become(draft, 'money', 'CNY');
        traced(draft, 'bare-amount');
      }
    }
    return drafts;
  },
};

function become(draft: AmountDraft, kind: AmountDraft['kind'], unit: string): void {
  draft.kind = kind;
  draft.unit = unit;
}

function speaksOfMoney(draft: Draft, text: string): boolean {
  if (!/[万亿wW]/.test(text.slice(draft.start, draft.end))) return false;
  const before = text.slice(Math.max(0, draft.start - WINDOW), draft.start);
  return MONEY.test(`${before} ${text.slice(draft.end, draft.end + WINDOW)}`);
}
