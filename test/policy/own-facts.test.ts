import { expect, test } from 'vitest';
import { checkKnowledge } from '../../src/policy/check/index.ts';
import { parseKnowledge } from '../../src/policy/parse-knowledge.ts';

const SOURCE = (unit: string) => `一、支持种植。对种植面积50${unit}以上的合作社，每${unit}给予补贴100元。`;

const policy = (unit: string) => `
approved: { on: 2031-01-01, by: 甲 }
facts:
  种植面积: { type: number, unit: ${unit}, question: 种植面积是多少${unit}？ }
measures:
  1:
    benefits:
      - benefit: 种植补贴
        quote: 对种植面积50${unit}以上的合作社，每${unit}给予补贴100元
        needs: [{ 种植面积: { atLeast: 50${unit} } }]
        pays: [{ each: 100元, of: 种植面积 }]
`;

const files = (...units: string[]) =>
  units.flatMap((unit, i) => [
    { path: `policies/p${i}/policy.yaml`, text: policy(unit) },
    { path: `policies/p${i}/source.txt`, text: SOURCE(unit) },
  ]);

test('a document declares its own facts, named by its own words and asked with the measure', () => {
  const knowledge = parseKnowledge(files('亩'));
  expect(knowledge.facts.get('种植面积')).toMatchObject({
    type: 'number',
    unit: '亩',
    label: '种植面积',
    topic: 'p0#1',
  });
  expect(checkKnowledge(files('亩')).problems).toEqual([]);
});

test('one fact of two documents is one fact', () => {
  const knowledge = parseKnowledge(files('亩', '亩'));
  expect([...knowledge.facts.keys()]).toEqual(['种植面积']);
});

test('the same name for another thing is told apart by its document', () => {
  const knowledge = parseKnowledge(files('亩', '平方米'));
  expect([...knowledge.facts.keys()]).toEqual(['种植面积', 'p1:种植面积']);
  const [, second] = knowledge.policies;
  expect(second?.measures[0]?.benefits[0]?.needs).toMatchObject([{ fact: 'p1:种植面积' }]);
});

test('a fact that nobody declared is told by file and line', () => {
  const [yaml, source] = files('亩');
  const undeclared = yaml!.text.replace(/facts:\n.*\n/u, '');
  expect(checkKnowledge([{ ...yaml!, text: undeclared }, source!]).problems.join()).not.toBe('');
});

test('a figure with another unit than the document writes is refused', () => {
  const [yaml, source] = files('亩');
  const wrong = yaml!.text.replace('atLeast: 50亩', 'atLeast: 60亩');
  expect(checkKnowledge([{ ...yaml!, text: wrong }, source!]).problems).toHaveLength(1);
});
