import { expect, test } from 'vitest';
import { byStanding, chosenIn, narrowed, valuesOf } from '../../../bots/web/facets.ts';
import type { Policy } from '../../../src/policy/index.ts';
import { shippedKnowledge } from '../../support/shipped.ts';

const [model] = shippedKnowledge().policies as [Policy, ...Policy[]];
const titled = (title: string): Policy => ({ ...model, title });
const seen = { today: '2022-06-20', originals: new Map<string, string>() };

test.each([
  ['关于稳增长的若干措施', ['措施']],
  ['关于稳增长的实施意见', ['意见']],
  ['关于印发稳增长行动方案的通知', ['方案']],
  ['专项资金管理办法（试行）', ['办法']],
  ['关于开展申报工作的通知', ['通知']],
  ['致企业的一封信', []],
])('%s is of the kind %j', (title, kinds) => {
  expect(valuesOf([titled(title)], 'kind', seen)).toEqual(kinds);
});

test('what a document holds beside its measures narrows the library', () => {
  const part = { part: '材料', text: '营业执照', start: 0, end: 4 } as const;
  const guided: Policy = { ...titled('甲指南'), guide: [part], relations: [], successors: [] };
  const related: Policy = {
    ...titled('乙方案'),
    guide: [],
    relations: [{ kind: '依据', document: '丙发〔2020〕1号', title: null, quote: '根据丙发〔2020〕1号' }],
    successors: [],
  };
  const plain: Policy = { ...titled('丁措施'), guide: [], relations: [], successors: [] };
  const chosen = (value: string) => chosenIn((name) => (name === 'holds' ? value : undefined));
  const all = [guided, related, plain];
  expect(narrowed(all, chosen('guide'), seen)).toEqual([guided]);
  expect(narrowed(all, chosen('relations'), seen)).toEqual([related]);
  expect(valuesOf([plain], 'holds', seen)).toEqual([]);
  const received: Policy = { ...plain, slug: 'received' };
  const withFile = { ...seen, originals: new Map([['received', '丁.pdf']]) };
  expect(narrowed([...all, received], chosen('original'), withFile)).toEqual([received]);
  expect(valuesOf([received], 'holds', withFile)).toEqual(['original']);
});

test('the kind narrows the library, and an empty choice does not', () => {
  const all = [titled('甲措施'), titled('乙方案')];
  const chosen = (kind: string) => chosenIn((name) => (name === 'kind' ? kind : undefined));
  expect(narrowed(all, chosen('方案'), seen).map(({ title }) => title)).toEqual(['乙方案']);
  expect(narrowed(all, chosen(''), seen)).toHaveLength(2);
});

test('what another document has taken the place of stands with what is over', () => {
  const day = '2020-01-01';
  const old: Policy = {
    ...titled('甲措施'),
    successors: [{ kind: '替代', number: '乙发〔2022〕2号', title: null, from: day }],
  };
  const open = titled('丙措施');
  expect(byStanding([old, open], seen.today)).toEqual([open, old]);
  expect(narrowed([old, open], { state: 'past' }, seen)).toEqual([old]);
});
