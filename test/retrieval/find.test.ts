/** Behaviour on the real documents, by kinds of questions. Accuracy is measured in test/eval. */
import { describe, expect, test } from 'vitest';
import { explain, find } from '../../src/retrieval/index.ts';
import { shippedMind } from '../support/shipped.ts';

const index = shippedMind().index;
const today = '2022-06-20';
const ask = (question: string, context?: string) => find(index, question, { today, context });
const first = (question: string, context?: string) => {
  const entry = ask(question, context).ranked[0]?.entry;
  return entry?.kind === 'measure' ? entry.measure.id : entry?.policy.number;
};

describe('documents and items named', () => {
  test.each([
    ['58号文第二条', '洪府办发〔2022〕58号#2'],
    ['洪府办发[2022]58号 第 3 条怎么说', '洪府办发〔2022〕58号#3'],
    ['20号文第十一条', '赣工强省小组办字〔2022〕20号#11'],
    ['东湖方案第15条', '东府办发〔2022〕28号#15'],
    ['东湖行动方案保障措施第一条', '东府办发〔2022〕28号#3-1'],
    ['58號文第五條', '洪府办发〔2022〕58号#5'],
  ])('%s is %s', (question, id) => {
    expect(ask(question).band).toBe('answer');
    expect(first(question)).toBe(id);
  });

  test('an item without a document leans on what was talked about', () => {
    expect(first('第三条呢', '洪府办发〔2022〕58号#2')).toBe('洪府办发〔2022〕58号#3');
  });

  test('the same question asked again finds by its own context and day', () => {
    const contexts = ['洪府办发〔2022〕58号#2', '洪府办发〔2023〕81号#1', '洪府办发〔2022〕58号#2'];
    expect(contexts.map((context) => first('第三条呢', context)?.split('#')[0])).toEqual(
      contexts.map((context) => context.split('#')[0]),
    );
    const years = ['2022-06-20', '2023-06-20'].map(
      (day) => find(index, '今年的抢订单奖励', { today: day }).route.years,
    );
    expect(years).toEqual([['2022'], ['2023']]);
  });

  test('an item that a document does not have is refused, with the document named', () => {
    expect(ask('58号文第三十条').refusal).toMatchObject({ reason: 'no-item', items: ['30'] });
  });

  test.each(['58号文什么时候到期', '58号文讲了什么', '公业十条'])(
    '%s is about the document as a whole',
    (question) => {
      const found = ask(question);
      expect(found.band).toBe('document');
      expect(found.document?.number).toBe('洪府办发〔2022〕58号');
    },
  );

  test('two years are held side by side', () => {
    const found = ask('2022年和2023年的增产扩产奖励有什么不同');
    expect(found.band).toBe('compare');
    expect(found.ranked.map(({ entry }) => entry.policy.number).sort()).toEqual([
      '洪府办发〔2022〕58号',
      '洪府办发〔2023〕81号',
    ]);
  });

  test('near twins are told apart by the year asked for', () => {
    expect(first('2022年加快项目投产见效')).toBe('洪府办发〔2022〕58号#4');
    expect(first('2023年强化项目服务')).toBe('洪府办发〔2023〕81号#4');
  });
});

describe('places', () => {
  test.each([
    ['做五金的在九江，能拿不停工补贴吗', ['九江市']],
    ['有批货卡在上海，怎么办', []],
  ])('where one is, and where something else lies: %s', (question, places) => {
    expect(ask(question).places.map(({ name }) => name)).toEqual(places);
  });

  test.each(['深圳的房租减免', '九江市的技改贴息', '红谷滩区的双过半方案'])(
    '%s is refused: no document speaks for the place',
    (question) => {
      expect(ask(question).refusal?.reason).toBe('place');
    },
  );
  test.each([
    '从上海回来要隔离吗',
    '原料压在苏州运不过来，物流能帮忙吗',
    '湖南湖北的工人都来不了，用工有人管吗',
    '我们在红谷滩，端午没停工有补贴吗',
    '东湖区旅行社补助',
    '九江的企业能用工信通贷款吗',
  ])('%s is answered', (question) => {
    expect(ask(question).band).not.toBe('none');
  });
});

describe('what the documents do not answer', () => {
  test.each(['失业金怎么领', '公积金怎么提取', '员工社保卡丢了', '今天股市怎么样'])(
    '%s is refused',
    (question) => {
      expect(ask(question).band).toBe('none');
    },
  );
  test('a topic next to a covered one is not refused', () => {
    expect(ask('公积金能缓缴吗').band).not.toBe('none');
  });
});

describe('writing', () => {
  test.each([
    ['補貼展位費', '赣工强省小组办字〔2022〕20号#12'],
    ['展为费补帖', '赣工强省小组办字〔2022〕20号#12'],
    ['zhanweifei butie', '赣工强省小组办字〔2022〕20号#12'],
  ])('%s is found', (question, id) => {
    expect(first(question)).toBe(id);
  });

  test('a department is asked what it is responsible for', () => {
    const found = ask('省商务厅负责哪些措施');
    expect(found.department).toBe('省商务厅');
    for (const { entry } of found.ranked)
      expect(entry.kind === 'measure' && entry.measure.responsible).toContain('省商务厅');
  });

  test('a name without its level is every department of that name', () => {
    const found = ask('税务局负责哪些措施');
    expect(found.department).toBe('税务局');
    const responsible = found.ranked.flatMap(({ entry }) =>
      entry.kind === 'measure' ? entry.measure.responsible : [],
    );
    expect(responsible).toEqual(expect.arrayContaining(['省税务局', '区税务局']));
  });
});

test('a number that a clause has as it stands names that clause, whatever else is asked', () => {
  expect(first('拨968969能投诉开发商欠工程款不')).toBe('赣工强省小组办字〔2022〕20号#16');
});

test('a finding can be explained: the words that found it, the strongest first', () => {
  const found = ask('展位费补贴');
  const reasons = explain(index.text, found.terms, found.ranked[0]!.position);
  expect(reasons.map(({ word }) => word)).toEqual(expect.arrayContaining(['展位', '位费', '补贴']));
  expect(reasons[0]!.adds).toBeGreaterThan(reasons.at(-1)!.adds);
});
