/** Scores conversations of the `chat` door against dialogues.dev.jsonl: a turn is right when all that is expected of it holds. */
import type { Handled } from '../../../src/service/handled.ts';
import { says } from './words.ts';

export interface ExpectedTurn {
  about: string | null;
  must: string[];
  mustAny?: string[];
  mustNot: string[];
  /** Names of kinds of facts ("headcount|industry"), or "none". */
  asks: string | null;
  verdict: string | null;
  amountYuan: number | 'none' | null;
  effect: string | null;
}
export interface DialogueCase {
  id: string;
  today: string;
  turns: { user: string; expect: ExpectedTurn }[];
}

/** What the set calls a fact, and how its question is worded. */
const ASKED: Record<string, RegExp> = {
  headcount: /人数|在岗|多少人|几个人/u,
  'electricity growth': /用电/u,
  industry: /制造业|工业企业|什么行业|哪个行业/u,
  'continuous production': /连续生产|停工|停产|假期|假日|端午/u,
  landlord: /国有|房东|业主|产权/u,
  'sme size': /小微|中小/u,
  region: /哪个(区|县|市)|所在地|在哪/u,
};

/** What is wrong with the turn, in words; empty when it is right. `question` is a fact's own question. */
export function faultsOf(
  wanted: ExpectedTurn,
  { reply, effects }: Handled,
  question: (fact: string) => string,
): string[] {
  const faults: string[] = [];
  const either = (list: string) => list.split('|');
  if (wanted.about !== null && !either(wanted.about).includes(reply.about ?? 'none'))
    faults.push(`about ${reply.about}`);
  faults.push(...wanted.must.filter((words) => !says(reply.text, words)).map((words) => `lacks ${words}`));
  if (wanted.mustAny && !wanted.mustAny.some((words) => says(reply.text, words)))
    faults.push(`lacks any of ${wanted.mustAny.join('/')}`);
  faults.push(...wanted.mustNot.filter((words) => says(reply.text, words)).map((words) => `says ${words}`));
  if (wanted.asks !== null && !asksRight(either(wanted.asks), (reply.asks ?? []).map(question)))
    faults.push(`asks ${reply.asks}`);
  if (wanted.verdict !== null && !either(wanted.verdict).includes(reply.verdict ?? 'unknown'))
    faults.push(`verdict ${reply.verdict}`);
  const amount = wanted.amountYuan === 'none' ? null : wanted.amountYuan;
  if (wanted.amountYuan !== null && (reply.amountYuan || null) !== amount)
    faults.push(`amount ${reply.amountYuan}`);
  if (wanted.effect !== null && !effects.some(({ kind }) => kind === wanted.effect))
    faults.push(`effects ${effects.map(({ kind }) => kind)}`);
  return faults;
}

function asksRight(wanted: string[], questions: string[]): boolean {
  if (questions.length === 0) return wanted.includes('none');
  return wanted.some((kind) => questions.some((question) => ASKED[kind]?.test(question)));
}
