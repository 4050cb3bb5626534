import { describe, expect, test } from 'vitest';
import { buildElsewhere, elsewhereTopic } from '../../src/retrieval/elsewhere.ts';
import { buildPostings } from '../../src/retrieval/postings.ts';

const text = buildPostings(
  2,
  [{ name: 'text', boost: 1, b: 0 }],
  (document) => ['公积金缓缴', '拖欠账款'][document]!,
);
const topics = buildElsewhere(
  [
    { topic: '公积金提取', words: ['公积金提取', '社保卡'], ask: '公积金中心' },
    { topic: '工资拖欠', words: ['拖欠工资'], ask: '劳动监察' },
  ],
  text,
);

describe('topics of other offices', () => {
  test.each([
    ['公积金提取要多久', '公积金提取', 1],
    ['社保卡丢了', '公积金提取', 1],
  ])('%s: the word stands there', (question, topic, share) => {
    expect(elsewhereTopic(topics, question)).toMatchObject({ topic: { topic }, share });
  });

  test('a long word may be scattered, in its order', () => {
    const hit = elsewhereTopic(topics, '公积金怎么提取出来');
    expect(hit?.topic.topic).toBe('公积金提取');
    expect(hit?.share).toBeLessThan(1);
  });

  test.each(['拖欠工程款怎么办', '提取公积金', '社会保障卡片'])(
    '%s is not such a topic: another word, another order, too short to scatter',
    (question) => {
      expect(elsewhereTopic(topics, question)).toBeNull();
    },
  );
});
