import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { NOT_PLAIN, readPlainYaml } from '../../src/policy/plain-yaml.ts';
import { readKnowledgeFiles } from '../../src/read-knowledge.ts';

/** What the library makes of a text, or undefined where it finds fault. */
function byLibrary(text: string): { value: unknown } | undefined {
  const document = parseDocument(text);
  return document.errors.length || document.warnings.length ? undefined : { value: document.toJS() };
}

const sameAsLibrary = (text: string) => {
  const plain = readPlainYaml(text);
  if (plain !== NOT_PLAIN) expect({ value: plain }).toEqual(byLibrary(text));
};

test('the knowledge files are plain, and read as the library reads them', () => {
  const files = readKnowledgeFiles().filter(({ path }) => path.endsWith('.yaml'));
  expect(files.length).toBeGreaterThan(9);
  for (const { text } of files) expect({ value: readPlainYaml(text) }).toEqual(byLibrary(text));
});

describe('reads what is plain', () => {
  test.each([
    ['a: 1\nb: 甲乙', { a: 1, b: '甲乙' }],
    ['2:\n  t: x\n3-1:\n  t: y', { 2: { t: 'x' }, '3-1': { t: 'y' } }],
    [
      'a:\n- 1\n- b: 2\n  c: 3\nd: [x, y ,{ k: 10% }]',
      { a: [1, { b: 2, c: 3 }], d: ['x', 'y', { k: '10%' }] },
    ],
    ['a: [甲, # 一\n  乙]\n# 尾\n', { a: ['甲', '乙'] }],
    ["a: 'it''s'", NOT_PLAIN],
    ['a: "甲: 乙 # 丙"', { a: '甲: 乙 # 丙' }],
    ['a: 甲#乙 # 丙', { a: '甲#乙' }],
    ['on: 2022-06-01\nyes: no\nn: null\nt: true', { on: '2022-06-01', yes: 'no', n: null, t: true }],
    ['a: &x [1]\nb: *x', { a: [1], b: [1] }],
    ['', null],
    ['# 只有注释', null],
  ])('%j', (text, value) => expect(readPlainYaml(text)).toEqual(value));
});

describe('leaves to the library what is not', () => {
  test.each([
    'a: |\n  b',
    'a: b\n  c',
    'a: "\\n"',
    '- !!str 1',
    'a: 1\na: 2',
    '? a',
    'a: 1e3',
    'a:\n b: 1\n  c: 2',
    '[a',
    'a: b: c',
    '---\na: 1',
    'a\tb: 1',
  ])('%j', (text) => expect(readPlainYaml(text)).toBe(NOT_PLAIN));
});

test('whatever it reads, the library reads the same', () => {
  const token = fc.constantFrom(
    ...[
      'a',
      '甲乙',
      '10%',
      '1',
      '-1',
      '007',
      '1.5',
      '2022-06-01',
      'null',
      'true',
      '~',
      '“引”',
      '"q"',
      "'s'",
      '%',
      '@',
      '!',
      '|',
      '>',
    ],
    ...[
      ': ',
      ':',
      ', ',
      ',',
      '- ',
      '-',
      '[',
      ']',
      '{',
      '}',
      '# ',
      ' #',
      '\n',
      '\n  ',
      '\n    ',
      ' ',
      '&x ',
      '*x',
      'k: ',
      'b:\n  ',
      '\t',
      '?',
    ],
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 14 }), (tokens) => sameAsLibrary(tokens.join(''))),
    { numRuns: 3000 },
  );
});

test('data written by the library is read as it was', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 3 }, tie('leaf'), fc.array(tie('any'), { maxLength: 4 }), tie('map')),
    map: fc.dictionary(fc.constantFrom('a', '甲', '2', '3-1', 'quote', 'x y'), tie('any'), { maxKeys: 4 }),
    leaf: fc.oneof(
      fc.constantFrom(
        '10%',
        '2022-06-01',
        '对每天：给予 5万元',
        'a: b',
        '# x',
        '',
        '[1]',
        "it's",
        null,
        true,
        0.5,
      ),
      fc.integer(),
      fc.string({ maxLength: 6 }),
    ),
  })).any;
  fc.assert(
    fc.property(value, fc.boolean(), (data, flow) => {
      const text = stringify(data, { lineWidth: 0, collectionStyle: flow ? 'flow' : 'block' });
      sameAsLibrary(text);
    }),
    { numRuns: 500 },
  );
});
