import { describe, expect, test } from 'vitest';
import { factSchema } from '../../../src/facts/index.ts';
import { actionsOf } from '../../../src/words/card/actions.ts';

const facts = new Map(
  Object.entries({
    teaMaker: { type: 'boolean', label: '茶叶企业', topic: 'work', question: '做茶叶吗？' },
    staff: { type: 'number', unit: 'person', label: '在岗人数', topic: 'work', question: '多少人？' },
    grade: {
      type: 'choice',
      label: '等级',
      topic: 'work',
      question: '几级？',
      values: { first: ['一级'], other: ['散茶'] },
    },
  }).map(([name, declared]) => [name, factSchema.parse(declared)]),
);
const nothingPast = () => false;
const said = (text: string) =>
  actionsOf({ text, options: [], asks: null }, facts, nothingPast).map(({ send }) => send);

describe('what a text offers to say can be tapped', () => {
  test.each([
    ['要提醒申报就说“提醒我”。', ['提醒我']],
    ['要我算算够不够条件，回“测算”。\n回“继续”接着算刚才那项。', ['测算', '继续']],
    ['需要人来答，就说“转人工”。', ['转人工']],
    ['常用：政策体检 · 我的资料', ['政策体检', '我的资料']],
    ['请说“换企业”加名字，比如“换企业 甲公司”。', []],
    ['文件写的是“一次性补助”，没有写明金额', []],
    ['您说的是“在岗350人”吗？是就回“是”，不是请说一下是多少。', ['是']],
    ['发“忘记我”就全部删除', []],
  ])('%s', (text, sends) => {
    expect(said(text)).toEqual(sends);
  });
});

test('an asked fact is answered by a tap where few answers are possible; the catch-all is called what it is', () => {
  const actions = actionsOf({ text: '', options: [], asks: ['grade', 'staff'] }, facts, nothingPast);
  expect(actions.map(({ label, send }) => [label, send])).toEqual([
    ['①一级', '等级：一级'],
    ['①其他', '等级：其他'],
    ['①不清楚', '等级：不清楚'],
    ['②不清楚', '在岗人数：不清楚'],
  ]);
  expect(actions[0]?.id).toBe('tell:{"grade":"first"}');
});

test('an entry of a list opens by its id, and bears a mark where its document is over', () => {
  const options = [
    { id: '明府办发〔2031〕7号#1', label: '奖励茶企用工' },
    { id: '明府办发〔2029〕2号#3', label: '补贴采茶机械' },
  ];
  const actions = actionsOf({ text: '', options, asks: null }, facts, (id) => id.includes('2029'));
  expect(actions).toEqual([
    { id: '明府办发〔2031〕7号#1', label: '奖励茶企用工', send: '奖励茶企用工', kind: 'choice' },
    { id: '明府办发〔2029〕2号#3', label: '补贴采茶机械（已过期）', send: '补贴采茶机械', kind: 'choice' },
  ]);
});
