import { expect, test } from 'vitest';
import { approvePolicy, endPolicy } from '../../src/policy/approve.ts';
import { type KnowledgeFile, parseKnowledge, parseKnowledgeFiles } from '../../src/policy/index.ts';
import { changed, POLICY, sampleFiles } from './sample.ts';

const approval = { on: '2031-03-01', by: '王: 审' };
const draft = POLICY.replace(/^approved:.*\n/mu, '');
const signed = (policy: string): KnowledgeFile[] => {
  const files = sampleFiles(policy);
  const { path, text } = approvePolicy(files, 'tea', approval);
  return [...files, { path, text }];
};

test('an approved draft answers, its own file as it was, signed beside it', () => {
  const files = signed(draft);
  expect(files.at(-1)!.path).toBe('policies/tea/approval.yaml');
  expect(files.at(-1)!.text).toMatch(/hash: sha256:[0-9a-f]{64}\n$/u);
  expect(parseKnowledge(files).policies[0]!.approved).toEqual(approval);
});

test.each([
  [
    'a draft that is not there',
    () => approvePolicy(sampleFiles(draft), 'coffee', approval),
    /没有 policies\/coffee/u,
  ],
  [
    'one approved as it stands',
    () => approvePolicy(signed(draft), 'tea', approval),
    /已由王: 审在 2031-03-01 批准/u,
  ],
  [
    'one that does not agree with its source',
    () =>
      approvePolicy(
        sampleFiles(changed('cap: 30万元', 'cap: 31万元').replace(/^approved:.*\n/mu, '')),
        'tea',
        approval,
      ),
    /tea 还有 1 处与原文不一致，先改正再批准：policies\/tea\/policy\.yaml:\d+ /u,
  ],
  [
    'one without measures',
    () =>
      approvePolicy(
        [
          { path: 'policies/a/policy.yaml', text: 'title: 甲乙通知\n' },
          { path: 'policies/a/source.txt', text: '甲乙通知' },
        ],
        'a',
        approval,
      ),
    /一条措施也没有读出来.*--anyway/u,
  ],
  [
    'withdrawing a draft',
    () => endPolicy(sampleFiles(draft), 'tea', { state: 'withdrawn', ...approval }),
    /tea 现在不是在用的文件/u,
  ],
])('%s is refused with a sentence', (_, approve, message) => expect(approve).toThrow(message));

/** What is changed in the signed file, and whether it answers on. */
test.each([
  ['a figure', '30万元', '31万元', false],
  ['a day', 'to: 2031-12-31', 'to: 2032-12-31', false],
  ['a department', 'responsible: [市农业农村局, 市人社局]', 'responsible: [市财政局]', false],
  ['a title', 'title: 奖励茶企用工', 'title: 奖励用工', false],
  ['a name', 'names: [茶业七号文]', 'names: [茶七号, 茶业七号文]', true],
  ['an alias', 'aliases: [工人多给不给钱]', 'aliases: [工人多给不给钱, 招人有钱吗]', true],
  ['the layout', '# 茶业\n', '# 茶业的文件\n\n', true],
])('%s changed after approval: answers on %s', (_, from, to, answers) => {
  const [policy, ...others] = signed(draft);
  const edited = { ...policy!, text: policy!.text.replace(from, to) };
  expect(edited.text).not.toBe(policy!.text);
  const { problems } = parseKnowledgeFiles([edited, ...others]);
  const said = problems.map(({ message }) => message);
  expect(said).toEqual(answers ? [] : [expect.stringContaining('批准之后内容有改动')]);
});

test('what was changed is approved anew, beside what was signed before', () => {
  const [policy, ...others] = signed(draft);
  const edited = {
    ...policy!,
    text: policy!.text.replace('issuer: 明湖市人民政府办公室', 'issuer: null'),
  };
  const again = approvePolicy([edited, ...others], 'tea', { on: '2031-05-01', by: '李' });
  const renewed = [edited, ...others.filter(({ path }) => path !== again.path), again];
  expect(parseKnowledge(renewed).policies[0]!.approved).toEqual({ on: '2031-05-01', by: '李' });
  expect(again.text.match(/hash:/gu)).toHaveLength(2);
});

test('a withdrawn document answers no more, and its record says who and why', () => {
  const files = signed(draft);
  const ended = endPolicy(files, 'tea', { state: 'withdrawn', by: '李', on: '2031-04-01', note: '发错了' });
  const left = [...files.filter(({ path }) => path !== ended.path), ended];
  expect(parseKnowledge(left).policies).toEqual([]);
  expect(ended.text).toContain('note: 发错了');
});

test('a document without measures is approved when the person says so', () => {
  const files = [
    { path: 'policies/a/policy.yaml', text: 'title: 甲乙通知\n' },
    { path: 'policies/a/source.txt', text: '甲乙通知' },
  ];
  expect(approvePolicy(files, 'a', approval, { withoutMeasures: true }).text).toContain('hash: sha256:');
});
