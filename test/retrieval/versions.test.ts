/** One policy in several years, all invented: today's is meant, the other is named. */
import { describe, expect, test } from 'vitest';
import type { Knowledge, Measure, Policy } from '../../src/policy/index.ts';
import { buildIndex, find } from '../../src/retrieval/index.ts';
import { buildVersions, versionOn } from '../../src/retrieval/versions.ts';
import { answer } from '../../src/words/index.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const known = shippedKnowledge();

function version(year: number, title: string, yuan: string, until: string | null): Policy {
  const number = `云试发〔${year}〕7号`;
  const text = `对新开办的茶馆给予${yuan}元开办补贴。`;
  const day = (on: string) => ({ day: on, quote: on });
  return {
    ...known.policies[0]!,
    slug: `tea-${year}`,
    number,
    title,
    issuer: '云溪市商务局',
    place: null,
    places: [],
    names: [],
    issued: day(`${year}-01-10`),
    validFrom: null,
    validUntil: until === null ? null : day(until),
    applyBy: null,
    explained: null,
    relations: [],
    successors: [],
    clauses: [],
    chapters: [],
    source: text,
    measures: [
      {
        ...known.policies[0]!.measures[0]!,
        id: `${number}#1`,
        number: '1',
        title: '支持开办茶馆',
        chapter: null,
        clause: { start: 0, end: text.length, text },
        responsible: [],
        aliases: [],
        benefits: [],
      } satisfies Measure,
    ],
  };
}

const shelf = (...policies: Policy[]): Knowledge => ({ ...known, policies });
const old = version(2030, '关于印发《2030年扶持茶馆若干措施（试行）》的通知', '3万', '2030-12-31');
const next = version(2031, '关于印发《2031年扶持茶馆若干措施》的通知', '5万', '2031-12-31');
const index = buildIndex(shelf(old, next));
const firstOn = (today: string, question = '新开茶馆补多少钱') =>
  find(index, question, { today }).ranked[0]?.entry.policy.slug;

describe('two versions of one policy', () => {
  test.each([
    ['2030-06-01', 'tea-2030'],
    ['2031-06-01', 'tea-2031'],
    // Both are over: the newest.
    ['2032-06-01', 'tea-2031'],
  ])('on %s it is %s', (today, slug) => {
    expect(firstOn(today)).toBe(slug);
  });

  test('a year that is named is meant', () => {
    expect(firstOn('2031-06-01', '2030年新开茶馆补多少钱')).toBe('tea-2030');
  });

  test('the other is named with what became of it', () => {
    const { text, kind } = answer(index, '2031年新开茶馆补多少钱', { today: '2031-06-01' });
    expect(kind).toBe('answer');
    expect(text).toContain('5万元');
    expect(text).toContain('同一政策另有：云试发〔2030〕7号（已过期）');
  });
});

test('documents of other titles are no versions of each other', () => {
  const other = version(2031, '关于扶持剧场若干措施的通知', '5万', null);
  const apart = buildIndex(shelf(old, other));
  expect(apart.versions.size).toBe(0);
});

test('the same title of two authorities is two policies', () => {
  const other = { ...version(2031, old.title, '5万', null), issuer: '石桥市商务局' };
  expect(buildIndex(shelf(old, other)).versions.size).toBe(0);
});

describe('which version holds on a day', () => {
  const twin = { ...next, slug: 'tea-2031-twin', number: '云试发〔2031〕9号' };
  const versions = buildVersions([old, next, twin], new Map());
  test('of two of the same day each holds for itself', () => {
    expect(versionOn(versions, next, '2031-06-01')).toBe(next);
    expect(versionOn(versions, twin, '2031-06-01')).toBe(twin);
  });
  test('for the older one a newer one holds, but only from its day on, whichever day was asked about before', () => {
    expect(versionOn(versions, old, '2031-06-01')).not.toBe(old);
    expect(versionOn(versions, old, '2030-06-01')).toBe(old);
    expect(versionOn(versions, twin, '2030-06-01')).toBe(old);
    expect(versionOn(versions, old, '2031-06-01')).not.toBe(old);
  });
});
