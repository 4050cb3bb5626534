/** Whose the numbers of a document are: of its sections, or of the items in them. */
import { expect, test } from 'vitest';
import { ingestText } from '../../src/ingest/ingest-text.ts';

const CALL = `关于组织申报2026年度云溪市绿色发展专项资金项目的通知

云工信〔2026〕8号

一、支持方向和标准
（一）绿色工厂。获评省级绿色工厂的企业，给予20万元奖励。
（二）节能改造。节能改造项目按设备投资额的10%给予补助，最高50万元。
（三）光伏发电。自建屋顶光伏的企业，按每千瓦50元给予补助。

二、申报条件
在云溪市注册，财务制度健全。

三、申报材料
申请表和营业执照复印件。

四、申报时间
2026年6月30日前向市工业和信息化局提交。

云溪市工业和信息化局
2026年4月1日`;

test('the sections of a call keep their numbers beside one that is divided: 第三条 are the materials', () => {
  const { measures } = ingestText(CALL, { name: 'call' });
  expect(measures.map(({ number, title }) => [number, title])).toEqual([
    ['1-1', '绿色工厂'],
    ['1-2', '节能改造'],
    ['1-3', '光伏发电'],
    ['2', '申报条件'],
    ['3', '申报材料'],
    ['4', '申报时间'],
  ]);
});
