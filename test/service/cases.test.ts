import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { keepingUnticked, parseKnowledge } from '../../src/policy/index.ts';
import { casesOf, replayCases, tickCases } from '../../src/service/index.ts';

const SOURCE =
  '一、支持用工。对年用工人数100人至300人之间的企业，给予3万元补贴；超过300人的，给予8万元补贴。';
const policy = (most = '8万元') => `
document: null
approved: { on: 2031-01-01, by: 甲 }
facts:
  年用工人数: { type: number, unit: person, question: 年用工人数是多少人？ }
measures:
  1:
    benefits:
      - benefit: 用工补贴
        quote: 对年用工人数100人至300人之间的企业，给予3万元补贴；超过300人的，给予8万元补贴
        pays:
          - { when: { 年用工人数: { over: 300人 } }, yuan: ${most} }
          - { when: { 年用工人数: { between: [100人, 300人] } }, yuan: 3万元 }
        drafted: { grade: B, reasons: [后面几档没有重写前面的条件，按同样适用理解] }
`;
const BY = { on: '2031-02-01', by: '乙' };

const files = (yaml = policy(), cases?: string) => [
  { path: 'policies/p/policy.yaml', text: yaml },
  { path: 'policies/p/source.txt', text: SOURCE },
  ...(cases === undefined ? [] : [{ path: 'policies/p/cases.yaml', text: cases }]),
];

const allTicked = (): string => {
  const cases = casesOf(files(), 'p');
  return stringify(tickCases(cases, new Set(cases), BY));
};

test('each threshold has a case below, on and above it, and each row one', () => {
  const words = casesOf(files(), 'p').map((one) => one.words);
  expect(words).toEqual([
    '年用工人数301人 → 可得8万元',
    '年用工人数100人 → 可得3万元',
    '年用工人数299人 → 可得3万元',
    '年用工人数300人 → 可得3万元',
    '年用工人数99人 → 不符合',
    '年用工人数101人 → 可得3万元',
  ]);
});

test('ticked cases are kept and found again', () => {
  const again = casesOf(files(policy(), allTicked()), 'p');
  expect(again.every(({ ticked }) => ticked?.by === '乙')).toBe(true);
  expect(replayCases(files(policy(), allTicked()))).toEqual([]);
});

test('a benefit is told as unread until all its cases are ticked', () => {
  const drafted = (cases?: string) =>
    parseKnowledge(files(policy(), cases)).policies[0]!.measures[0]!.benefits[0]!.drafted;
  const [one, ...rest] = casesOf(files(), 'p');
  const some = stringify(tickCases([one!, ...rest], new Set([one!]), BY));
  expect(drafted()?.grade).toBe('B');
  expect(drafted(some)?.grade).toBe('B');
  expect(drafted(allTicked())).toBeNull();
});

test('a rule that changes after its cases were ticked is named with the case', () => {
  const [problem] = replayCases(files(policy('3.5万元'), allTicked()));
  expect(problem?.file).toBe('policies/p/cases.yaml');
  expect(problem?.message).toMatch(/年用工人数301人 → 可得8万元；现在是：可得3\.5万元/u);
});

test('a benefit that is gone is named', () => {
  const renamed = policy().replace('benefit: 用工补贴', 'benefit: 用工支持');
  expect(replayCases(files(renamed, allTicked()))[0]?.message).toMatch(/用工补贴/u);
});

test('where unticked rules are to be silent, the benefit computes only once its cases are ticked', () => {
  const benefits = (unticked: 'told' | 'silent', cases?: string) =>
    keepingUnticked(parseKnowledge(files(policy(), cases)), unticked).policies[0]!.measures.flatMap((one) =>
      one.benefits.map(({ benefit }) => benefit),
    );
  expect(benefits('told')).toEqual(['用工补贴']);
  expect(benefits('silent')).toEqual([]);
  expect(benefits('silent', allTicked())).toEqual(['用工补贴']);
});
