/** Words for a firm that is not the speaker's own. */
import { formatYuan } from '../figures/index.ts';

export const firmWords = {
  unnamed: '那家企业',
  by: (name: string) => `（按“${name}”的情况算，不记到您企业名下；说“我们”就回到您自己的企业。）\n`,
  still: (name: string) => `（${name}）`,
  together: (count: number, total: number | null) =>
    count === 0
      ? '现在还没有一家能确定拿到，每家的情况：'
      : `能确定的有${count}家${total === null ? '' : `，合计${formatYuan(total)}`}：`,
  each: (name: string, standing: string) => `${name}：${standing}`,
  yes: (amount: string) => `符合，${amount}`,
  no: (why: string) => `不符合：${why}`,
  open: (amount: string, what: string) => `${amount}，还差${what}`,
} as const;
