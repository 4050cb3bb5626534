/** A case of a rule as a line that a person can judge: 每天在岗350人、制造业 → 可得5万元. */
import type { FactValue } from '../contract/index.ts';
import type { Facts } from '../facts/index.ts';
import { formatYuan } from '../figures/index.ts';
import { formatFact } from './explain.ts';

export interface SaidOutcome {
  verdict: 'eligible' | 'ineligible' | 'unknown';
  yuan: number | null;
  capYuan: number | null;
}

export function sayCase(
  given: Readonly<Record<string, FactValue>>,
  gives: SaidOutcome,
  facts: Facts,
): string {
  const said = Object.entries(given).map(([name, value]) => {
    const fact = facts.get(name);
    return fact ? formatFact(fact, value) : name;
  });
  return `${said.join('、') || '不看条件'} → ${sayOutcome(gives)}`;
}

function sayOutcome({ verdict, yuan, capYuan }: SaidOutcome): string {
  if (verdict === 'ineligible') return '不符合';
  const amount =
    yuan !== null
      ? `${formatYuan(yuan)}`
      : capYuan !== null
        ? `最高${formatYuan(capYuan)}，实际多少未定`
        : '金额文件没有写明';
  return verdict === 'eligible'
    ? `可得${amount}`.replace('可得最高', '符合，最高').replace('可得金额', '符合，金额')
    : `不能确定（${amount}）`;
}

export const casesWords = {
  heading: (measure: string, benefit: string) => `第${measure}条 ${benefit}`,
  ticked: '✓',
  open: ' ',
  none: '这份文件没有能算的待遇，不用核对例子。',
  quotedOnly: '金额没有能从条文确定，只引原文，没有例子。',
  howToTick: (slug: string) =>
    `都对就运行 huiqi cases ${slug} --tick；只勾其中几条就在后面写编号。不对的请改 policy.yaml 里的规则。`,
  done: (count: number) => `已勾选 ${count} 条。`,
  changed: (words: string, now: string) =>
    `勾选过的例子现在算出来不一样了：${words}；现在是：${now}。请核对规则，或重新勾选`,
  gone: (benefit: string) => `勾选过例子的待遇“${benefit}”不在了：请改名改回来，或删去这些例子`,
};
