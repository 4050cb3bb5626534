import { describe, expect, test } from 'vitest';
import { ingestText } from '../../src/ingest/ingest-text.ts';

/** A call of 2024-03-08 whose section about the time of applying is the sentence. */
const call = (said: string) =>
  `关于组织申报2024年度技术改造项目的通知\n一、申报条件\n在本市注册的企业。\n二、申报时间\n${said}\n某某市工业和信息化局\n2024年3月8日\n`;

describe('until when one can apply', () => {
  const cases: [sentence: string, by: string | null][] = [
    ['申报截止时间为2024年4月20日。', '2024-04-20'],
    ['平台开放申报时间为4月5日，企业可以自由选择时间填写。', null],
    ['申报启动时间：2024年4月1日，截止时间：2024年5月10日。', '2024-05-10'],
    ['各县科技部门完成网上推荐的截止时间分别为6月9日、7月28日。', null],
    ['请于2024年6月10日前按要求提交以下材料：申请书、营业执照。', '2024-06-10'],
    ['企业向所在地科技部门提交材料的截止时间以地方通知为准。', null],
    [
      '本年度分三批受理：第一批2024年4月1日至4月20日，第二批2024年7月1日至7月20日，第三批2024年10月8日至10月25日17时。',
      '2024-10-25',
    ],
    ['（一）报名阶段（5月6日—5月31日）。企业登录平台报名。（二）评审阶段（6月1日—6月30日）。', '2024-05-31'],
    ['本局每年3月发布通知，企业应于4月30日前提交上一年度申报材料，逾期不予受理。', null],
    ['现公开征求意见，意见建议请于2024年5月20日前发送至信箱。', null],
  ];
  for (const [said, by] of cases)
    test(said, () => {
      expect(ingestText(call(said), { name: 'call' }).applicationDeadline?.value ?? null).toBe(by);
    });

  test('a heading speaks of the time of applying with words between', () => {
    const text =
      '关于组织申报2026年度补助资金的通知\n一、申报条件\n在本市注册。\n二、申报批次和时间\n分两批受理：第一批2026年4月1日至4月20日，第二批2026年10月8日至10月25日17时。\n三、工作要求\n第二批初审意见于2026年11月10日前报送市局。\n某某市工业和信息化局\n2026年3月16日\n';
    expect(ingestText(text, { name: 'call' }).applicationDeadline?.value).toBe('2026-10-25');
  });

  test('a call whose title is long is a call all the same', () => {
    const title = '申报云溪市创新企业税收奖励、贷款贴息补助和国家级、省级创新型企业奖励的通知';
    const text = `${title}\n一、奖项类别\n国家奖。\n二、材料要求\n请于2024年6月10日前提交推荐书。\n三、汇报准备\n准备15分钟。\n`;
    expect(ingestText(text, { name: 'call' }).applicationDeadline?.value).toBe('2024-06-10');
  });
});
