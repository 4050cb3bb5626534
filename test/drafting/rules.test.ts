/** Invented clauses → the facts that their rules speak of. */
import { expect, it } from 'vitest';
import { draftDocument, rulesOf } from '../../src/drafting/index.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const { facts: shared } = shippedKnowledge();

function rulesIn(text: string, title: string | null = null) {
  const measure = { number: '1', title: '标题', text, span: { start: 0, end: text.length } };
  const drafts = draftDocument(text, [measure], { issued: '2031-01-01', title });
  return rulesOf(drafts, shared, '2031-01-01', ['林泉市']);
}

it.each([
  // The figure that the clause has named, in a word more.
  ['对设备投资300万元以上的窑厂，按设备投资额的8%给予补助。', ['设备投资', '窑厂']],
  // Hollow words are named by what was bought.
  ['对购置制陶设备的企业，按其实际购置金额的20%给予补助。', ['制陶设备实际购置金额', '购置制陶设备']],
  ['对被认定为国家级、省级陶艺龙头企业的，分别给予50万元、20万元奖励。', ['被认定陶艺龙头企业']],
])('%s', (text, names) => {
  expect(Object.keys(rulesIn(text).facts).sort()).toEqual([...names].sort());
});

it('telling the sum of a thing tells that the thing was done', () => {
  const { facts } = rulesIn('对开展窑炉节能改造的企业，按窑炉节能改造投入的10%给予补助。');
  expect(facts.窑炉节能改造投入?.implies).toEqual({ 开展窑炉节能改造: true });
});

it('presumes whose trade the document is for, and asks for the rest', () => {
  const { benefits } = rulesIn(
    '对新设立的手工陶艺企业，给予5万元补助。',
    '林泉市支持手工陶艺产业发展若干政策',
  );
  expect(benefits.get('1')?.[0]).toMatchObject({ needs: ['新设立'], presumes: ['手工陶艺企业'] });
});

it('asks for conditions that stand elsewhere, and keeps the grant', () => {
  const text = '资助条件：在本市连续经营。\n对获得陶艺金奖的企业，给予5万元奖励。';
  const [rule] = rulesIn(text).benefits.get('1') ?? [];
  expect(rule?.inherits).toEqual([{ quote: '在本市连续经营', needs: ['在本市连续经营'] }]);
});

const PRICED = {
  priced: '50%',
  of: '单次展位费',
  units: '参加陶艺展会次数',
  capUnit: '4万元',
  total: 'boothFeeYuan',
};

it('takes the price of one and how many there are, or what all cost, where a share is limited for each', () => {
  const [rule] =
    rulesIn('对参加陶艺展会的企业，按展位费的50%给予补助，每次最高4万元。').benefits.get('1') ?? [];
  expect(rule).toMatchObject({ drafted: { grade: 'A' }, pays: [PRICED] });
});

it('bounds each of a list as its first is bounded', () => {
  const text = '对年出口额首次超过300万美元、900万美元的陶艺企业，分别奖励10万元、30万元。';
  expect(rulesIn(text).benefits.get('1')?.[0]?.drafted.grade).toBe('A');
});
