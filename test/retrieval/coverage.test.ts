/** The list of other offices' topics never outvotes a document: on each topic an invented document is put on the shelf, and answers. */
import { describe, expect, test } from 'vitest';
import type { ElsewhereTopic, Knowledge, Policy } from '../../src/policy/index.ts';
import { buildIndex, find, readSmallTalk } from '../../src/retrieval/index.ts';
import { withoutAsking } from '../../src/retrieval/words.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const today = '2030-06-01';
const known = shippedKnowledge();

/** A document that grants something on the topic, in the topic's own words, with no alias and no place. */
function documentOn({ topic, words }: ElsewhereTopic, at: number): Policy {
  const number = `试府办发〔2030〕${at + 1}号`;
  const objects = [...new Set(words.map(withoutAsking))].slice(0, 12).join('、');
  const text = `${topic}。对${objects}的企业和个人，由责任单位受理，给予${at + 1}00元补贴。`;
  return {
    ...known.policies[0]!,
    slug: `invented-${at}`,
    number,
    title: `关于${topic}的规定`,
    issuer: null,
    place: null,
    places: [],
    names: [],
    issued: { day: '2030-01-01', quote: '2030年1月1日' },
    validFrom: null,
    validUntil: null,
    applyBy: null,
    clauses: [],
    chapters: [],
    source: text,
    measures: [
      {
        ...known.policies[0]!.measures[0]!,
        id: `${number}#1`,
        number: '1',
        title: topic,
        chapter: null,
        clause: { start: 0, end: text.length, text },
        responsible: [],
        aliases: [],
        benefits: [],
      },
    ],
  };
}

describe('an invented document on each topic of the list', () => {
  const topics = known.elsewhere.filter(({ words }) => readSmallTalk(words[0]!) === null);
  const invented = topics.map(documentOn);
  const shelf: Knowledge = { ...known, policies: [...known.policies, ...invented] };
  const index = buildIndex(shelf);

  test.each(topics.map((topic, at) => [topic.topic, topic, at] as const))('%s', (topic, { words }, at) => {
    const question = `${words[0]}，${topic}有什么补贴`;
    const found = find(index, question, { today });
    expect(found.band).not.toBe('none');
    const ids = found.ranked.slice(0, 3).map(({ entry }) => entry.policy.number);
    expect(ids).toContain(invented[at]!.number);
  });
});

describe('without such a document', () => {
  const index = buildIndex(known);
  test.each(['失业金怎么领', '公积金怎么提取', '居民医保缴费标准'])(
    '%s: the office to ask is named',
    (question) => {
      expect(find(index, question, { today }).refusal?.reason).toBe('elsewhere');
    },
  );

  test.each(['做新能源汽车配件的厂，技改买设备有什么补贴', '我们开股东会定了买设备做技改，有奖吗'])(
    '%s: what is named beside the topic is answered',
    (question) => {
      expect(find(index, question, { today }).band).not.toBe('none');
    },
  );
});
