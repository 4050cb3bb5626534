/** What narrows a word that leaves several values of a choice possible, said apart from it: 小巨人，省级的 · 专精特新，不是国家级. */
import type { Fact } from '../../facts/index.ts';

/** 省级小巨人 without 小巨人: what stands before the word in the spoken forms of one value. */
function heads(value: string, word: string, fact: Fact): string[] {
  return fact
    .values![value]!.filter((form) => form.endsWith(word) && form.length > word.length)
    .map((form) => form.slice(0, -word.length).replace(/[的里级]{1,3}$/u, ''));
}

const LEAD = /^(?:我们|咱们?|是|属于|算|就是|应该是|那种|那个|拿的|评的)*(?<not>不是|不算|非)?/u;
const TAIL = /^(?:里|级|厅|部|评|认定|发|给|颁|批|的|那个|那种|那一种|呢|啊|哈)*$/u;

/** True: the clause says this value; false: that it is not; null: neither. */
function says(clause: string, names: readonly string[]): boolean | null {
  const lead = LEAD.exec(clause)!;
  const rest = clause.slice(lead[0].length);
  const said = names.some((name) => rest.startsWith(name) && TAIL.test(rest.slice(name.length)));
  return said ? lead.groups!.not === undefined : null;
}

/** Of the values that `word` leaves possible, those that the clauses beside it leave. */
export function narrowed(values: string[], word: string, clauses: readonly string[], fact: Fact): string[] {
  const named = (value: string, wanted: boolean) =>
    clauses.some((clause) => says(clause, heads(value, word, fact)) === wanted);
  const said = values.filter((value) => named(value, true));
  const left = said.length > 0 ? said : values.filter((value) => !named(value, false));
  return left.length > 0 ? left : values;
}

/** The values that are a kind of this one, told by what stands before its word: 国家级单项冠军 is a 单项冠军. */
export const kindsOf = (value: string, { values = {} }: Fact): string[] =>
  Object.keys(values).filter(
    (other) =>
      other !== value &&
      values[value]!.some(
        (word) => values[other]![0]!.length > word.length && values[other]![0]!.endsWith(word),
      ),
  );
