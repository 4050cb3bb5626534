import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKeyboards } from '../../../bots/telegram/keyboard.ts';
import type { Card, CardAction } from '../../../src/contract/index.ts';

const message = (ids: string[], menu = false) => ({
  text: '选一个',
  choices: ids.map((id) => ({ id, label: id })),
  menu,
});

const buttonsOf = (keyboards: ReturnType<typeof createKeyboards>, ids: string[], menu = false) =>
  keyboards.keyboardOf(message(ids, menu))?.inline_keyboard.flat() ?? [];

test('every id comes back, and no button carries more than 64 bytes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      (ids, menu) => {
        const keyboards = createKeyboards();
        const buttons = buttonsOf(keyboards, ids, menu);
        expect(buttons.map((button) => keyboards.read(button.callback_data).choice)).toEqual(ids);
        for (const { callback_data: data } of buttons)
          expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      },
    ),
  );
});

describe('a measure id fits as it is', () => {
  test.each(['洪府办发〔2022〕58号#2', '赣工强省小组办字〔2022〕20号#16', '东府办发〔2022〕28号#3-1'])(
    '%s',
    (id) => {
      const [button] = buttonsOf(createKeyboards(), [id]);
      expect(createKeyboards().read(button?.callback_data ?? '')).toEqual({ choice: id, onMenu: false });
    },
  );
});

test('a press on a menu is told from a press under an answer', () => {
  const keyboards = createKeyboards();
  const [onMenu] = buttonsOf(keyboards, ['topic'], true);
  const [onAnswer] = buttonsOf(keyboards, ['topic'], false);
  expect(keyboards.read(onMenu?.callback_data ?? '').onMenu).toBe(true);
  expect(keyboards.read(onAnswer?.callback_data ?? '').onMenu).toBe(false);
});

test('a token of an earlier run stands for no choice', () => {
  const [button] = buttonsOf(createKeyboards(), ['长'.repeat(40)]);
  expect(createKeyboards().read(button?.callback_data ?? '').choice).toBeNull();
});

test('short labels share a row, long ones do not', () => {
  const rows = (labels: string[]) =>
    createKeyboards()
      .keyboardOf({ text: '', choices: labels.map((label) => ({ id: label, label })) })
      ?.inline_keyboard.map((row) => row.map((button) => button.text));
  expect(rows(['是', '否', '不清楚'])).toEqual([['是', '否', '不清楚']]);
  expect(rows(['稳定工业生产的若干措施', '出口信用保险保费补助'])).toEqual([
    ['稳定工业生产的若干措施'],
    ['出口信用保险保费补助'],
  ]);
});

test('what is asked and what is offered are buttons too, as long as they say themselves what they do', () => {
  const action = (id: string, label: string, kind: CardAction['kind']): CardAction => ({
    id,
    label,
    send: label,
    kind,
  });
  const card = {
    actions: [
      action('tell:{"teaMaker":true}', '是', 'answer'),
      action('tell:{"teaMaker":false}', '不是', 'answer'),
      action(`tell:{"${'长'.repeat(20)}":true}`, '是', 'answer'),
      action('明府办发〔2031〕7号#1', '奖励茶企用工（已过期）', 'choice'),
      action('say:提醒我', '提醒我', 'command'),
    ],
  } as Card;
  const keyboards = createKeyboards();
  const buttons = keyboards
    .keyboardOf({
      text: '',
      choices: [{ id: '明府办发〔2031〕7号#1', label: '奖励茶企用工' }],
      details: { about: null, asks: null, verdict: null, amountYuan: null, effects: [], card },
    })
    ?.inline_keyboard.flat();
  expect(buttons?.map(({ text, callback_data }) => [text, keyboards.read(callback_data).choice])).toEqual([
    ['奖励茶企用工（已过期）', '明府办发〔2031〕7号#1'],
    ['是', 'tell:{"teaMaker":true}'],
    ['不是', 'tell:{"teaMaker":false}'],
    ['提醒我', 'say:提醒我'],
  ]);
});
