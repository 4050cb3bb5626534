import { describe, expect, test } from 'vitest';
import { chatTag, createLog, describeError, redact } from '../../bots/log.ts';

const TOKEN = '123456789:AAF9xk3Qw-7LmNoPqRsTuVwXyZ012345678';

describe('blotted out', () => {
  test.each([
    ['a Bot API token', `request to https://api.telegram.org/bot${TOKEN}/getMe failed`, TOKEN],
    ['a puppet token', 'Invalid TOKEN puppet_padlocal_0123456789abcdef', '0123456789abcdef'],
    ['a key in a query', 'https://api.weixin.qq.com/cgi-bin/x?access_token=68_abcdefghij', '68_abcdefghij'],
    ['a mobile number', '联系电话13800138000。', '13800138000'],
    ['a spaced mobile number', '电话 +86 138-0013-8000', '0013'],
    ['a landline', '请拨0791-83881234', '83881234'],
  ])('%s', (_name, text, secret) => {
    expect(redact(text)).not.toContain(secret);
  });
});

test.each(['洪府办发〔2022〕58号#2', '100000000元', '2022-06-30', '1795176181000 ms'])('%s stays', (text) => {
  expect(redact(text)).toBe(text);
});

test('a log line holds no text of a message, whichever way it came in', () => {
  const lines: string[] = [];
  const log = createLog({ to: { write: (line) => void lines.push(line) } });
  const said = '我公司的电话是13912345678';
  log.info({ text: said, update: { text: said }, channel: 'telegram' }, 'in');
  log.error({ err: new Error(`cannot read ${TOKEN}`) }, 'failed');
  log.error({ error: describeError(new Error(`Unexpected: ${said}`), said) }, 'failed');
  const all = lines.join('');
  expect(all).toContain('"channel":"telegram"');
  expect(all).not.toContain('我公司');
  expect(all).not.toContain('139');
  expect(all).not.toContain(TOKEN);
  expect(all).toContain('cannot read');
});

test('chats are told apart without their names', () => {
  expect(chatTag('telegram', '42')).toMatch(/^[0-9a-f]{8}$/u);
  expect(chatTag('telegram', '42')).not.toBe(chatTag('telegram', '43'));
});
