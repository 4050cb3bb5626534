/** The worked example still leads from its PDF to its amount; its page shows the steps that were played. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { playExample } from '../support/worked-example.ts';

const played = playExample();
const outOf = (command: string) => played.find(({ argv }) => argv[0] === command)?.out ?? '';

test('the PDF is read: number, days and measures', () => {
  for (const words of ['清府办发〔2026〕3号', '2026-12-15', '2026-12-31', '措施 3 条', '区工信局'])
    expect(outOf('ingest')).toContain(words);
});

test('its rules are read and stand in the text', () => {
  for (const words of ['可得8万元', '可得20万元', '可得30万元', '可得100万元'])
    expect(outOf('draft')).toContain(words);
  expect(outOf('knowledge')).toContain('全部与原文一致');
});

test('who asks gets the amount with its quote', () => {
  expect(outOf('chat')).toContain('8万元');
  expect(outOf('chat')).toContain(
    '“对春节假期期间连续生产的制造业企业，每天在岗人数200人以上的，给予8万元一次性补贴',
  );
});

test('the page has every step', () => {
  const page = readFileSync(new URL('../../docs/example.md', import.meta.url), 'utf8');
  for (const { argv } of played) expect(page).toContain(`npx huiqi ${argv.join(' ')}\n`);
});
