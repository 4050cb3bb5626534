/** Days that are the document's, and days that only look so. */
import { describe, expect, test } from 'vitest';
import { ingestText } from '../../src/ingest/index.ts';

const read = (lines: string[]) => {
  const { issuer, issued, validFrom, validUntil, applicationDeadline } = ingestText(lines.join('\n'), {
    name: 'x',
  });
  return [issuer, issued, validFrom, validUntil, applicationDeadline].map((found) => found?.value ?? null);
};
const ARTICLES = ['第一条 为支持企业发展，制定本办法。', '第二条 对新认定的企业，给予10万元奖励。'];

describe('the remark under a title', () => {
  const last = '第三条 本办法由石桥县商务局负责解释。有效期2年。';
  test('says who issued the document, when, and from when it holds', () => {
    const remark = '（2025年3月6日石桥县商务局公布，自2025年4月10日起施行）';
    expect(read(['石桥县商贸企业奖励办法', remark, ...ARTICLES, last])).toEqual([
      '石桥县商务局',
      '2025-03-06',
      '2025-04-10',
      '2027-04-09',
      null,
    ]);
  });
  test('that tells of later changes too dates nothing', () => {
    const remark = '（2021年3月6日石桥县商务局公布，2025年1月2日修订）';
    expect(read(['石桥县商贸企业奖励办法', remark, ...ARTICLES])[1]).toBeNull();
  });
});
test('a day that nobody has filled in begins nothing', () => {
  const last = '第三条 本办法自2026年 月 日起施行，有效期三年。';
  expect(read(['石桥县商贸企业奖励办法（征求意见稿）', ...ARTICLES, last]).slice(2, 4)).toEqual([null, null]);
});
test('a batch that is over gets no later year', () => {
  const text = [
    '石桥县商务局关于组织申报商贸发展资金的通知',
    '一、支持标准',
    '每家企业补助5万元。',
    '二、申报时间',
    '第一批申报已于2月28日截止，第二批申报材料请于2026年9月15日前报送。',
    '石桥县商务局',
    '2026年6月1日',
  ];
  expect(read(text)[4]).toBe('2026-09-15');
});
