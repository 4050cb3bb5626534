import { describe, expect, test } from 'vitest';
import { checkKnowledge } from '../../src/policy/check/index.ts';
import { describeProblem } from '../../src/policy/index.ts';
import { changed, PATH, POLICY, SOURCE, sampleFiles } from './sample.ts';

const check = (policy: string) => checkKnowledge(sampleFiles(policy)).problems.map(describeProblem);

/** The line of policy.yaml that was changed. */
const changedLine = (policy: string) => {
  const lines = POLICY.split('\n');
  return policy.split('\n').findIndex((line, i) => line !== lines[i]) + 1;
};

test('finds nothing wrong in a policy that agrees with its source', () => {
  expect(check(POLICY)).toEqual([]);
});

describe('finds what does not stand in the document', () => {
  test.each([
    ['a changed number of the document', '〔2031〕7号', '〔2031〕8号', '不在 source.txt 原文里'],
    ['a quote that is not verbatim', '自印发之日起施行', '自发布之日起施行', '不在 source.txt 原文里'],
    [
      'a quote of another measure',
      'quote: 对每天实际在岗人数',
      'quote: 对 2031 年 3—5 月购置采茶机的 #',
      '不在第1条的原文里',
    ],
    ['a date that its quote does not state', 'to: 2031-12-31', 'to: 2031-12-30', '引文里没有 2031-12-30'],
    ['a figure that is not in the quote', 'cap: 30万元', 'cap: 40万元', '引文里没有 40万元'],
    ['a figure that is part of another', 'atLeast: 300人', 'atLeast: 30人', '引文里没有 30人'],
    ['以上 where the text says 超', '{ over: 800 }', '{ atLeast: 800 }', '引文里没有 800（要是“以上'],
    [
      '超 where the text includes the figure',
      'atLeast: 300人',
      'over: 300人',
      '引文里没有 300人（要是“超过”',
    ],
    [
      'a most that is taken for the amount',
      'of: machinePrice, cap: 30万元',
      'of: machinePrice, floor: 30万元',
      '不低于',
    ],
    ['a period that is not the text’s', '2031-05-31]', '2031-05-30]', '2031-03-01 至 2031-05-30'],
    ['an amount of the row beside it', 'yuan: 4万', 'yuan: 9万', '给的数额相同'],
    ['a row that an earlier one takes', '{ over: 800 }', '{ atLeast: 300 }', '永远轮不到'],
    ['a number in a reading', 'reading: 300人', 'reading: 500人', '这个数不在这一条的原文里'],
    ['a fact that is not declared', 'teaMaker', 'coffeeMaker', '没有在 facts.yaml 里声明'],
    ['a fact of another type', 'teaMaker', 'staff', '这里却当作是否'],
    [
      'a choice that the fact does not have',
      'needs: [teaMaker,',
      'needs: [{ fair: { is: coffee } },',
      '没有“coffee”这个选项',
    ],
    [
      'a title that is not at the start',
      'title: 补贴采茶机械',
      'title: 补贴购置机械',
      '不在这一条原文的开头',
    ],
    ['a chapter that is not there', 'title: 拓市场', 'title: 拓展市场', '不是原文这个位置上的标题'],
    ['a measure of another chapter', 'chapter: 2', 'chapter: 1', '属于第 2 章'],
    [
      'a unit that the measure does not name',
      '[市农业农村局, 市人社局]',
      '[市农业农村局, 市人社局, 市财政局]',
      '不在这一条的原文里',
    ],
    ['a unit that was left out', '[市农业农村局, 市人社局]', '[市农业农村局]', '这里漏了'],
    ['who explains it', 'by: 市农业农村局', 'by: 市商务局', '不在它自己的引文里'],
    ['the same way of asking twice', '[工人多给不给钱]', '[一共多少钱]', '出现了两次'],
  ])('%s', (_, words, wrong, message) => {
    const policy = changed(words, wrong);
    const problems = check(policy);
    expect(problems.join('\n')).toContain(message);
    const line = /:(?<line>\d+) /u.exec(problems.find((one) => one.includes(message))!)?.groups?.line;
    expect(Math.abs(Number(line) - changedLine(policy))).toBeLessThanOrEqual(4);
    expect(problems[0]).toMatch(new RegExp(`^${PATH}:\\d+ `, 'u'));
  });
});

test('finds text of the source that no stretch holds, and stretches that overlap', () => {
  const end = SOURCE.indexOf('展位费补贴。') + '展位费补贴。'.length;
  expect(check(changed(`, ${end}]`, `, ${end - 7}]`)).join('\n')).toMatch(/没有停在句末|没有归入/u);
  expect(check(changed(`, ${end}]`, `, ${end + 5}]`)).join('\n')).toContain('重叠');
});

test('a bound of a list binds each of its figures', () => {
  const source = '对收入实现 1 亿元、5 亿元、10 亿元以上的企业按比例给予奖励。';
  const policy = (least: string) => `
document: null
approved: { on: 2031-01-01, by: 甲 }
measures:
  1:
    benefits:
      - benefit: 奖励
        quote: ${source}
        needs: [{ income: { atLeast: ${least} } }]
        pays: [{ unstated: 按比例给予奖励 }]`;
  const problems = (least: string) =>
    checkKnowledge([
      { path: 'policies/a/policy.yaml', text: policy(least) },
      { path: 'policies/a/source.txt', text: source },
      {
        path: 'facts.yaml',
        text: 'income: { type: number, unit: yuan, label: 收入, topic: a, question: 多少？ }',
      },
    ]).problems;
  expect(problems('1亿元')).toEqual([]);
  expect(problems('5亿')).toEqual([]);
  expect(problems('2亿')).toHaveLength(1);
});

test('lists name each thing once, within things they name', () => {
  const problems = checkKnowledge([
    {
      path: 'places.yaml',
      text: '- { name: 甲县, within: 乙市 }\n- { name: 丙区, within: 丁市 }\n- { name: 丁市, within: 丙区 }',
    },
    { path: 'departments.yaml', text: '- { name: 市工信局 }\n- { name: 市工信局 }' },
  ]).problems.map(describeProblem);
  expect(problems).toContain('places.yaml:1 “乙市”甲县 的 within 没有列在这份名单里，请补上或改正');
  expect(problems.join('\n')).toContain('绕了一圈');
  expect(problems).toContain('departments.yaml:2 “市工信局”写了两次，请合并成一处');
});

test('a time that the document counts in years ends on the day before, and on no other', () => {
  const source = '甲局 乙局关于丙的办法 本办法自2024年6月1日起施行，有效期3年。\n附件1\n申请表：单位名称';
  const problems = (until: string) =>
    checkKnowledge([
      {
        path: 'policies/a/policy.yaml',
        text: `
approved: { on: 2024-06-01, by: 甲 }
issuer: 甲局、乙局
valid: { from: 2024-06-01, to: ${until}, quote: 自2024年6月1日起施行，有效期3年 }
clauses: [{ name: head, span: [0, ${source.indexOf('\n')}] }]`,
      },
      { path: 'policies/a/source.txt', text: source },
    ]).problems;
  expect(problems('2027-05-31')).toEqual([]);
  expect(problems('2027-06-01')).toHaveLength(1);
  expect(problems('2026-05-31')).toHaveLength(1);
});
