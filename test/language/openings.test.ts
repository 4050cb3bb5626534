/** Meaning must not change with how a question is opened, nor become one's own when somebody else is said to say it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { matter, readUtterance, type Utterance } from '../../src/language/index.ts';

const today = '2022-06-20';
const evaluation = new URL('../eval/', import.meta.url);
const QUESTIONS = readdirSync(evaluation)
  .filter((file) => file.startsWith('questions.'))
  .flatMap((file) => readFileSync(new URL(file, evaluation), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as { question: string; kind: string })
  // 谢谢, 嗯嗯好的: no question, and itself a word to open with.
  .filter(({ kind }) => kind !== 'smalltalk')
  .map(({ question }) => question);

const cases = new URL('../eligibility/cases/', import.meta.url);
const SAID = readdirSync(cases)
  .map((file) => parse(readFileSync(new URL(file, cases), 'utf8')) as Record<string, { say?: string }[]>)
  .flatMap((file) => Object.values(file).filter(Array.isArray).flat())
  .flatMap(({ say }) => (say ? [say] : []));

const OPENINGS = [
  '请问可不可以跟我说下',
  '你们能不能告诉我',
  '给我讲讲',
  '老板叫我打听',
  '我想知道',
  '我没找到',
  '我想了解一下',
  '麻烦问一下',
  '领导让我来咨询',
  '帮我查查',
  '有没有人能给我介绍一下',
  '你好，想请教个问题，',
  '我是替朋友来问的，',
  '打扰了，能帮忙看看',
  '不好意思我不太懂，请问',
];

/** What is told behind the openings, and of whom. */
const told = ({ clauses }: Utterance) =>
  JSON.stringify(
    clauses.flatMap(({ addresses, text, start, opened, holder }) =>
      addresses ? [] : [[text.slice(opened - start), holder]],
    ),
  );

describe.each(OPENINGS)('“%s” before a question', (opening) => {
  it('leaves what is asked and what is told as they are', () => {
    expect(QUESTIONS.length).toBeGreaterThan(700);
    const changed = QUESTIONS.filter((question) => {
      const bare = readUtterance(question, { today });
      const opened = readUtterance(opening + question, { today });
      return matter(opened) !== matter(bare) || told(opened) !== told(bare);
    });
    expect(changed).toEqual([]);
  });
});

const HEARSAY = [
  '张总说',
  '张总说他们',
  '听说',
  '听别人说',
  '园区要求',
  '隔壁厂',
  '客户那边',
  '网上说',
  '群里有人说',
  '我朋友的厂',
  '他们公司',
  '据说',
  '政策规定',
  '王经理跟我讲他们',
  '同行',
];

/** What comes back to oneself in so many words is one's own again. */
const SELF = /我|咱|俺|本公司|本厂|本企业|自己|自家|车间|会计|财务/u;

describe.each(HEARSAY)('“%s” before what an enterprise tells', (frame) => {
  it('makes nothing of it the contact’s own', () => {
    const told = SAID.filter((text) => !SELF.test(text));
    expect(told.length).toBeGreaterThan(600);
    const own = told.filter((text) =>
      readUtterance(frame + text, { today }).clauses.some(
        ({ holder, addresses }) => holder === 'self' && !addresses,
      ),
    );
    expect(own).toEqual([]);
  });
});

it('an enterprise that tells of itself is heard', () => {
  const lost = SAID.filter((text) =>
    readUtterance(text, { today }).clauses.every(({ holder }) => holder !== 'self'),
  );
  expect(lost.length).toBeLessThan(SAID.length / 100);
});
