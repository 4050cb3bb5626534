/** A draft holds as it is, and no longer once a figure, a day or a body in it is changed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { draftYaml } from '../../src/ingest/draft.ts';
import { ingestText } from '../../src/ingest/index.ts';
import { checkKnowledge } from '../../src/policy/check/index.ts';
import { describeProblem } from '../../src/policy/index.ts';
import { type Fixture, VARIANTS } from './fixture.ts';
import { oddText } from './odd-text.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');
const fixtures = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, fixture: parse(readFileSync(join(FOLDER, name), 'utf8')) as Fixture }));

const draftOf = (source: string): string => draftYaml(source, ingestText(source, { name: 'test' }));
const faultsOf = (yaml: string, source: string): string[] =>
  checkKnowledge([
    { path: 'policies/a/policy.yaml', text: yaml },
    { path: 'policies/a/source.txt', text: source },
  ]).draftProblems.map(describeProblem);

describe('a draft passes the check as it was made', () => {
  for (const { name, fixture } of fixtures)
    test(name, async () => {
      for (const variant of Object.values(VARIANTS)) {
        const source = await variant(fixture.source);
        expect(faultsOf(draftOf(source), source)).toEqual([]);
      }
    });
  test('any text at all', () => {
    fc.assert(
      fc.property(oddText, (source) => {
        expect(faultsOf(draftOf(source), source)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

test('little is left to a person: no more than one field of ten, and none of the text', () => {
  let [asked, fields] = [0, 0];
  for (const { fixture } of fixtures) {
    const { review, measures, furniture } = ingestText(fixture.source, { name: 'test' });
    asked += review.length;
    fields += 7 + measures.length * 2;
    // '某某公报 2024年第3期 15' and '… 16' is one running head.
    const words = furniture.map(({ start, end }) =>
      fixture.source.slice(start, end).replaceAll(/\d+/gu, '0'),
    );
    const once = furniture.filter((_span, i) => words.filter((other) => other === words[i]).length < 2);
    const aside = once.reduce((sum, { start, end }) => sum + end - start, 0);
    expect(aside).toBeLessThanOrEqual(fixture.source.length * 0.02);
  }
  expect(asked / fields).toBeLessThanOrEqual(0.1);
});

type Draft = Record<string, unknown> & {
  issuer: string | null;
  measures: Record<string, { title?: string; responsible: string[]; span: [number, number] }>;
};

/** Every digit and day of the draft's values, one changed; every body, one exchanged, one left out. */
function* changes(draft: Draft): Generator<{ what: string; changed: Draft }> {
  const paths: (readonly string[])[] = [
    ['document'],
    ['issued', 'on'],
    ['valid', 'from'],
    ['valid', 'to'],
    ['apply', 'by'],
    ...Object.keys(draft.measures).map((number) => ['measures', number, 'title']),
  ];
  for (const path of paths) {
    const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], draft);
    if (typeof value !== 'string') continue;
    for (const { index, 0: digit } of value.matchAll(/\d/gu)) {
      const other = value.slice(0, index) + ((Number(digit) + 1) % 10) + value.slice(index + 1);
      if (/^\d{4}-\d\d-\d\d$/u.test(value) && Number.isNaN(Date.parse(other))) continue;
      yield { what: `${path.join('.')} ${value} → ${other}`, changed: withValue(draft, path, other) };
    }
  }
  if (draft.issuer) yield { what: 'issuer', changed: { ...draft, issuer: '某某市审计局' } };
  const bodies = Object.values(draft.measures).flatMap(({ responsible }) => responsible);
  for (const [number, { responsible }] of Object.entries(draft.measures))
    for (const [i, unit] of responsible.entries()) {
      const path = ['measures', number, 'responsible'];
      yield { what: `${unit} left out`, changed: withValue(draft, path, responsible.toSpliced(i, 1)) };
      const other = bodies.find(
        (body) => !responsible.some((own) => own.includes(body) || body.includes(own)),
      );
      if (other)
        yield {
          what: `${unit} → ${other}`,
          changed: withValue(draft, path, responsible.toSpliced(i, 1, other)),
        };
    }
}

function withValue<T>(at: T, [key, ...rest]: readonly string[], value: unknown): T {
  if (key === undefined) return value as T;
  return { ...at, [key]: withValue((at as Record<string, unknown>)[key], rest, value) };
}

describe('a changed digit, day or body is refused', () => {
  for (const { name, fixture } of fixtures)
    test(name, () => {
      const { source } = fixture;
      const draft = parse(draftOf(source)) as Draft;
      for (const { what, changed } of changes(draft))
        expect(faultsOf(stringify(changed), source), what).not.toEqual([]);
    });
});

test('a stretch that ends earlier, and so leaves words out, is refused', () => {
  for (const { fixture } of fixtures) {
    const draft = parse(draftOf(fixture.source)) as Draft;
    for (const [number, { span }] of Object.entries(draft.measures)) {
      if (span[1] - span[0] < 60) continue;
      const shorter = withValue(draft, ['measures', number, 'span'], [span[0], span[1] - 12]);
      expect(faultsOf(stringify(shorter), fixture.source)).not.toEqual([]);
    }
  }
});
