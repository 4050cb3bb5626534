import { describe, expect, test } from 'vitest';
import { spell, termsOf } from '../../src/retrieval/analyse.ts';
import { charactersBySound, readPinyin, splitPinyin, syllablesOf } from '../../src/retrieval/pinyin.ts';
import { buildPostings, timesSeen } from '../../src/retrieval/postings.ts';
import { buildVocabulary, repairs } from '../../src/retrieval/slips.ts';

describe('pinyin', () => {
  test.each([
    ['贴', 'tie'],
    ['帖', 'tie'],
    ['租', 'zu'],
    ['减', 'jian'],
    ['岗', 'gang'],
    ['绿', 'lv'],
    ['企', 'qi'],
  ])('%s is read %s', (character, syllable) => {
    expect(syllablesOf(character)).toContain(syllable);
  });

  test.each([
    ['butie', ['bu', 'tie']],
    ['zhuanjingtexin', ['zhuan', 'jing', 'te', 'xin']],
    ['zenmeshenqing', ['zen', 'me', 'shen', 'qing']],
    ['bonus', null],
    ['vr', null],
    ['', []],
  ])('%s is cut into syllables, or is no pinyin', (letters, expected) => {
    expect(splitPinyin(letters)).toEqual(expected);
  });
});

const texts = ['企业补贴怎么申请', '补贴标准', '专精特新企业', '稳岗返还', '房租减免', '展会标识'];
const text = buildPostings(texts.length, [{ name: 'text', boost: 1, b: 0 }], (document) => texts[document]!);
const vocabulary = buildVocabulary(text);

describe('questions in pinyin', () => {
  const read = (question: string) =>
    readPinyin(question, vocabulary.bySound, (pair) => timesSeen(text, pair));
  test.each([
    ['butie zenme shenqing', '补贴怎么申请'],
    ['fangzu jianmian', '房租减免'],
    ['wengang返还', '稳岗返还'],
    ['hello', 'hello'],
    ['apec 展会', 'apec 展会'],
    ['wo', 'wo'],
  ])('%s is read as %s', (question, expected) => {
    expect(read(question)).toBe(expected);
  });

  test('characters are known by every syllable they may have', () => {
    expect(charactersBySound(termsOf('补贴')).get('tie')).toContain('贴');
  });
});

describe('wrong characters', () => {
  test.each([
    ['补帖', '补贴', 'sounds alike'],
    ['专金特新', '专精', 'fits between its neighbours'],
    ['稳岗反还', '返还', 'fits between its neighbours'],
  ])('%s stands for %s: it %s', (slip, meant) => {
    expect(repairs(vocabulary, text, slip).map(({ means }) => spell(means))).toContain(meant);
  });

  test('what the documents have needs no repair', () => {
    expect(repairs(vocabulary, text, '补贴标准')).toEqual([]);
  });
});
