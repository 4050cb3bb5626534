/** A document's page leads to where it was published, where that is known. */
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import type { Frame } from '../../../bots/web/pages/layout.ts';
import { policyPage } from '../../../bots/web/pages/policy.ts';
import type { Policy } from '../../../src/policy/index.ts';
import { knowledge, ORIGIN, TODAY } from './world.ts';

const frame: Frame = {
  identity: {
    name: '云溪惠企',
    isNamed: true,
    emblem: null,
    phone: null,
    footer: null,
    disclaimer: '',
    welcome: '',
    privacy: null,
    kept: { idleDays: 0, ticketDays: 0, questionDays: 0 },
    theme: null,
  },
  large: false,
  path: '/p/1',
  origin: ORIGIN,
};
const [policy] = knowledge.policies;
const shelf = new Set(knowledge.policies.map(({ number }) => number));
const pageOf = async (more: Partial<Policy>, original: string | null = null) => {
  const view = { policy: { ...policy!, ...more }, facts: knowledge.facts, today: TODAY, shelf, original };
  return load(String(await policyPage(frame, view)));
};
const pageWith = (address: string | null) => pageOf({ address });

test('the public address is a link', async () => {
  const $ = await pageWith('https://www.example.cn/zwgk/12.html');
  const link = $('a[href="https://www.example.cn/zwgk/12.html"]');
  expect(link.length).toBe(1);
  expect(link.attr('rel')).toContain('noopener');
});

test('where none is known nothing is said of it', async () => {
  const $ = await pageWith(null);
  expect($('dt').text()).not.toContain('公布网址');
});

test('what a document says of others, and what came after it, stands with its words; what is on the shelf is a link', async () => {
  const other = knowledge.policies[1]!;
  const $ = await pageOf({
    relations: [
      { kind: '依据', document: other.number, title: null, quote: `根据${other.number}` },
      {
        kind: '废止',
        document: '云溪府发〔2019〕1号',
        title: '旧办法',
        quote: '云溪府发〔2019〕1号同时废止',
      },
    ],
    successors: [{ kind: '替代', number: other.number, title: other.title, from: '2023-01-01' }],
  });
  expect($('#relations li').length).toBe(3);
  expect($('#relations').text()).toContain('已被替代：');
  expect($('#relations q').first().text()).toContain('根据');
  expect($('#relations a').length).toBe(2);
  expect((await pageOf({ relations: [], successors: [] }))('#relations').length).toBe(0);
});

test('how to apply is quoted: of the whole document before its measures, of one measure in it', async () => {
  const { clause } = policy!.measures[0]!;
  const $ = await pageOf({
    guide: [
      {
        part: '材料',
        text: '营业执照复印件',
        start: policy!.source.length - 2,
        end: policy!.source.length - 1,
      },
      { part: '电话', text: '0700-1234567', start: clause.start, end: clause.start + 1 },
    ],
  });
  expect($('.rest > .guide').text()).toContain('营业执照复印件');
  expect($('article .guide').text()).toContain('0700-1234567');
  expect($('article .guide').length).toBe(1);
});

test('the file that was received can be had where it is kept', async () => {
  expect((await pageOf({}, '通知.docx'))('a[download]').text()).toContain('通知.docx');
  expect((await pageOf({}))('a[download]').length).toBe(0);
});
