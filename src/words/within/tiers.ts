/** 1亿元、5亿元、10亿元以上: which of the steps a sum reaches. */
import { readFigures } from '../../figures/index.ts';

const STEPS = /(?:\d[\d.]*\s*(?:万|亿)?元?、)+\d[\d.]*\s*(?:万|亿)?元(?:及|含)?以上/gu;

/** The step in the words of the sentence; null where it lists none of them or the sum reaches none. */
export function tierIn(sentence: string, question: string): string | null {
  const [sum] = sumsIn(question);
  if (sum === undefined) return null;
  const lists = sentence.replace(/\s/gu, '').match(STEPS) ?? [];
  if (lists.length !== 1) return null;
  return (
    lists[0]!
      .replace(/(?:及|含)?以上$/u, '')
      .split('、')
      .flatMap((text) => sumsIn(text).map((value) => ({ text, value })))
      .filter(({ value }) => value <= sum)
      .toSorted((a, b) => b.value - a.value)[0]?.text ?? null
  );
}

const sumsIn = (text: string): number[] =>
  readFigures(text, {}).flatMap((figure) =>
    (figure.kind === 'money' || figure.kind === 'number') && figure.value !== undefined ? [figure.value] : [],
  );
