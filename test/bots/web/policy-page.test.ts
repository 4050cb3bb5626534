/** A document's page leads to where it was published, where that is known. */
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import type { Frame } from '../../../bots/web/pages/layout.ts';
import { policyPage } from '../../../bots/web/pages/policy.ts';
import { knowledge, ORIGIN, TODAY } from './world.ts';

const frame: Frame = {
  identity: {
    name: '云溪惠企',
    isNamed: true,
    emblem: null,
    phone: null,
    footer: null,
    disclaimer: '',
    kept: { idleDays: 0, ticketDays: 0, questionDays: 0 },
    theme: null,
  },
  large: false,
  path: '/p/1',
  origin: ORIGIN,
};
const pageWith = async (address: string | null) =>
  load(String(await policyPage(frame, { ...knowledge.policies[0]!, address }, knowledge.facts, TODAY)));

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
