/** Each fact that a rule names is declared in facts.yaml, with the type that the rule takes it for. */
import type { Fact } from '../../facts/index.ts';
import type { Benefit, Need, Pay } from '../benefit.ts';
import { partsOf } from '../need.ts';
import { factsOfPay } from '../pay.ts';
import { type Problem, problem } from '../problem.ts';
import type { YamlFile } from '../yaml-file.ts';
import type { BenefitFault } from './literals.ts';
import { benefitsOf, type Check, type Checked } from './report.ts';
import { needsOf } from './rule-literals.ts';

interface Use {
  fact: string;
  as: Fact['type'];
  values: string[];
}

const use = (fact: string, as: Fact['type'], values: string[] = []): Use => ({ fact, as, values });

const TYPE_WORDS: Record<Fact['type'], string> = {
  boolean: '是否（boolean）',
  number: '数（number）',
  choice: '选项（choice）',
  date: '日期（date）',
  place: '地点（place）',
};

function usesOfNeed(need: Need): Use[] {
  if (need.kind === 'fact') return [use(need.fact, 'boolean')];
  if (need.kind !== 'test') return partsOf(need).flatMap(usesOfNeed);
  const { fact, test } = need;
  if (test.op === 'in') return [use(fact, 'choice', test.values)];
  return [use(fact, test.op === 'within' ? 'date' : 'number')];
}

function usesOfPay(pay: Pay): Use[] {
  const held = pay.form === 'rest' ? pay.held : null;
  const counted = factsOfPay(pay).filter((fact) => fact !== held?.of);
  return [
    ...counted.map((fact) => use(fact, 'number')),
    ...(held ? [use(held.of, 'choice', Object.keys(held.sums))] : []),
  ];
}

export const checkFacts: Check = (checked) => {
  // A document's own name for something hides a shared one of that name.
  const facts = new Map([...checked.knowledge.facts, ...checked.policy.facts]);
  return [...linkFaults(checked, facts), ...benefitFaults(checked, facts)];
};

/** Trades and wider facts that a document's own facts name are there. */
function linkFaults({ policy, knowledge, fault }: Checked, facts: ReadonlyMap<string, Fact>): Problem[] {
  const trades = new Set(knowledge.trades.map(({ id }) => id));
  return [...policy.facts].flatMap(([name, { trades: named, follows }]) => [
    ...named
      .filter((trade) => !trades.has(trade))
      .map((trade) => fault(['facts', name, 'trades'], '不是 trades.yaml 里的行业，请改正', trade)),
    ...follows
      .filter((wider) => !facts.has(wider))
      .map((wider) => fault(['facts', name, 'follows'], '这个事实没有声明，请改正', wider)),
  ]);
}

function benefitFaults(checked: Checked, facts: ReadonlyMap<string, Fact>): Problem[] {
  return benefitsOf(checked).flatMap(({ benefit, path }) =>
    factFaults(benefit, facts).map(({ path: below, message }) => checked.fault([...path, ...below], message)),
  );
}

/** Facts of a benefit that are not declared, or declared as something else. */
export function factFaults(benefit: Benefit, facts: ReadonlyMap<string, Fact>): BenefitFault[] {
  const uses = [
    ...needsOf(benefit).flatMap(({ need, path }) => usesOfNeed(need).map((one) => ({ ...one, path }))),
    ...benefit.vague.map(({ fact }) => ({ ...use(fact, 'boolean'), path: ['vague', fact] as PropertyKey[] })),
    ...benefit.pays.flatMap(({ pay }, i) => usesOfPay(pay).map((one) => ({ ...one, path: ['pays', i] }))),
  ];
  return uses.flatMap(({ path, ...one }) => {
    const message = faultOf(one, facts);
    return message === null ? [] : [{ path, message }];
  });
}

function faultOf({ fact, as, values }: Use, facts: ReadonlyMap<string, Fact>): string | null {
  const declared = facts.get(fact);
  if (!declared) return `事实 ${fact} 没有在 facts.yaml 里声明：请补上它的类型、问法和说法，或改正名字`;
  if (declared.type !== as)
    return `事实 ${fact} 在 facts.yaml 里是${TYPE_WORDS[declared.type]}，这里却当作${TYPE_WORDS[as]}`;
  const unknown = values.find((value) => !Object.hasOwn(declared.values ?? {}, value));
  return unknown === undefined ? null : `事实 ${fact} 没有“${unknown}”这个选项：请照 facts.yaml 的 values 写`;
}

/** Facts speak only of declared facts, and each choice's groups of its own values. */
export function checkFactList(facts: ReadonlyMap<string, Fact>, file: YamlFile | undefined): Problem[] {
  if (!file) return [];
  const problems: Problem[] = [];
  for (const [name, fact] of facts) {
    const fault = (key: string, message: string) =>
      problems.push(problem(file.path, file.lineOf([name, key]), `${name}：${message}`));
    const named: [string, string][] = [
      ...Object.keys(fact.implies).map((other): [string, string] => ['implies', other]),
      ...Object.values(fact.series ?? {}).flatMap((other): [string, string][] =>
        other === undefined ? [] : [['series', other]],
      ),
    ];
    for (const [key, other] of named) if (!facts.has(other)) fault(key, `${key} 提到的 ${other} 没有声明`);
    for (const value of fact.groups.flatMap(({ oneOf }) => oneOf))
      if (!Object.hasOwn(fact.values ?? {}, value)) fault('groups', `groups 里的 ${value} 不在 values 里`);
  }
  return problems;
}
