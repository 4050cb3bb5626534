import { expect, test } from 'vitest';
import { shelve } from '../../src/policy/index.ts';
import { reminderSubject, reminderSuccessor, reminderText } from '../../src/words/index.ts';
import { POLICY, SOURCE, sampleFiles } from '../policy/sample.ts';

/** The same document a year later, in the place of the first. */
const later = (number: string, relation: string) => [
  { path: 'policies/later/source.txt', text: SOURCE.replace('明府办发〔2031〕7号', number) },
  { path: 'policies/later/policy.yaml', text: `${POLICY.replace('明府办发〔2031〕7号', number)}${relation}` },
];
const { knowledge } = shelve([
  ...sampleFiles(),
  ...later(
    '明府办发〔2032〕9号',
    'relations:\n  - { kind: 替代, document: 明府办发〔2031〕7号, quote: 2031年2月3日 }\n',
  ),
]);

test('a reminder of a replaced measure goes over to the measure of the same title', () => {
  expect(reminderSuccessor(knowledge, '明府办发〔2031〕7号#2', '2031-03-01')).toEqual({
    about: '明府办发〔2032〕9号#2',
    deadline: '2032-01-20',
  });
  expect(reminderSuccessor(knowledge, '明府办发〔2031〕7号#2', '2031-01-01')).toBeNull();
  expect(reminderSuccessor(knowledge, '明府办发〔2032〕9号#2', '2031-03-01')).toBeNull();
});

test('it says what took the place, and that the reminders go on', () => {
  const subject = reminderSubject(knowledge, '明府办发〔2031〕7号#2', '2031-03-01');
  const row = { deadline: '2032-01-20', was: null, isResend: false };
  expect(reminderText(row, subject, Date.parse('2031-03-01T09:00:00+08:00'))).toBe(
    [
      '【文件有变】补贴采茶机械',
      '明府办发〔2031〕7号 第2条已被《关于扶持茶业的若干措施》（明府办发〔2032〕9号）替代。',
      '您的提醒已改按新文件的日期。',
      '想知道新文件怎么规定，直接问我就行。',
    ].join('\n'),
  );
});
