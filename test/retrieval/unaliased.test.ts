/** A shelf of documents as they were read in: nobody wrote how they are asked for. */
import { describe, expect, test } from 'vitest';
import type { Knowledge, Measure, Policy } from '../../src/policy/index.ts';
import { buildIndex, find } from '../../src/retrieval/index.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const known = shippedKnowledge();
const today = '2031-06-01';

function documentOf(slug: string, title: string, measures: readonly (readonly [string, string])[]): Policy {
  const number = `试发〔2031〕${slug}号`;
  const source = measures.map(([name, text]) => `${name}。${text}`).join('\n');
  return {
    ...known.policies[0]!,
    slug,
    number,
    title,
    issuer: null,
    place: null,
    places: [],
    names: [],
    issued: { day: '2031-01-01', quote: '2031年1月1日' },
    validFrom: null,
    validUntil: null,
    applyBy: null,
    relations: [],
    successors: [],
    clauses: [],
    chapters: [],
    source,
    measures: measures.map(
      ([name, text], at): Measure => ({
        ...known.policies[0]!.measures[0]!,
        id: `${number}#${at + 1}`,
        number: `${at + 1}`,
        title: name,
        chapter: null,
        clause: { start: 0, end: text.length, text: `${name}。${text}` },
        responsible: [],
        aliases: [],
        benefits: [],
      }),
    ),
  };
}

const shelf: Knowledge = {
  ...known,
  policies: [
    documentOf('1', '关于扶持茶馆经营的若干措施', [
      ['总体要求', '坚持茶馆经营提质增效，支持茶馆发展。'],
      ['申报条件', '经营场所面积不低于200平方米，从业人员不少于5人。'],
      ['补贴标准', '对符合条件的经营主体，按装修投入的20%给予补贴，最高10万元。'],
      ['申报材料', '提交营业执照复印件、装修合同和发票，一式3份。'],
    ]),
    documentOf('2', '关于扶持剧场演出的若干措施', [
      ['申报条件', '演出场所面积不低于500平方米，从业人员不少于20人。'],
      ['补贴标准', '对符合条件的经营主体，按演出场次每场给予2000元补贴。'],
      ['申报材料', '提交营业执照复印件、演出合同，一式2份。'],
    ]),
    documentOf('3', '关于促进旧物回收的若干措施', [
      ['建设回收站点', '每建成一个回收站点，给予3万元补贴。'],
      ['支持分拣中心', '分拣中心用电按优惠价格执行。'],
    ]),
  ],
};
const index = buildIndex(shelf);
const first = (question: string) => {
  const entry = find(index, question, { today }).ranked[0]?.entry;
  return entry?.kind === 'measure' ? entry.measure.id : entry?.policy.number;
};

describe('among measures of the same kind', () => {
  test.each([
    ['茶馆装修能补几成', '试发〔2031〕1号#3'],
    ['开剧场最少要几个人', '试发〔2031〕2号#1'],
    ['剧场补贴的材料交几份', '试发〔2031〕2号#3'],
    ['茶馆场地要多大面积', '试发〔2031〕1号#2'],
    ['回收站点建一个补多少钱', '试发〔2031〕3号#1'],
  ])('%s: the document that is about it, and the value asked for', (question, id) => {
    expect(first(question)).toBe(id);
  });
});

describe('a closer look', () => {
  const kilns = buildIndex({
    ...known,
    policies: [
      documentOf('4', '关于扶持陶瓷作坊的若干措施', [
        ['作坊管理', '窑炉保持完好。燃气按时供应。改造工程按规定验收。费用由业主承担。补助名单公布。'],
        [
          '节能降耗',
          '鼓励作坊节约用能，推广节能灯具和余热利用，建设能耗台账。对窑炉燃气改造的费用给予补助。其他事项另行规定，由街道负责落实并按月报送进展，年底汇总后公开。',
        ],
        ['学徒培养', '对招收学徒的作坊给予补助。'],
      ]),
      documentOf('5', '关于扶持花木种植的若干措施', [['大棚建设', '对新建大棚给予补助。']]),
      documentOf('6', '关于扶持水产养殖的若干措施', [['池塘建设', '对新建池塘给予补助。']]),
    ],
  });
  test('goes by the sentence in which the words stand together, not by a text that has each of them somewhere', () => {
    const [best, second] = find(kilns, '窑炉燃气改造的费用有补助吗', { today }).ranked;
    expect(best?.entry.kind === 'measure' && best.entry.measure.number).toBe('2');
    expect(second!.score).toBeLessThan(0.75 * best!.score);
  });
});

