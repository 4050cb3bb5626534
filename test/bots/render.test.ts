import { describe, expect, test } from 'vitest';
import type { Capabilities } from '../../bots/channel.ts';
import { partsOf } from '../../bots/gateway/render.ts';

const plain: Capabilities = { textLimit: null, buttons: false, push: 'always', pace: null };
const rich: Capabilities = { ...plain, buttons: true, links: true };
const choices = [
  { id: 'a', label: '原文' },
  { id: 'b', label: '提醒我' },
];

describe('where there are no buttons', () => {
  test.each([
    ['choices are numbered lines', { text: '答', choices }, '答\n1. 原文\n2. 提醒我'],
    [
      'unless the text lists them',
      { text: '1. 原文\n2. 提醒我', choices, listed: true },
      '1. 原文\n2. 提醒我',
    ],
    ['a link is a line', { text: '答', choices: [], link: 'http://x/p/1' }, '答\n原文链接：http://x/p/1'],
  ])('%s', (_name, message, text) => {
    expect(partsOf(message, plain).map((part) => part.text)).toEqual([text]);
  });
});

test('where there are buttons and links they stay apart from the text', () => {
  const message = { text: '答', choices, link: 'http://x/p/1', menu: true };
  expect(partsOf(message, rich)).toEqual([message]);
});

test('of several parts the first replaces the menu, the last bears the choices', () => {
  const short: Capabilities = { ...rich, textLimit: { max: 3, unit: 'codepoints' } };
  expect(partsOf({ text: '第一行\n第二行', choices, replaces: '7' }, short)).toEqual([
    { text: '第一行', choices: [], replaces: '7' },
    { text: '第二行', choices },
  ]);
});

test('each part has a key of its own, the same whenever the message is sent again', () => {
  const short: Capabilities = { ...rich, textLimit: { max: 3, unit: 'codepoints' } };
  const keys = partsOf({ text: '第一行\n第二行', choices: [], key: 'web:e1:0' }, short).map(({ key }) => key);
  expect(keys).toEqual(['web:e1:0', 'web:e1:0/2']);
});
