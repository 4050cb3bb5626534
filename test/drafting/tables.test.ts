/** Rows and columns of an invented table → what each of its rows pays, and to whom. */
import { expect, test } from 'vitest';
import { draftDocument, rulesOf } from '../../src/drafting/index.ts';
import { cleanText } from '../../src/policy/index.ts';
import { sayDraft } from './say.ts';

function drafts(source: string) {
  const span = { start: 0, end: source.length };
  const measure = { number: '1', title: '标题', text: cleanText(source, span), span };
  return draftDocument(source, [measure], { issued: null });
}

const LEVELS = `对新认定的示范农庄给予奖励：
| 级别 | 奖励金额（万元） |
| --- | --- |
| 国家级 | 40 |
| 省级 | 15 |`;

const SIZES = `对新建水产养殖设施的企业，补助标准如下：
| 养殖面积（亩） | 池塘（元/亩） | 大棚（元/亩） |
| 50—200 | 300 | 500 |
| 200以上 | 400 | 650 |
单个企业最高不超过60万元。`;

const SHARES = `对竣工的冷链项目，按照设备投资额分档给予补助：
| 档次 | 设备投资额 | 补助比例 | 单个项目最高补助 |
| 一档 | 300万元（含）至800万元 | 6% | 40万元 |
| 二档 | 800万元（含）以上 | 8% | 90万元 |`;
const SHARES_SAID = (grade: string) =>
  `${grade} 竣工的冷链项目 → [≥800万元] share 8% of 设备投资额 cap 90万元 project / [∈300万元-800万元] share 6% of 设备投资额 cap 40万元 project`;

test.each([
  ['shares with the limit of their row, and rows that are only counted', SHARES, [SHARES_SAID('A')]],
  [
    'shares that add up piece by piece are left to a person',
    `${SHARES}\n以上补助分段累计。`,
    [SHARES_SAID('C')],
  ],
  ['shares of the whole', `${SHARES}\n以上补助全额计算，不分段累计。`, [SHARES_SAID('A')]],
  [
    'shares of what nobody says pay nothing',
    `对开展检测的企业给予补助：
| 检测类别 | 补助比例 |
| 型式检测 | 30% |
| 出口检测 | 50% |`,
    [],
  ],
  [
    'a share that is held is a condition',
    `对达到以下标准的企业给予奖励：
| 研发投入占比 | 奖励金额 |
| 3%以上 | 10万元 |
| 5%以上 | 25万元 |`,
    ['A  → [≥5%] yuan 25万元 / [≥3%] yuan 10万元'],
  ],
  [
    'words of a column are a choice',
    LEVELS,
    ['A 新认定的示范农庄 → [国家级] yuan 40万元 / [省级] yuan 15万元'],
  ],
  [
    'figures of a column bound, columns that pay say for what, and a limit behind limits every row',
    SIZES,
    [
      'B 新建水产养殖设施 → [≥200亩 池塘] each 400元 per 亩 cap 60万元 enterprise / [≥200亩 大棚] each 650元 per 亩 cap 60万元 enterprise / [∈50亩-200亩 池塘] each 300元 per 亩 cap 60万元 enterprise / [∈50亩-200亩 大棚] each 500元 per 亩 cap 60万元 enterprise',
    ],
  ],
  [
    'a bounded sum is a condition, and the column that is named as given pays',
    `对达到以下规模的企业给予奖励：
| 年产值 | 产值增速 | 奖励金额 |
| 2亿元以上 | 不低于12% | 20万元 |
| 6亿元以上 | 不低于8% | 70万元 |`,
    ['A  → [≥6亿元 ≥8%] yuan 70万元 / [≥2亿元 ≥12%] yuan 20万元'],
  ],
  [
    'a remark leaves the table to a person',
    `对获奖企业给予奖励：
| 等次 | 奖金 | 备注 |
| 一等奖 | 10万元 | 限两家 |
| 二等奖 | 5万元 | |`,
    ['C 获奖企业 → [一等奖] yuan 10万元 / [二等奖] yuan 5万元'],
  ],
  [
    'a limit that is a share of something else',
    `${LEVELS}
单个农庄最高不超过30万元，且不超过总投资的50%。`,
    [
      'B 新认定的示范农庄 → [国家级] yuan 40万元 within 50% of 总投资 cap 30万元 / [省级] yuan 15万元 within 50% of 总投资 cap 30万元',
    ],
  ],
])('%s', (_, source, said) => {
  expect(drafts(source).get('1')!.map(sayDraft)).toEqual(said);
});

test('a figure whose unit stands above it passes the check, and another figure does not', () => {
  const right = rulesOf(drafts(LEVELS), new Map(), null);
  expect(right.benefits.get('1')?.[0]?.drafted.grade).toBe('A');
  const [draft] = drafts(LEVELS).get('1')!;
  const changed = rulesOf(
    new Map([['1', [{ ...draft!, quote: draft!.quote.replace('40', '41') }]]]),
    new Map(),
    null,
  );
  expect(changed.benefits.get('1')?.[0]?.drafted.grade).toBe('C');
});