describe('one thing by several words', () => {
  const named = buildIndex({
    ...shelf,
    sameThings: [['器乐', '胡琴', '锣鼓']],
    policies: [
      documentOf('10', '关于扶持民间艺术的若干措施', [
        ['器乐排练', '对租用场地排练的团体，每次给予300元补助。'],
        ['服装道具', '对购置服装道具的团体，按支出的20%给予补助。'],
      ]),
      ...shelf.policies,
    ],
  });
  test('whichever is said, the others are looked for', () => {
    const [best] = find(named, '拉胡琴的补助', { today }).ranked;
    expect(best?.entry.kind === 'measure' && best.entry.measure.title).toBe('器乐排练');
  });
});

describe('words that nobody has heard of', () => {
  test.each([
    ['俺那爿茶馆刚拾掇利索，敲敲打打砸锅卖铁，就问装修给补几成', '试发〔2031〕1号#3'],
    ['咱那剧场巴掌大点地方，凑合着唱戏，最少得多大面积才够格申报', '试发〔2031〕2号#1'],
  ])('do not speak against a measure: %s', (question, id) => {
    expect(find(index, question, { today }).band).not.toBe('none');
    expect(first(question)).toBe(id);
  });
});

describe('a thing that no document covers', () => {
  test.each([
    '茶馆买房有购房补贴吗',
    '公司上市奖励多少钱',
    '剧场装光伏发电补贴多少',
    '剧场买音响补几成',
    '剧场演员的落户奖励多少',
    '茶馆贷款逾期了罚息怎么算',
  ])('%s is refused although words of it stand there', (question) => {
    expect(find(index, question, { today }).band).toBe('none');
  });
});

describe('a document that has expired', () => {
  const rule: [string, string] = ['门店改造', '对茶馆门店改造，按装修支出给予补助。'];
  const until = (policy: Policy, place: string, day: string): Policy => ({
    ...policy,
    places: [place],
    validUntil: { day, quote: day },
  });
  const past = until(documentOf('7', '关于扶持茶馆门店的若干措施', [rule]), '云溪县', '2030-12-31');
  const present = until(
    documentOf('8', '关于促进街区商业的若干措施', [['门店改造', '对各类门店改造，按装修支出给予补助。']]),
    '石桥县',
    '2032-12-31',
  );
  const both = buildIndex({
    ...known,
    places: [
      ...known.places,
      { name: '云溪县', within: '全国', also: [], ambiguous: false },
      { name: '石桥县', within: '全国', also: [], ambiguous: false },
    ],
    policies: [past, present],
  });
  const slugOf = (question: string, day: string) =>
    find(both, question, { today: day }).ranked[0]?.entry.policy.slug;

  test('gives way to one in force that says nearly the same', () => {
    expect(slugOf('门店装修有补助吗', '2030-06-01')).toBe('7');
    expect(slugOf('门店装修有补助吗', '2031-06-01')).toBe('8');
  });
  test('is meant where its place or its number is named', () => {
    expect(slugOf('云溪县门店装修有补助吗', '2031-06-01')).toBe('7');
    expect(slugOf('7号文门店装修有补助吗', '2031-06-01')).toBe('7');
  });
});

describe('a new document beside those that people wrote questions for', () => {
  test('is found by its own words', () => {
    const mixed = buildIndex({
      ...known,
      policies: [
        ...known.policies,
        documentOf('9', '关于扶持竹编工坊的若干措施', [
          ['工坊租金', '租用厂房开办工坊的，按每平方米每月8元给予补贴。'],
          ['带徒授艺', '工坊每带出一名学徒，奖励3000元。'],
        ]),
      ],
    });
    const [best] = find(mixed, '教出一个学徒给多少钱', { today }).ranked;
    expect(best?.entry.policy.slug).toBe('9');
  });
});
