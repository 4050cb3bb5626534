/**
 * Whether the value of a choice is said of an enterprise: 中型无人机 is the size of a thing, and 5A of a 物流企业 the grade of another kind than
 * that of a 景区.
 */
import type { Fact } from '../../facts/index.ts';

interface Said {
  start: number;
  end: number;
}

export function isSaidOfItsKind({ start, end }: Said, value: string, fact: Fact, text: string): boolean {
  const word = text.slice(start, end);
  const forms = fact.values![value]!;
  if (GRADE.test(word))
    return text.length <= AN_ANSWER || kindNames(forms, fact).some((name) => text.includes(name));
  const isSize = word.endsWith('型') && forms.includes(`${word}企业`);
  return !isSize || isOfEnterprise(text.slice(end));
}

/** 4A, AAA. */
const GRADE = /^\d?A+$/iu;
/** So short a text says nothing but what was asked. */
const AN_ANSWER = 10;

/** 景区 of A级景区, and the words that leave its values open. */
const kindNames = (forms: readonly string[], { groups }: Fact): string[] => [
  ...forms.flatMap((form) => /^[A-Z]+级?(?<name>\p{Script=Han}{2,})$/u.exec(form)?.groups?.name ?? []),
  ...groups.flatMap(({ words }) => words),
];

/** 中型的, 中型制造企业: no noun follows, or one that names a house. */
const isOfEnterprise = (after: string): boolean => {
  const noun = /^\p{Script=Han}*/u.exec(after)![0];
  return (
    noun === '' ||
    /^[的了吧呢啊呀嘛以偏规和或及与到还也都就是算么吗说不没有在这那要可能该已今去做从]/u.test(noun) ||
    HOUSE.test(noun.slice(0, 8))
  );
};
const HOUSE = /[企司厂业店商户场社坊行院馆]|集团|单位|机构|规模/u;
