/** What holds for a whole document reaches each of its benefits. */
import { expect, test } from 'vitest';
import { draftDocument } from '../../src/drafting/index.ts';

function draft(...texts: [title: string, text: string][]) {
  const source = texts.map(([, text]) => text).join('\n');
  const measures = texts.map(([title, text], i) => {
    const start = source.indexOf(text);
    return { number: String(i + 1), title, text, span: { start, end: start + text.length } };
  });
  return draftDocument(source, measures, { issued: '2030-01-01' });
}

const GRANT: [string, string] = ['支持用工', '对年用工人数100人以上的企业，给予3万元补贴。'];

test('clauses of the whole document are inherited, each with its place', () => {
  const other = '同一项目按就高不重复的原则执行。列入失信名单的企业不予支持。未尽事项采取一事一议方式。';
  const [benefit] = draft(GRANT, ['其他事项', other]).get('1')!;
  expect(benefit?.inherits.map(({ kind }) => kind)).toEqual(['overlap', 'exclusion', 'case-by-case']);
  expect(benefit?.inherits[0]?.span).toEqual({ start: 25, end: 40 });
  expect(benefit?.grade).toBe('A');
});

test('以上 that does not take in its figure leaves the bound to a person', () => {
  const [benefit] = draft(GRANT, ['附则', '本办法所称“以上”不含本数。']).get('1')!;
  expect(benefit?.grade).toBe('C');
});

test('以上 that takes in its figure changes nothing', () => {
  const [benefit] = draft(GRANT, ['附则', '本办法所称“以上”“不超过”均含本数。']).get('1')!;
  expect(benefit?.grade).toBe('A');
});

test('whom an article leaves out is left out of that article alone', () => {
  const drafts = draft(GRANT, GRANT, ['附则', '本办法第二条资助范围不含劳务派遣企业。']);
  expect(drafts.get('1')![0]?.leftOut).toEqual([]);
  expect(drafts.get('2')![0]?.leftOut).toEqual(['劳务派遣企业']);
});

test('a limit on all that an enterprise gets is no benefit of its own', () => {
  const drafts = draft(GRANT, ['附则', '本办法对单个企业的资助总额累计不超过500万元。']);
  expect(drafts.get('2')).toEqual([]);
  expect(drafts.get('1')![0]?.inherits.map(({ kind }) => kind)).toEqual(['cap']);
});

test('a heading in a line of its own is no part of the sentence under it', () => {
  const source = '参展补贴\n企业参加境外展会的，每个展位给予3000元补贴。';
  const text = source.replace('\n', '');
  const measure = { number: '1', title: '参展补贴', text, span: { start: 0, end: source.length } };
  const [benefit] = draftDocument(source, [measure], { issued: null }).get('1')!;
  expect(benefit?.flags.map(({ words }) => words)).toEqual(['参加境外展会']);
  expect(benefit?.quote.startsWith('企业参加')).toBe(true);
});

test('conditions under a heading of their own are asked of the grant beside it, but for standing', () => {
  const list = '企业在本县依法注册。无拖欠工资行为。年用工人数20人以上。具有冷链运输资质。';
  const [benefit] = draft(['申报条件', list], ['补贴标准', '对购置冷藏车的企业，每辆补贴3万元。']).get('2')!;
  expect(benefit?.vague).toBeNull();
  expect(
    benefit?.defined.flatMap(({ bounds, flags }) => [...bounds, ...flags].map(({ words }) => words)),
  ).toEqual(['年用工人数20人以上', '具有冷链运输资质']);
});

test('who may apply at all stands in a sentence of its own, and has to be said', () => {
  const text = '参保满12个月的企业，可申请稳岗返还。大型企业按上年度缴费额的40%返还。';
  const [benefit] = draft(['稳岗', text]).get('1')!;
  expect(benefit?.vague).toBe('申请稳岗返还');
});

test('a condition elsewhere that speaks of days stays with a person', () => {
  const list = '合同应在2030年3月1日至6月30日期间签订。';
  const [benefit] = draft(['申报条件', list], ['补贴标准', '对购置冷藏车的企业，每辆补贴3万元。']).get('2')!;
  expect(benefit?.vague).toBe('申报条件');
});

test('several lists of conditions in one measure stay with a person, also under a heading that names them', () => {
  const text =
    '1、受理范围：新建冷库。2、资助额度：每座补贴3万元。1、受理范围：新购冷藏车。2、资助额度：每辆补贴1万元。';
  const drafts = draft(['受理范围和资助额度', text]).get('1')!;
  expect(drafts.map(({ vague }) => vague)).toEqual(['受理范围', '受理范围']);
});

test('what shuts out under the conditions is presumed not to be, and general ones are not asked', () => {
  const conditions =
    '（一）在本区依法注册登记，项目建设地点在本区，手续齐全。（二）有下列情况之一的，不予受理：1.2029年以来发生过环境污染事故的；2.年度评价为末位的；3.同一设备已领取过财政补助的。';
  const [benefit] = draft(GRANT, ['申报条件', conditions]).get('1')!;
  expect(benefit?.vague).toBeNull();
  expect(benefit?.defined).toEqual([]);
  expect(benefit?.leftOut).toEqual([
    '2029年以来发生过环境污染事故',
    '年度评价为末位',
    '同一设备已领取过财政补助',
  ]);
});

test('a list of which any one is enough stays with a person', () => {
  const [benefit] = draft(GRANT, ['申报条件', '（一）符合下列情形之一：1.从事种植的；2.从事养殖的。']).get(
    '1',
  )!;
  expect(benefit?.vague).toBe('申报条件');
});

const COLD_STORES: [string, string] = [
  '申报冷链补助的项目应当同时符合下列条件',
  '申报冷链补助的项目应当同时符合下列条件：（一）已取得环评批复；（二）库容500立方米以上。',
];

test('an article that lists conditions is asked of the grants of what it speaks of, and of no other', () => {
  const drafts = draft(
    COLD_STORES,
    ['冷链', '新建冷链项目，给予10万元补助。'],
    ['展会', '参加境外展会的企业，给予2万元补助。'],
  );
  const asked = (number: string) =>
    drafts
      .get(number)![0]!
      .defined.flatMap(({ bounds, flags }) => [
        ...bounds.map(({ label }) => label),
        ...flags.map(({ words }) => words),
      ]);
  expect(asked('2')).toEqual(['已取得环评批复', '库容']);
  expect(asked('3')).toEqual([]);
});

test('of such an article that cannot be read the grant stays vague', () => {
  const dated: [string, string] = [
    COLD_STORES[0],
    '申报冷链补助的项目应当同时符合下列条件：（一）2029年3月1日以后开工；（二）库容500立方米以上。',
  ];
  const [benefit] = draft(dated, ['冷链', '新建冷链项目，给予10万元补助。']).get('2')!;
  expect(benefit?.vague).toBe('下列条件');
});
