import { expect, test } from 'vitest';
import { isNo, isYes, isYesToDelete } from '../../src/dialogue/intents.ts';

test.each(['是', '好的', '可以', '要的', '当然', '√'])('%s agrees', (text) => {
  expect(isYes(text)).toBe(true);
  expect(isYesToDelete(text)).toBe(true);
});

test('没错 agrees, and is too near to 没 to delete on', () => {
  expect(isYes('没错')).toBe(true);
  expect(isYesToDelete('没错')).toBe(false);
});

test.each(['行了', '可以了', '满足', '哦', '对了'])('%s agrees to no offer', (text) => {
  expect(isYes(text)).toBe(false);
});

test.each(['不用', '没有', '算了', '不对'])('%s declines', (text) => {
  expect(isNo(text)).toBe(true);
  expect(isYesToDelete(text)).toBe(false);
});

test.each(['对，全部删掉', '是的删吧', '确认删除'])('%s deletes', (text) => {
  expect(isYesToDelete(text)).toBe(true);
});

test.each(['是什么意思', '对了我想问房租', '行业有要求', '有个问题', '要是删了'])(
  '%s begins like a yes and deletes nothing',
  (text) => {
    expect(isYesToDelete(text)).toBe(false);
  },
);
