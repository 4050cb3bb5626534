/**
 * Every input of the test data, wherever in test/ its file stands: cases (an enterprise against a measure, a message and its facts), stories,
 * evaluation sets, documents for ingest. Two commits are compared by them, and none may get lost.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Input {
  kind: 'match' | 'facts' | 'story' | 'question' | 'figures' | 'eligibility' | 'dialogue' | 'document';
  /** What is given to the program; nothing of where it stands or what it is called. */
  input: unknown;
  /** What is expected of it. */
  expected: unknown;
}

const TEST = join(import.meta.dirname, '../..');

type Fields = Record<string, unknown>;
type Reader = (file: string) => Input[];

/** By the folder or the file's name, so that a file may be moved or split. */
const READERS: [RegExp, Reader][] = [
  [/\/cases\/[^/]+\.yaml$/u, readMatchCases],
  [/\/facts(?:\.\w+)?\.yaml$/u, readFactCases],
  [/\/stories\/[^/]+\.yaml$/u, readStoryInputs],
  [/\/ingest\/fixtures\/[^/]+\.yaml$/u, readDocuments],
  [/\/questions\.\w+\.jsonl$/u, linesAs('question', ['question', 'today'], ['id', 'style', 'hard', 'note'])],
  [/\/figures\.\w+\.jsonl$/u, linesAs('figures', ['text', 'ref'], ['id', 'tags', 'note'])],
  [
    /\/eligibility\.\w+\.jsonl$/u,
    linesAs('eligibility', ['via', 'today', 'profile', 'profileText', 'measure'], ['id', 'note']),
  ],
  [/\/dialogues\.\w+\.jsonl$/u, readDialogues],
];

export function readInputs(): Input[] {
  const files = (readdirSync(TEST, { recursive: true }) as string[]).map((file) => join(TEST, file)).sort();
  return files.flatMap((file) => READERS.find(([path]) => path.test(file))?.[1](file) ?? []);
}

/** The same for the same content, whatever the order of its keys. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(value)))
    .digest('hex')
    .slice(0, 16);
}

export const inputHash = ({ kind, input }: Input): string => hashOf([kind, input]);

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, inOrder(each)]),
  );
}

const readYaml = <T>(file: string): T => parse(readFileSync(file, 'utf8')) as T;

function readMatchCases(file: string): Input[] {
  const { document, today, ...measures } = readYaml<
    { document: string; today: string } & Record<string, Fields[]>
  >(file);
  // `about` names benefits, and holds no cases.
  const lists = Object.entries(measures).filter(([, cases]) => Array.isArray(cases));
  return lists.flatMap(([number, cases]) =>
    cases.map(({ say, profile, today: own, ...expected }) => ({
      kind: 'match' as const,
      input: { measure: `${document}#${number}`, today: own ?? today, say, profile },
      expected,
    })),
  );
}

/** Other files of this name (declarations of facts) are no lists of cases. */
function readFactCases(file: string): Input[] {
  const groups = readYaml<unknown>(file);
  if (!Array.isArray(groups)) return [];
  return (groups as { cases: Fields[] }[]).flatMap(({ cases }) =>
    cases.map(({ say, asked, today, ...expected }) => ({
      kind: 'facts' as const,
      input: { say, asked, today },
      expected,
    })),
  );
}

function readStoryInputs(file: string): Input[] {
  return readYaml<{ today: string; turns: (Fields & { expect?: unknown })[] }[]>(file).map(
    ({ today, turns }) => ({
      kind: 'story' as const,
      input: { today, turns: turns.map(({ expect: _, ...said }) => said) },
      expected: turns.map(({ expect }) => expect ?? {}),
    }),
  );
}

function readDocuments(file: string): Input[] {
  const { source, expect } = readYaml<{ source: unknown; expect: unknown }>(file);
  return [{ kind: 'document', input: source, expected: expect }];
}

function readDialogues(file: string): Input[] {
  return readLines<{ today: string; turns: { user: string; expect: unknown }[] }>(file).map(
    ({ today, turns }) => ({
      kind: 'dialogue' as const,
      input: { today, turns: turns.map(({ user }) => user) },
      expected: turns.map(({ expect }) => expect),
    }),
  );
}

/** A JSON line each: the fields that are given, those that are neither, and the rest is expected. */
function linesAs(kind: Input['kind'], given: string[], besides: string[]): Reader {
  return (file) =>
    readLines<Fields>(file).map((line) => ({
      kind,
      input: Object.fromEntries(Object.entries(line).filter(([key]) => given.includes(key))),
      expected: Object.fromEntries(
        Object.entries(line).filter(([key]) => !given.includes(key) && !besides.includes(key)),
      ),
    }));
}

function readLines<T>(file: string): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}
