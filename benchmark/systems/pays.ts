/** The rows of a measure's rules in the words of the drafting set. */
import type { Knowledge, Literal, Need, Pay } from '../../src/policy/index.ts';
import { testsOf } from '../../src/policy/index.ts';

export function paysOf(knowledge: Knowledge, measure: string): string[] {
  const found = knowledge.policies.flatMap(({ measures }) => measures).find(({ id }) => id === measure);
  return (found?.benefits ?? []).flatMap(({ needs, pays }) =>
    pays.flatMap(({ when, pay, cap }) => {
      const sum = sumOf(pay);
      if (sum === null) return [];
      const from = boundOf(when ? [when, ...needs] : needs);
      return [`${sum}${cap ? ` cap ${cap.value}` : ''}${from ? ` from ${from.value}` : ''}`];
    }),
  );
}

function sumOf(pay: Pay): string | null {
  if (pay.form === 'yuan') return `yuan ${pay.yuan.value}`;
  if (pay.form === 'share') return `share ${pay.share.value}`;
  if (pay.form === 'each') return `each ${pay.each.value}`;
  return null;
}

/** The first bound that has to be reached. */
function boundOf(needs: readonly Need[]): Literal | null {
  for (const need of needs)
    for (const { test } of testsOf(need)) if (test.op === 'atLeast' || test.op === 'over') return test.bound;
  return null;
}
