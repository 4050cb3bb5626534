import { describe, expect, test } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import { checkKnowledge, checkPolicy } from '../../src/policy/check/index.ts';
import { describeProblem, parseKnowledgeFiles } from '../../src/policy/index.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { find } from '../../src/retrieval/index.ts';
import { readKnowledgeFiles } from '../../src/service/read-knowledge.ts';
import { shippedMind } from '../support/shipped.ts';

const files = readKnowledgeFiles();
const { knowledge, policies } = parseKnowledgeFiles(files);
const textOf = (path: string) => files.find((file) => file.path === path)!.text;

describe('the knowledge of the project', () => {
  test('agrees with its documents', () => {
    expect(checkKnowledge(files).problems.map(describeProblem)).toEqual([]);
  });

  test('holds five approved documents with 81 measures', () => {
    expect(knowledge.policies).toHaveLength(5);
    expect(knowledge.policies.flatMap(({ measures }) => measures)).toHaveLength(81);
  });

  test('gives every measure ten ways of asking or more', () => {
    const poor = knowledge.policies.flatMap(({ measures }) =>
      measures.filter(({ aliases }) => aliases.length < 10).map(({ id }) => id),
    );
    expect(poor).toEqual([]);
  });

  test('finds the measure first by nearly every way of asking for it', () => {
    const { index } = shippedMind();
    const asked = knowledge.policies.flatMap(({ measures }) =>
      measures.flatMap(({ id, aliases }) => aliases.map((alias) => ({ id, alias }))),
    );
    const missed = asked.filter(({ id, alias }) => {
      const entry = find(index, alias, { today: '2026-11-28' }).ranked[0]?.entry;
      return entry?.kind !== 'measure' || entry.measure.id !== id;
    });
    expect(asked).toHaveLength(1401);
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(6);
  });

  test('calls every value of a choice by plain words first: they are what is echoed', () => {
    const choices = [...knowledge.facts].flatMap(([name, { values = {} }]) =>
      Object.entries(values).map(([value, [label]]) => ({ value: `${name}.${value}`, label })),
    );
    expect(choices.filter(({ label }) => /[()|?…]/u.test(label!))).toEqual([]);
  });

  test('quotes every clause as text without page numbers, markup and broken lines', () => {
    for (const { measures, clauses } of knowledge.policies)
      for (const { text } of [...measures.map(({ clause }) => clause), ...clauses]) {
        expect(text).not.toMatch(/\*\*|#|- \d+ -|[\u4e00-\u9fff] +[\d\u4e00-\u9fff]/u);
      }
  });
});

/** One digit of every number in a policy.yaml that states something of the document: quotes, figures, dates, stretches. */
function statedDigits(text: string): number[] {
  const stated: [number, number][] = [];
  visit(parseDocument(text), {
    Scalar(key, node, ancestors) {
      if (key === 'key' || !node.range) return;
      const keys = ancestors.flatMap((ancestor) =>
        'key' in ancestor && isScalar(ancestor.key) ? [String(ancestor.key.value)] : [],
      );
      if (keys.some((name) => STATED.has(name))) stated.push([node.range[0], node.range[1]]);
    },
  });
  return stated.flatMap(([start, end]) =>
    Array.from(
      text.slice(start, end).matchAll(/\d+/gu),
      ({ 0: digits, index }, i) => start + index + (i % digits.length),
    ),
  );
}
const STATED = new Set([
  'document',
  'title',
  'issued',
  'valid',
  'apply',
  'overlap',
  'explained',
  'span',
  'quote',
]);
for (const key of ['needs', 'pays', 'presumes', 'pool', 'during', 'until']) STATED.add(key);

describe.each(policies.map(({ policy, yaml }) => [policy.slug, yaml.path] as const))('%s', (slug, path) => {
  const text = textOf(path);
  const source = textOf(path.replace('policy.yaml', 'source.txt'));

  test('a changed digit in any quote, figure, date or stretch is found', () => {
    const missed: string[] = [];
    let changed = 0;
    for (const at of statedDigits(text)) {
      const digit = (Number(text[at]) + 1 + (changed % 9)) % 10;
      const wrong = text.slice(0, at) + digit + text.slice(at + 1);
      changed++;
      const { file, problems } = parsePolicy(slug, path, wrong, source);
      if (file && problems.length === 0 && checkPolicy(file, knowledge).length === 0)
        missed.push(wrong.slice(wrong.lastIndexOf('\n', at) + 1, wrong.indexOf('\n', at)));
    }
    expect(changed).toBeGreaterThan(50);
    expect(missed).toEqual([]);
  });
});
