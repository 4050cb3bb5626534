/** Near twins of several places and years, all invented: which one is meant. */
import { describe, expect, test } from 'vitest';
import type { Knowledge, Policy } from '../../src/policy/index.ts';
import { buildIndex, find } from '../../src/retrieval/index.ts';
import { answer } from '../../src/words/index.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const known = shippedKnowledge();
const today = '2030-06-01';

function documentOf(slug: string, place: string | null, title: string, text: string, year = 2030): Policy {
  const number = `${slug}〔${year}〕1号`;
  return {
    ...known.policies[0]!,
    slug,
    number,
    title,
    issuer: null,
    place,
    places: place === null ? [] : [place],
    names: [],
    issued: { day: `${year}-01-01`, quote: '' },
    validFrom: null,
    validUntil: null,
    applyBy: null,
    clauses: [],
    chapters: [],
    source: text,
    measures: [
      {
        ...known.policies[0]!.measures[0]!,
        id: `${number}#1`,
        number: '1',
        title: text.slice(0, 8),
        chapter: null,
        clause: { start: 0, end: text.length, text },
        responsible: [],
        aliases: [],
        benefits: [],
      },
    ],
  };
}

const kites = (amount: number) => `支持风筝工坊发展。对新开办的风筝工坊给予${amount}万元开办补助。`;
const shelf = (policies: Policy[]): Knowledge => ({ ...known, policies });
const first = (index: ReturnType<typeof buildIndex>, question: string, home?: string) =>
  find(index, question, { today, home }).ranked[0]?.entry.policy.slug;

describe('the same grant of two cities', () => {
  const index = buildIndex(
    shelf([
      documentOf('潍试', '潍坊市', '潍坊市风筝工坊措施', kites(8)),
      documentOf('阳试', '阳江市', '阳江市风筝工坊措施', kites(9)),
    ]),
  );

  test.each([
    ['潍坊开风筝工坊补多少', undefined, '潍试'],
    ['阳江开风筝工坊补多少', undefined, '阳试'],
    ['做纸鸢的在阳江开风筝工坊补多少', undefined, '阳试'],
    ['开风筝工坊补多少', '阳江市', '阳试'],
    ['开风筝工坊补多少', '潍坊市', '潍试'],
  ])('%s, at home in %s: %s', (question, home, slug) => {
    expect(first(index, question, home)).toBe(slug);
  });

  test('without a place it is asked for, and each entry says its own', () => {
    const told = answer(index, '新开办的风筝工坊有多少开办补助', { today });
    expect(told.kind).toBe('clarify');
    expect(told.text).toContain('您的企业在哪里');
    expect(told.text).toContain('潍坊市');
    expect(told.text).toContain('阳江市');
  });

  test('a place that no document speaks for is told so', () => {
    expect(find(index, '大同市的风筝工坊补助', { today }).refusal?.reason).toBe('place');
  });
});

test('a document that nobody has placed is no reason to say that there is none', () => {
  const index = buildIndex(shelf([documentOf('试', null, '风筝工坊措施', kites(8))]));
  const found = find(index, '大同市新开办的风筝工坊有多少开办补助', { today });
  expect(found.band).not.toBe('none');
});

test('of documents that nobody has placed, the one that names the place asked about', () => {
  const index = buildIndex(
    shelf([
      documentOf('试', null, '风筝工坊措施', kites(8)),
      documentOf('同试', null, '风筝工坊措施', `${kites(7)}工坊应当设在大同，场地由街道核实，材料一式两份。`),
    ]),
  );
  expect(first(index, '大同市开风筝工坊补多少')).toBe('同试');
  expect(first(index, '开风筝工坊补多少')).toBe('试');
});

test('a document of the whole country answers everywhere', () => {
  const index = buildIndex(
    shelf([
      documentOf('国试', '全国', '风筝工坊措施', kites(8)),
      documentOf('阳试', '阳江市', '阳江市灯笼措施', '支持灯笼。对灯笼企业给予3万元补助。'),
    ]),
  );
  expect(first(index, '大同的风筝工坊开办补助')).toBe('国试');
});

test('a document of a later year is told as not issued yet', () => {
  const index = buildIndex(shelf([documentOf('来年', '潍坊市', '风筝工坊措施', kites(8), 2031)]));
  expect(answer(index, '新开办的风筝工坊有多少开办补助', { today }).text).toContain('印发');
});
