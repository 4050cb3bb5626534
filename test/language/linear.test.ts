/** Reading grows with the length of a message and no faster. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import { MEANINGS } from '../support/meanings.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ROOMS = ['src/language', 'src/facts', 'src/eligibility', 'src/dialogue'];
const FILES = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(room, name)),
);

/** `/…/flags` literals: no comment, no division. */
const LITERAL =
  /(?<=[=(,:?&|![]\s*|return\s+|^\s*)\/(?![/*])(?<body>(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n[])+)\/(?<flags>[dgimsuvy]+)/gmu;

const PATTERNS = FILES.flatMap((file) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(LITERAL)].map(({ groups }) => ({
    file,
    body: groups!.body!,
  })),
);

/** (…*)*, (…+)+, (…{0,9})*: what a group may end in and what may follow it read the same characters over and over. */
const NESTED = /\((?:\?:|\?<\w+>)?(?:\[(?:\\.|[^\]\\])*\]|\\p\{[^}]*\}|\\?[^()[\]|\\])[*+]\)[*+]/u;
/** […]*$ without a beginning to hold on to: tried anew from every character. */
const UNANCHORED_END = /^(?:\[\^?(?:\\.|[^\]\\])*\]|\.)[*+](?:\(\?=|\$)/u;

test('patterns are found', () => {
  expect(PATTERNS.length).toBeGreaterThan(250);
});

test('no pattern repeats a repetition', () => {
  expect(PATTERNS.filter(({ body }) => NESTED.test(body))).toEqual([]);
});

test('no pattern begins with an unbounded run before an end', () => {
  expect(PATTERNS.filter(({ body }) => UNANCHORED_END.test(body))).toEqual([]);
});

test('planted patterns are found', () => {
  expect(NESTED.test('(?:a+)+')).toBe(true);
  expect(UNANCHORED_END.test('[^,。;!?\\n]*(?=[,(]$)')).toBe(true);
});

const { facts, places } = shippedKnowledge();
const read = (text: string): void => {
  readFacts(readUtterance(text, { today: '2022-06-20' }), {
    facts,
    meanings: MEANINGS,
    places,
    today: '2022-06-20',
  });
};

/** The one test by time: processor time of twice the text against once, the median of seven. */
test.each(['小微企业的', '在岗350人，', '我们', '1,', '听说用电涨了12%，'])(
  '%s said over and over',
  (piece) => {
    const spent = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      const before = process.cpuUsage();
      for (let i = 0; i < 3; i++) read(text);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    read(piece.repeat(100));
    const ratios = Array.from({ length: 7 }, () => spent(2000) / Math.max(1, spent(1000))).sort(
      (a, b) => a - b,
    );
    expect(ratios[3]).toBeLessThanOrEqual(3);
  },
);
