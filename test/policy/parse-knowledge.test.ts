import { expect, test } from 'vitest';
import { UserError } from '../../src/contract/user-error.ts';
import { parseKnowledge } from '../../src/policy/index.ts';
import { changed, PATH, POLICY, SOURCE, sampleFiles, samplePolicy } from './sample.ts';

test('a policy holds what its file and its source say', () => {
  const policy = samplePolicy();
  expect(policy).toMatchObject({
    slug: 'tea',
    number: '明府办发〔2031〕7号',
    place: '明湖市',
    issued: { day: '2031-02-03', quote: '2031年2月3日' },
    validFrom: { day: '2031-02-03' },
    validUntil: { day: '2031-12-31' },
    applyBy: { day: '2032-01-20' },
    overlap: null,
  });
  expect(policy.measures.map(({ id, chapter }) => [id, chapter])).toEqual([
    ['明府办发〔2031〕7号#1', '稳生产'],
    ['明府办发〔2031〕7号#2', '稳生产'],
    ['明府办发〔2031〕7号#3', '拓市场'],
  ]);
  expect(policy.measures[0]!.clause.text).toContain('在岗人数300人至800人之间的茶叶企业');
  expect(policy.clauses.map(({ name, aliases }) => [name, aliases])).toEqual([
    ['head', ['一共多少钱']],
    ['tail', []],
  ]);
});

test('the short form that people write by hand is a policy too', () => {
  const text = `
document: 明府办发〔2031〕7号
place: 明湖市
approved: { on: 2031-02-10, by: 李茶 }
issued: { on: 2031-02-03, quote: 2031年2月3日 }
valid: { from: issued, to: 2031-12-31, quote: 自印发之日起施行，有效期至 2031年12月31日 }
measures:
  1:
    aliases: [工人多给不给钱]
    benefits:
      - benefit: 用工补贴
        quote: 对每天实际在岗人数 300人至800人之间的茶叶企业，给予 4万元一次性补贴
        needs: [teaMaker]
        pays: [{ yuan: 4万 }]
`;
  const [policy] = parseKnowledge(sampleFiles(text)).policies;
  expect(policy!.validFrom!.day).toBe('2031-02-03');
  expect(policy!.measures[0]).toMatchObject({ id: '明府办发〔2031〕7号#1', title: '用工补贴' });
  expect(policy!.measures[0]!.clause.text).toBe(
    '对每天实际在岗人数300人至800人之间的茶叶企业，给予4万元一次性补贴',
  );
});

test('a draft answers nothing, and absent lists are empty', () => {
  const draft = POLICY.replace(/^approved:.*\n/mu, '');
  const knowledge = parseKnowledge([
    { path: PATH, text: draft },
    { path: 'policies/tea/source.txt', text: SOURCE },
  ]);
  expect(knowledge.policies).toEqual([]);
  expect(knowledge).toMatchObject({ lexicon: [], elsewhere: [], places: [], departments: [] });
  expect(knowledge.facts.size).toBe(0);
  expect(parseKnowledge([]).policies).toEqual([]);
});

test('policies come newest first; one without a date goes by the year in its number', () => {
  const made = (number: string, issued: string) => `
document: ${number}
approved: { on: 2031-01-01, by: 甲 }
issued: ${issued}
`;
  const file = (slug: string, text: string) => [
    { path: `policies/${slug}/policy.yaml`, text },
    { path: `policies/${slug}/source.txt`, text: '某件' },
  ];
  const { policies } = parseKnowledge([
    ...file('a', made('甲发〔2022〕1号', '{ on: 2022-03-01, quote: 某 }')),
    ...file('b', made('乙发〔2023〕1号', 'null')),
    ...file('c', made('丙发〔2022〕2号', '{ on: 2022-06-01, quote: 某 }')),
  ]);
  expect(policies.map(({ slug }) => slug)).toEqual(['b', 'c', 'a']);
});

test.each([
  ['a key that is no key', 'issuer:', 'issuers:', /policy\.yaml:4 .*issuers/u],
  [
    'a day that is none',
    'on: 2031-02-03',
    'on: 2031-02-30',
    /policy\.yaml:8 issued\.on：日期请写成 2022-06-30/u,
  ],
  [
    'a stretch beyond the source',
    'chapters:\n',
    'chapters:\n  - { number: 三, title: 无, span: [0, 99999] }\n',
    /policy\.yaml:13 位置超出了原文/u,
  ],
  ['a figure that is none', 'atLeast: 300人', 'atLeast: 很多人', /policy\.yaml:28 .*不是数额/u],
  ['YAML that is none', 'names: [茶业七号文]', 'names: [茶业七号文', /policy\.yaml:\d+ 这里不是正确的 YAML/u],
  ['two measures of one number', '\n  3:\n', '\n  2:\n', /policy\.yaml:\d+ 这里不是正确的 YAML/u],
])('%s is told by file and line', (_, words, wrong, message) => {
  const read = () => parseKnowledge(sampleFiles(changed(words, wrong)));
  expect(read).toThrow(UserError);
  expect(read).toThrow(message);
});

test('a policy without its source, and two with one number, are told', () => {
  expect(() => parseKnowledge([{ path: PATH, text: POLICY }])).toThrow(/旁边没有 source\.txt/u);
  const twice = [
    { path: 'policies/tee/policy.yaml', text: POLICY },
    { path: 'policies/tee/source.txt', text: SOURCE },
  ];
  expect(() => parseKnowledge(sampleFiles(POLICY, twice))).toThrow(/已有另一份文件/u);
});

test('a faulty draft does not keep the others from answering', () => {
  const faulty = [
    { path: 'policies/draft/policy.yaml', text: 'document: [' },
    { path: 'policies/draft/source.txt', text: SOURCE },
    { path: 'policies/bare/policy.yaml', text: 'document: null' },
  ];
  expect(parseKnowledge(sampleFiles(POLICY, faulty)).policies.map(({ slug }) => slug)).toEqual(['tea']);
});
