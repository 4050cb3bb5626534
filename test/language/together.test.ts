/** All that a message tells of one benefit: who one is, what was done in other words, and the figures that are left. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Fact, oppositionsIn, ownFactSchema } from '../../src/facts/index.ts';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import { MEANINGS } from '../support/meanings.ts';
import { OPPOSITIONS } from '../support/oppositions.ts';
import { shippedKnowledge } from '../support/shipped.ts';

interface Entry {
  benefit: Record<string, string>;
  told: { say: string; is: Record<string, unknown> }[];
}
const entries = parse(readFileSync(new URL('./together.yaml', import.meta.url), 'utf8')) as Entry[];
const today = '2031-05-20';

const declared = (type: string): object =>
  type === 'boolean'
    ? { type }
    : type === 'granted'
      ? { type: 'boolean', granted: true }
      : { type: 'number', unit: type };

const facts = new Map<string, Fact>(shippedKnowledge().facts);
entries.forEach(({ benefit }, place) => {
  const asked = Object.keys(benefit);
  for (const [name, type] of Object.entries(benefit))
    facts.set(name, {
      ...ownFactSchema.parse({ ...declared(type), question: '？' }),
      label: name,
      topic: `t${place}`,
      oppositions: oppositionsIn(name, OPPOSITIONS),
      beside: asked.filter((other) => other !== name),
      together: [asked],
    });
});

describe.each(entries)('$benefit', ({ benefit, told }) => {
  it.each(told)('$say', ({ say, is }) => {
    const heard = readFacts(readUtterance(say, { today }), { facts, meanings: MEANINGS, today }).facts;
    expect(Object.fromEntries(Object.entries(heard).filter(([name]) => name in benefit))).toEqual(is);
  });
});

it.each([
  ['用的是中型机，跑配送', undefined],
  ['我们是中型企业', 'medium'],
  ['买了台大型设备', undefined],
  ['大型水泥厂', 'large'],
])('%s: a size is of an enterprise', (say, size) => {
  expect(
    readFacts(readUtterance(say, { today }), { facts, meanings: MEANINGS, today }).facts.enterpriseScale,
  ).toBe(size);
});

it('5A of a firm of another kind is no 景区', () => {
  const heard = (say: string) =>
    readFacts(readUtterance(say, { today }), { facts, meanings: MEANINGS, today }).facts.venueType;
  expect(heard('物流公司去年升到5A了，这个怎么补')).toBeUndefined();
  expect(heard('我们是4A级的景区')).toBe('gradeAScenicSpot');
});
