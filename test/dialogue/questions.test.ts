import { describe, expect, test } from 'vitest';
import { asksWhetherItFits } from '../../src/dialogue/fit-question.ts';
import { readIntent } from '../../src/dialogue/intents.ts';
import { namesNoTopic } from '../../src/retrieval/no-topic.ts';

describe('a question of one self', () => {
  test.each(['我们够不够', '能拿多少', '符合条件吗', '有没有资格', '可以申请吗', '怎么算'])(
    '%s asks it',
    (text) => {
      expect(asksWhetherItFits(text)).toBe(true);
    },
  );
  test.each(['哪个部门管', '什么时候截止', '原文', '制造业'])('%s does not', (text) => {
    expect(asksWhetherItFits(text)).toBe(false);
  });
});

describe('a word that names no topic', () => {
  test.each(['多少钱', '给钱', '补多少', '截止日期', '哪天', '够'])('%s', (word) => {
    expect(namesNoTopic(word)).toBe(true);
  });
  test.each(['租金', '网吧', '贷款', '订单'])('%s names one', (word) => {
    expect(namesNoTopic(word)).toBe(false);
  });
});

describe('what steers the conversation', () => {
  test.each([
    ['那现在还有什么能申请的', 'open-now'],
    ['有别的能申请吗', 'checkup'],
    ['我上次说的多少人来着', 'profile'],
    ['算了不说了', 'stop'],
    ['找个人跟我说吧', 'person'],
    ['重新开始', 'reset'],
    ['把提醒取消了吧', 'reminder-cancel'],
  ])('%s', (text, intent) => {
    expect(readIntent({ text })).toBe(intent);
  });
  test.each(['能拿多少钱', '不停工补贴', '在岗350人', '租金能减吗'])('%s is none of it', (text) => {
    expect(readIntent({ text })).toBeNull();
  });
});
