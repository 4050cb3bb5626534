import { describe, expect, test } from 'vitest';
import { ingestText } from '../../src/ingest/ingest-text.ts';

const relationsOf = (text: string) =>
  ingestText(text, { name: 'text' }).relations.map(
    ({ kind, document, title }) => `${kind} ${document} ${title}`,
  );

describe('what a document says of others', () => {
  test('a list under 予以废止 ends all that it names, and nothing behind it', () => {
    expect(
      relationsOf(
        '某某市人民政府关于废止和修改部分行政规范性文件的决定\n某府发〔2026〕9号\n经清理，市政府决定：\n一、对下列2件行政规范性文件予以废止：\n（一）《关于扶持企业上市的若干意见》（某府发〔2018〕12号）；\n（二）《关于促进建筑业发展的实施意见》（某府发〔2019〕5号）。\n二、对《中小企业发展专项资金管理办法》（某府发〔2022〕8号）作如下修改：\n将第六条修改为：“给予30万元奖励。”\n某某市人民政府\n2026年5月18日\n',
      ),
    ).toEqual([
      '废止 某府发〔2018〕12号 关于扶持企业上市的若干意见',
      '废止 某府发〔2019〕5号 关于促进建筑业发展的实施意见',
      '修订 某府发〔2022〕8号 中小企业发展专项资金管理办法',
    ]);
  });

  test('a supplement amends the notice that it names', () => {
    expect(
      relationsOf(
        '某某市商务局关于汽车以旧换新补贴工作的补充通知\n某商发〔2026〕22号\n现就《关于开展2026年汽车以旧换新补贴工作的通知》（某商发〔2026〕4号）有关事项补充通知如下：\n一、补贴期限延长。\n二、补贴标准调整为2万元。\n某某市商务局\n2026年8月30日\n',
      ),
    ).toEqual(['修订 某商发〔2026〕4号 关于开展2026年汽车以旧换新补贴工作的通知']);
  });

  test('a form that is to be filled in is no document that it rests on', () => {
    expect(
      relationsOf(
        '关于受理专利资助申报的通知\n根据《专利促进项目资助办法》（某府办〔2016〕20号）有关规定，现通知如下：\n一、按照办法申请的，请填写《专利申请资助申请表》。\n二、按照《专利促进项目资助办法》执行的，请填写《专利申请资助申请表（表二）》。\n',
      ),
    ).toEqual(['依据 某府办〔2016〕20号 专利促进项目资助办法']);
  });
});
