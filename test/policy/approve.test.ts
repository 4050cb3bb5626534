import { expect, test } from 'vitest';
import { approvePolicy } from '../../src/policy/approve.ts';
import { parseKnowledge } from '../../src/policy/index.ts';
import { changed, PATH, POLICY, sampleFiles } from './sample.ts';

const approval = { on: '2031-03-01', by: '王: 审' };
const draft = POLICY.replace(/^approved:.*\n/mu, '');

test('an approved draft answers, and the rest of its file is as it was', () => {
  const { path, text, number } = approvePolicy(sampleFiles(draft), 'tea', approval);
  expect([path, number]).toEqual([PATH, '明府办发〔2031〕7号']);
  expect(text.replace(/^approved:.*\n/mu, '')).toBe(draft);
  expect(text).toMatch(/^# 茶业\n/u);
  expect(parseKnowledge(sampleFiles(text)).policies[0]!.approved).toEqual(approval);
});

test.each([
  [
    'a draft that is not there',
    () => approvePolicy(sampleFiles(draft), 'coffee', approval),
    /没有 policies\/coffee/u,
  ],
  [
    'one approved before',
    () => approvePolicy(sampleFiles(POLICY), 'tea', approval),
    /已由李茶在 2031-02-10 批准/u,
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
])('%s is refused with a sentence', (_, approve, message) => expect(approve).toThrow(message));

test('a document without measures is approved when the person says so', () => {
  const files = [
    { path: 'policies/a/policy.yaml', text: 'title: 甲乙通知\n' },
    { path: 'policies/a/source.txt', text: '甲乙通知' },
  ];
  expect(approvePolicy(files, 'a', approval, { withoutMeasures: true }).text).toContain('approved:');
});
