/** Whom a condition names, told by facts that all documents share: 中小微企业和个体工商户 → one of the sizes, or a sole trader. */
import type { Fact } from '../facts/index.ts';

/** As `needs` has it. */
export type Test = string | { [fact: string]: unknown };

export interface Holder {
  /** 民营企业, where the words open with whose it is. */
  owned: string | null;
  /** Any one of them; none where whose it is says all. */
  tests: Test[];
  /** The words behind the holder: 送检的仪器设备. */
  rest: string;
}

interface Form {
  words: string;
  test: Test;
}

/** Longest first: what a shared fact is called without a pattern. */
function formsOf(shared: ReadonlyMap<string, Fact>): Form[] {
  const forms = [...shared].flatMap(([id, fact]): Form[] => {
    if (fact.type === 'boolean') return [fact.label, ...fact.words].map((words) => ({ words, test: id }));
    if (fact.type !== 'choice') return [];
    const values = Object.entries(fact.values ?? {}).flatMap(([value, words]) =>
      words.map((one) => ({ words: one, test: { [id]: { is: value } } })),
    );
    const groups = fact.groups.flatMap(({ oneOf, words }) =>
      words.map((one) => ({ words: one, test: { [id]: { in: oneOf } } })),
    );
    return [...values, ...groups];
  });
  return forms
    .filter(({ words }) => words.length >= 2 && !/[(|…]/u.test(words))
    .sort((one, other) => other.words.length - one.words.length);
}

/** Whose an enterprise is: said before its size. */
const OWNED = /^(?:民营|私营|国有|集体|外资|初创)/u;
const NOUN = /^(?:企业|公司|单位)/u;
/** Where the document holds anyway: 全省小微企业. */
const HERE = /^[全本我][省市区县州旗](?:范围内|境内|内)?的?/u;
/** 民营企业制定的…: whose it is, and what it does; a title or a list of other holders is one name. */
const DOES = /^(?:的|(?=[^的、和及或与]{2,}的)(?!名单|家|协会|商会|主管|服务|集群))/u;

/** 民营企业 and what is said of it, without a size. */
function ofOwned(words: string, owned: string): Holder | null {
  const behind = words.slice(owned.length);
  const noun = NOUN.exec(behind)?.[0];
  if (noun === undefined) return null;
  const rest = behind.slice(noun.length);
  return DOES.test(rest) ? { owned: `${owned}${noun}`, tests: [], rest: rest.replace(/^的/u, '') } : null;
}
/** What the words open with; 规模以上工业 is told by two facts, as its first words are another fact's. */
function opening(
  words: string,
  forms: readonly Form[],
): { words: string; tests: Test[]; isStatus: boolean } | null {
  const form = forms.find((one) => words.startsWith(one.words));
  if (!form) return null;
  const before = forms.find(
    (one) =>
      typeof one.test === 'string' &&
      one.test !== form.test &&
      one.words.length < form.words.length &&
      form.words.startsWith(one.words),
  );
  return {
    words: form.words,
    tests: before ? [before.test, form.test] : [form.test],
    isStatus: typeof form.test === 'string' && !before,
  };
}

const JOINT = /^(?:以及|及|和|与|或者?|、)/u;

/** Null where the words do not open with such holders alone. */
export function holderOf(said: string, shared: ReadonlyMap<string, Fact>): Holder | null {
  const words = said.replace(HERE, '');
  const owned = OWNED.exec(words)?.[0] ?? null;
  const plain = owned === null ? null : ofOwned(words, owned);
  if (plain) return plain;
  const forms = formsOf(shared);
  const tests: Test[] = [];
  let rest = words.slice(owned?.length ?? 0);
  for (;;) {
    const first = opening(rest, forms);
    if (!first) return null;
    rest = rest.slice(first.words.length);
    // 规模以上 工业 企业: a size or a status before the trade, and both hold.
    const second = first.isStatus && !NOUN.test(rest) ? opening(rest, forms) : null;
    if (second) rest = rest.slice(second.words.length);
    const all = [...new Set([...first.tests, ...(second?.tests ?? [])])];
    tests.push(all.length === 1 ? all[0]! : { all });
    rest = rest.replace(NOUN, '');
    const joint = JOINT.exec(rest)?.[0];
    if (joint === undefined) break;
    rest = rest.slice(joint.length);
  }
  const behind = words.slice(0, words.length - rest.length);
  // 大型仪器设备 is no large enterprise: a holder ends in its own noun, or nothing follows.
  if (rest !== '' && !/(?:企业|公司|单位|户)$/u.test(behind)) return null;
  return { owned: owned && `${owned}企业`, tests, rest: rest.replace(/^的/u, '') };
}
