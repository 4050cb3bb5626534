import { expect, test } from 'vitest';
import { factBook } from '../../src/drafting/names.ts';
import { factSchema } from '../../src/facts/index.ts';

const fact = (label: string, rest: object) =>
  factSchema.parse({ label, topic: 't', question: '？', ...rest });
const shared = new Map([
  ['manufacturing', fact('制造业', { type: 'boolean' })],
  ['revenueYuan', fact('营业收入', { type: 'number', unit: 'yuan' })],
  ['别的文件的条件', fact('别的文件的条件', { type: 'boolean' })],
]);

test.each([
  ['制造业企业', 'manufacturing'],
  ['新设立的平台', '新设立的平台'],
  // Another document's own fact: this one declares it for itself.
  ['别的文件的条件', '别的文件的条件'],
])('the condition %s is the fact %s', (words, id) => {
  expect(factBook(shared).flag(words)).toBe(id);
});

test('a shared fact is taken by its words, type and unit together', () => {
  const book = factBook(shared);
  expect(book.number('营业收入', 'yuan')).toBe('revenueYuan');
  expect(book.number('营业收入', 'ratio')).toBe('营业收入');
  expect(Object.keys(book.facts)).toEqual(['营业收入']);
});

test('what another document declares is declared again', () => {
  const book = factBook(shared);
  book.flag('别的文件的条件');
  book.needs('别的文件的条件企业');
  expect(Object.keys(book.facts)).toEqual(['别的文件的条件', '别的文件的条件企业']);
});

test('one name for two kinds of thing is told apart', () => {
  const book = factBook(shared);
  expect([book.flag('登记费'), book.number('登记费', 'yuan')]).toEqual(['登记费', '登记费（yuan）']);
});
