/** A rule in the form in which policy.yaml writes it (DESIGN §3), so that a machine reads what an officer signed. */
import type { Literal, Need, Pay, PayRow, Test } from '../policy/index.ts';

/** A fact that must be true, a test of one, or a combination. */
export type WrittenNeed =
  | string
  | { any: WrittenNeed[] }
  | { all: WrittenNeed[] }
  | { not: WrittenNeed }
  | { listed: WrittenNeed; open: string }
  | { oneReading: WrittenNeed }
  | { [fact: string]: WrittenTest };

export type WrittenTest = Record<string, string | string[]>;

export type WrittenValue = string | boolean | null | WrittenValue[] | { [key: string]: WrittenValue };

/** Every figure as the document writes it. */
export interface WrittenRow {
  when: WrittenNeed | null;
  pay: { [key: string]: WrittenValue };
  cap: string | null;
  capPer: PayRow['capPer'];
  capYear: string | null;
  capEach: string | null;
  floor: string | null;
  atLeast: boolean;
  atMost: boolean;
  saved: boolean;
  added: boolean;
  capAll: string | null;
}

export function writtenNeed(need: Need): WrittenNeed {
  switch (need.kind) {
    case 'fact':
      return need.fact;
    case 'test':
      return { [need.fact]: writtenTest(need.test) };
    case 'not':
      return { not: writtenNeed(need.of) };
    case 'listed':
      return { listed: writtenNeed(need.of), open: need.words };
    case 'oneReading':
      return { oneReading: writtenNeed(need.of) };
    case 'any':
      return { any: need.of.map(writtenNeed) };
    case 'all':
      return { all: need.of.map(writtenNeed) };
  }
}

function writtenTest(test: Test): WrittenTest {
  switch (test.op) {
    case 'between':
      return { between: [test.from.text, test.to.text] };
    case 'in':
      return { in: test.values, ...(test.open === null ? {} : { open: test.open }) };
    case 'within':
      return { within: [test.from, test.to] };
    default:
      return { [test.op]: test.bound.text };
  }
}

type Part = Pay[keyof Pay] | Pay | Literal | Literal[] | Pay[] | string | boolean | null;

const isLiteral = (part: object): part is Literal => 'text' in part && 'value' in part;

/** Whatever the form: its literals as they are written, its words as they are. */
function written(part: Part): WrittenValue {
  if (part === null || typeof part === 'string' || typeof part === 'boolean') return part;
  if (Array.isArray(part)) return part.map((one: Part) => written(one));
  return isLiteral(part) ? part.text : writtenPay(part);
}

export const writtenPay = (pay: Pay): { [key: string]: WrittenValue } =>
  Object.fromEntries(Object.entries(pay).map(([key, part]) => [key, written(part as Part)]));

export const writtenRow = (row: PayRow): WrittenRow => ({
  when: row.when && writtenNeed(row.when),
  pay: writtenPay(row.pay),
  cap: row.cap?.text ?? null,
  capPer: row.capPer,
  capYear: row.capYear?.text ?? null,
  capEach: row.capEach?.text ?? null,
  floor: row.floor?.text ?? null,
  atLeast: row.atLeast,
  atMost: row.atMost,
  saved: row.saved,
  added: row.added,
  capAll: row.capAll?.text ?? null,
});
