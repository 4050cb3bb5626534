/**
 * The bot that most offices have: words of the titles as patterns, figures by regular expressions, the first sum of a clause as its
 * amount, and a yes where a number reaches the clause's threshold.
 */
import type { Figure } from '../../src/figures/index.ts';
import type { CreateSystem, Verdict } from '../system.ts';

/** 8万元, 1.2亿元, 5000元 */
const MONEY = /(?<number>\d+(?:\.\d+)?)\s*(?<size>万|亿)?元/gu;
/** 15%, 0.5% */
const PERCENT = /(?<number>\d+(?:\.\d+)?)%/gu;
/** 350人, 12家 */
const COUNT = /(?<number>\d+(?:\.\d+)?)\s*(?<unit>人|家|吨|个|件|亩)/gu;
/** 2022-06-30, 2022年6月30日 */
const DATE = /(?<year>\d{4})[-年](?<month>\d{1,2})[-月](?<day>\d{1,2})日?/gu;
/** 500人以上, 15%以上, 300万元以上 */
const THRESHOLD = /(?<number>\d+(?:\.\d+)?)\s*(?<size>万|亿)?(?<unit>元|%|人|家|吨)?以上/gu;
const CAP = /最高(?:不超过)?\s*(?<number>\d+(?:\.\d+)?)\s*(?<size>万|亿)?元/u;

const SIZES: Record<string, number> = { 万: 1e4, 亿: 1e8 };
const sized = (number: string, size: string | undefined): number => Number(number) * (SIZES[size ?? ''] ?? 1);

export const regexBot: CreateSystem = ({ passages }) => {
  const patterns = passages.map(({ id, title, text }) => ({
    id,
    words: wordsOf(title === '' ? text.slice(0, 40) : title),
  }));
  const textOf = (measure: string) => passages.find(({ id }) => id === measure)?.text ?? '';
  return {
    name: 'regex bot',
    find(question) {
      return patterns
        .map(({ id, words }) => ({ id, hits: words.filter((word) => question.includes(word)).length }))
        .filter(({ hits }) => hits > 0)
        .sort((a, b) => b.hits - a.hits)
        .map(({ id }) => id);
    },
    figures: (text) => readByRegex(text),
    match(text, measure) {
      const clause = textOf(measure);
      const rows = [...clause.matchAll(THRESHOLD)].map(({ groups, index }) => ({
        bound: sized(groups!.number!, groups!.size),
        amount: moneyAfter(clause, index),
      }));
      const told = [...text.matchAll(/(?<number>\d+(?:\.\d+)?)\s*(?<size>万|亿)?/gu)].map(({ groups }) =>
        sized(groups!.number!, groups!.size),
      );
      if (told.length === 0) return { verdict: 'unknown', amountYuan: null };
      const reached = rows.filter(({ bound }) => told.some((value) => value >= bound)).at(-1);
      const verdict: Verdict = rows.length === 0 || reached ? 'eligible' : 'ineligible';
      return {
        verdict,
        amountYuan: verdict === 'eligible' ? (reached?.amount ?? moneyAfter(clause, 0)) : null,
      };
    },
    draft(measure) {
      const clause = textOf(measure);
      const cap = CAP.exec(clause)?.groups;
      const limit = cap ? ` cap ${sized(cap.number!, cap.size)}` : '';
      const shares = [...clause.matchAll(/按[^，。；]{0,20}?(?<number>\d+(?:\.\d+)?)%/gu)];
      if (shares.length > 0)
        return shares.map(({ groups }) => `share ${Number(groups!.number) / 100}${limit}`);
      return [...clause.matchAll(/给予\s*(?<number>\d+(?:\.\d+)?)\s*(?<size>万|亿)?元/gu)].map(
        ({ groups }) => `yuan ${sized(groups!.number!, groups!.size)}`,
      );
    },
  };
};

/** The pieces of a title between its particles. */
const wordsOf = (title: string): string[] =>
  title
    .split(/[\s，、。；：“”（）()的和与对为在等]+|支持|鼓励|加大|优化/u)
    .filter((word) => word.length >= 2);

function moneyAfter(clause: string, from: number): number | null {
  const found = [...clause.matchAll(MONEY)].find(
    ({ index, 0: text }) => index > from && !clause.slice(index + text.length).startsWith('以上'),
  );
  return found ? sized(found.groups!.number!, found.groups!.size) : null;
}

function readByRegex(text: string): Figure[] {
  const found = [
    ...[...text.matchAll(MONEY)].map((hit) => ({
      ...at(hit),
      kind: 'money',
      value: sized(hit.groups!.number!, hit.groups!.size),
      unit: 'yuan',
    })),
    ...[...text.matchAll(PERCENT)].map((hit) => ({
      ...at(hit),
      kind: 'percent',
      value: Number(hit.groups!.number) / 100,
      unit: 'ratio',
    })),
    ...[...text.matchAll(COUNT)].map((hit) => ({
      ...at(hit),
      kind: 'count',
      value: Number(hit.groups!.number),
      unit: hit.groups!.unit!,
    })),
    ...[...text.matchAll(DATE)].map((hit) => ({
      ...at(hit),
      kind: 'date',
      value: `${hit.groups!.year}-${hit.groups!.month!.padStart(2, '0')}-${hit.groups!.day!.padStart(2, '0')}`,
    })),
  ];
  return found as unknown as Figure[];
}

const at = (hit: RegExpExecArray) => ({ text: hit[0], start: hit.index, end: hit.index + hit[0].length });
