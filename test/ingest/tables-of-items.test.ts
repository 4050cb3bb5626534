/** Lists of policies and guides set as tables become items in every format; every other table stays as it is. */
import { describe, expect, test } from 'vitest';
import { ingestText } from '../../src/ingest/ingest-text.ts';
import { readHtml } from '../../src/ingest/read/html.ts';
import { readMarkdown } from '../../src/ingest/read/markdown.ts';

const LIST = `# 云溪市2026年惠企政策清单

| 序号 | 政策名称 | 支持内容 | 申报时间 | 责任单位 |
|---|---|---|---|---|
| 1 | 首次上规奖励 | 对首次进入规模以上工业统计的企业，奖励10万元。 | 每年3月 | 市工业和信息化局 |
| 2 | 外贸参展补助 | 参加境外展会的，按展位费的50%补助，最高5万元。 | 2026年6月30日前 | 市商务局 |
`;
const TIERS = `一、奖励标准

| 营业收入 | 奖励 |
|---|---|
| 1亿元以上 | 20万元 |
| 5亿元以上 | 50万元 |
`;
const GUIDE = `<html><head><title>企业开办-某政务网</title></head><body>
<div class="nav"><a href="/">首页</a><a href="/zw">政务公开</a><a href="/fw">政务服务</a></div>
<h1>企业设立登记办事指南</h1><table>
<tr><td>事项名称</td><td colspan="3">企业设立登记</td></tr>
<tr><td>服务对象</td><td colspan="3">拟在本市设立的公司</td></tr>
<tr><td>法定办结时限</td><td>3个工作日</td><td>承诺办结时限</td><td>0.5个工作日</td></tr>
<tr><td>申请材料</td><td colspan="3">1.申请书<br>2.公司章程</td></tr>
<tr><td>咨询电话</td><td>0799-6640004</td><td>监督电话</td><td>0799-6640005</td></tr>
</table></body></html>`;

describe('tables that say one thing a row', () => {
  test('a list of policies in markdown is a measure a row, with who answers for it', () => {
    const { measures, title } = ingestText(readMarkdown(LIST), { name: 'list' });
    expect(title?.value).toBe('云溪市2026年惠企政策清单');
    expect(measures.map(({ number, title: name, responsible }) => [number, name, ...responsible])).toEqual([
      ['1', '首次上规奖励', '市工业和信息化局'],
      ['2', '外贸参展补助', '市商务局'],
    ]);
  });

  test('a table of tiers in markdown stays as received', () => {
    expect(readMarkdown(TIERS)).toBe(TIERS);
  });

  test('a guide set as a table is its rows, and the menu above it is no part of its title', () => {
    const { measures, guide, title } = ingestText(readHtml(GUIDE), { name: 'guide' });
    expect(title?.value).toBe('企业设立登记办事指南');
    expect(measures.map(({ text }) => text)).toEqual([
      '事项名称：企业设立登记',
      '服务对象：拟在本市设立的公司',
      '法定办结时限：3个工作日',
      '承诺办结时限：0.5个工作日',
      '申请材料：1.申请书2.公司章程',
      '咨询电话：0799-6640004',
      '监督电话：0799-6640005',
    ]);
    expect(guide.map(({ part }) => part)).toEqual(['对象', '时限', '时限', '材料', '电话', '电话']);
  });
});

test('a number alone at the edge of each page is the page’s, however many numbers stand in tables', () => {
  const page = (n: number) => `联络方式　某某市发展和改革委员会：5559008${n}\n12\n家\n　　${n + 1}\n`;
  const { measures } = ingestText(
    `某某市产业政策汇编\n一、厂房改造。奖励10万元。\n${[1, 2, 3, 4].map(page).join('\f')}`,
    { name: 'book' },
  );
  expect(measures[0]!.text).toContain('55590081');
  expect(measures.map(({ text }) => text).join('')).not.toMatch(/家[2-5]/u);
});
