/** Invented measures whose sentences give one thing beside another → rules that pay one sum, and what enterprises get by them. */
import { describe, expect, test } from 'vitest';
import type { Profile } from '../../src/contract/index.ts';
import { draftDocument, rulesOf } from '../../src/drafting/index.ts';
import { ANYWHERE, evaluate } from '../../src/eligibility/index.ts';
import { ownFactSchema } from '../../src/facts/index.ts';
import { readBenefit } from '../../src/policy/index.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const { facts: shared } = shippedKnowledge();

function rulesIn(text: string) {
  const measure = { number: '1', title: '标题', text, span: { start: 0, end: text.length } };
  const { benefits, facts } = rulesOf(draftDocument(text, [measure], { issued: null }), shared, null);
  const own = Object.entries(facts).map(
    ([name, fact]) => [name, { ...ownFactSchema.parse(fact), label: name, topic: name }] as const,
  );
  return { rules: benefits.get('1') ?? [], facts: new Map([...shared, ...own]) };
}

/** What each benefit pays: a sum, or the verdict. */
function paid(text: string, profile: Profile): (number | string)[] {
  const { rules, facts } = rulesIn(text);
  const unknown = Object.keys(profile).filter((fact) => !facts.has(fact));
  expect([unknown, [...facts.keys()].filter((fact) => !shared.has(fact))]).toEqual([[], expect.anything()]);
  return rules.map((rule) => {
    const { benefit, faults } = readBenefit(rule, facts, null);
    expect(faults).toEqual([]);
    const { verdict, amountYuan } = evaluate(benefit!, profile, {
      policy: ANYWHERE,
      today: '2031-06-01',
      facts,
    });
    return verdict === 'eligible' ? (amountYuan ?? 'open') : verdict;
  });
}

const SHOPS = '品牌首店落户我县的，按装修费用的20%给予补助，最高50万元；被评为县级特色店铺的，另奖励5万元。';
const BOXES = '企业年发运集装箱500标箱以上的，每标箱补助100元；年发运达到2000标箱以上的，再奖励10万元。';
const BEDS =
  '企业新建托育园的，每个托位补助6000元；利用存量用房改建托育园的，每个托位补助4000元。其中婴儿托位在上述标准基础上每个增加1500元。单个机构补助总额不超过200万元。';
const HIRED = '建立研究院的，给予20万元奖励；引进博士的，每引进1名博士再奖励3万元。单个企业最高50万元。';
const SHOWS = '企业下乡演出的，每场补助5000元，另对年演出超过50场的企业，一次性奖励3万元。';
const MEALS = '企业开办食堂的，按设备购置费的50%给予补助，最高4万元；同时按每餐2元给予运营补助。';
const PATENTS =
  '企业获得授权的国内发明专利，每件资助2000元，同一企业每年不超过20件；当年授权发明专利达到10件以上的，另奖励3万元。';
const LOANS =
  '企业以商标质押取得贷款的，按实际支付利息的40%给予贴息，最高30万元；因质押发生的评估费，按50%补助，最高3万元。';

describe('who gets both gets one sum', () => {
  test.each<[string, Profile, (number | string)[]]>([
    [SHOPS, { 品牌首店落户我县: true, 装修费用: 1_000_000, 被评为县级特色店铺: true }, [250_000]],
    [BOXES, { 年发运集装箱: 3000 }, [400_000]],
    [BEDS, { 新建托育园: true, 托位个数: 100, 婴儿托位个数: 20 }, [630_000, 'unknown']],
    [BEDS, { 新建托育园: true, 托位个数: 330, 婴儿托位个数: 200 }, [2_000_000, 'unknown']],
    [MEALS, { 开办食堂: true, 设备购置费: 60_000, 开办食堂餐数: 20_000 }, [70_000]],
    [PATENTS, { 获得授权的国内发明专利: true, 获得授权的国内发明专利件数: 26 }, [70_000]],
    [SHOWS, { 企业下乡演出: true, 企业下乡演出场数: 60, 年演出: 60 }, [330_000]],
    [LOANS, { 以商标质押取得贷款: true, 实际支付利息: 200_000, 评估费: 40_000 }, [100_000]],
  ])('%s %o', (text, profile, sums) => {
    expect(paid(text, profile)).toEqual(sums);
  });
});

describe('who speaks of one of them gets that one', () => {
  test.each<[string, Profile, (number | string)[]]>([
    [SHOPS, { 品牌首店落户我县: true, 装修费用: 1_000_000 }, [200_000]],
    [SHOPS, { 被评为县级特色店铺: true }, [50_000]],
    [BOXES, { 年发运集装箱: 600 }, [60_000]],
    [MEALS, { 开办食堂: true, 设备购置费: 60_000 }, [30_000]],
    [PATENTS, { 获得授权的国内发明专利: true, 获得授权的国内发明专利件数: 5 }, [10_000]],
  ])('%s %o', (text, profile, sums) => {
    expect(paid(text, profile)).toEqual(sums);
  });

  test('what is on top is for who gets the first, and a no to it takes nothing away', () => {
    expect(paid(MEALS, { 开办食堂餐数: 20_000 })).toEqual(['unknown']);
    expect(paid(HIRED, { 引进博士: true, 引进博士人数: 4 })).toEqual(['unknown']);
    expect(paid(HIRED, { 建立研究院: true, 引进博士: false })).toEqual([200_000]);
    expect(paid(HIRED, { 建立研究院: true, 引进博士: true, 引进博士人数: 4 })).toEqual([320_000]);
    expect(paid(HIRED, { 建立研究院: true, 引进博士: true, 引进博士人数: 40 })).toEqual([500_000]);
  });

  test('told in part, it leaves the sum open', () => {
    expect(paid(SHOPS, { 装修费用: 1_000_000, 被评为县级特色店铺: true })).toEqual(['open']);
  });
});

test.each([
  // Two titles: the one may take the place of the other.
  '对新认定的市级示范工厂，奖励10万元；对新认定的县级示范工厂，奖励5万元。',
  // Who gets the one does not get the other.
  '已获得上级贴息的，按上级贴息额的20%给予配套；未获得上级贴息的，按进口额的1%给予奖励。',
  // Shares of one thing.
  '参加境内展会的，按展位费的40%给予补助；参加境外展会的，按展位费的60%给予补助。',
  // Of others.
  '新建冷库的企业，按每立方米60元给予补助；组织冷链培训的协会，给予5万元奖励。',
])('apart: %s', (text) => {
  expect(rulesIn(text).rules.length).toBe(2);
  expect(JSON.stringify(rulesIn(text).rules)).not.toContain('"added"');
});
