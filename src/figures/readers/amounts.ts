import type { AmountDraft } from '../draft.ts';
import type { NumberToken } from '../number/number-token.ts';
import type { AmountReader } from './amount.ts';
import { readCount } from './count.ts';
import { readDuration } from './duration.ts';
import { readMoney } from './money.ts';
import { readPercent } from './percent.ts';
import { readPlainNumber } from './plain-number.ts';

/** Each numeral is offered to these in turn; the first that knows its unit reads it. */
const AMOUNT_READERS: readonly AmountReader[] = [
  readPercent,
  readMoney,
  readDuration,
  readCount,
  readPlainNumber,
];

/** The amount of one numeral, by what stands around it. */
export function readAmount(number: NumberToken, text: string): AmountDraft | null {
  for (const read of AMOUNT_READERS) {
    const draft = read(number, text);
    if (draft) return draft;
  }
  return null;
}
