/** Figures of a definition, or of the document's scope, are conditions of the benefits that it holds for. */
import { expect, test } from 'vitest';
import { draftDocument, rulesOfDocument } from '../../src/drafting/index.ts';
import { readBenefit } from '../../src/policy/index.ts';

const GRANT = '对新开办的民营养老院，给予10万元一次性补助。';

function documentOf(texts: readonly string[], title: string) {
  const source = texts.join('\n');
  const measures = texts.map((text, i) => {
    const start = source.indexOf(text);
    return { number: String(i + 1), title: '', text, span: { start, end: start + text.length } };
  });
  return { source, measures, title, issued: '2030-01-01', clauses: [], places: [] };
}

function draftOf(definition: string, grant = GRANT, title = '支持办法') {
  const { source, measures, ...rest } = documentOf([grant, definition], title);
  return draftDocument(source, measures, rest).get('1')![0]!;
}

function ruleOf(definition: string, grant = GRANT, title = '支持办法') {
  const document = documentOf([grant, definition], title);
  const { benefits, facts } = rulesOfDocument(document.source, document, new Map());
  return { rule: benefits.get('1')![0]!, facts };
}

const BEDS = '本办法所称民营养老院，是指床位数在80张以上的养老机构，不含医院内设的养老病区。';

test('the figure of a definition is asked of who gets what is granted to the term, and stands in its own clause', () => {
  const { rule } = ruleOf(BEDS);
  expect(rule.inherits).toEqual([{ quote: BEDS.slice(0, -1), needs: [{ 床位数: { atLeast: '80张' } }] }]);
  expect(rule.presumes).toEqual([{ not: '医院内设的养老病区' }]);
  expect(rule.drafted.grade).toBe('A');
});

test('a digit that the definition does not have fails the check', () => {
  const { rule, facts } = ruleOf(BEDS);
  const declared = new Map(
    Object.entries(facts).map(([name, fact]) => [name, { ...fact, label: name, topic: name }]),
  ) as unknown as Parameters<typeof readBenefit>[1];
  expect(readBenefit(rule, declared, '2030-01-01').faults).toEqual([]);
  const [clause] = rule.inherits!;
  const changed = { ...rule, inherits: [{ ...clause!, needs: [{ 床位数: { atLeast: '81张' } }] }] };
  expect(readBenefit(changed, declared, '2030-01-01').faults).toEqual([
    '引文里没有 81张（要是“以上、不低于”（含本数）），请照原文改正',
  ]);
});

test.each([
  ['a benefit for others', BEDS, '对新建的公共停车场，给予10万元一次性补助。', '支持办法', []],
  [
    'a document about the term',
    BEDS,
    '对新建的康复室，给予10万元一次性补助。',
    '促进民营养老院发展的办法',
    ['床位数'],
  ],
  [
    'the scope of the document',
    '本办法适用于年营业收入2000万元以上的物流企业。',
    GRANT,
    '支持办法',
    ['年营业收入'],
  ],
  [
    'a definition without a figure',
    '本办法所称民营养老院是指民间资本举办的养老机构。',
    GRANT,
    '支持办法',
    [],
  ],
  ['at most', '本办法所称民营养老院是指床位数不超过80张的养老机构。', GRANT, '支持办法', ['床位数']],
])('%s', (_what, definition, grant, title, labels) => {
  const { defined } = draftOf(definition, grant, title);
  expect(defined.flatMap(({ bounds }) => bounds.map(({ label }) => label))).toEqual(labels);
});

test('figures of which one is enough are asked as one, in the words of the term', () => {
  const { rule } = ruleOf('本办法所称民营养老院，是指床位数在80张以上或者护理员在30人以上的养老机构。');
  expect(rule.inherits?.[0]?.needs).toEqual(['符合文件所称的民营养老院']);
});
