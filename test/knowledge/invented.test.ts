import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkKnowledge } from '../../src/policy/check/index.ts';
import { buildIndex } from '../../src/retrieval/index.ts';
import { createApp } from '../../src/service/app.ts';
import { matchProfile, profileOfText } from '../../src/service/index.ts';
import { readKnowledge, readKnowledgeFiles } from '../../src/service/read-knowledge.ts';
import { openStore } from '../../src/store/index.ts';
import { answer } from '../../src/words/answer/index.ts';

/** An invented document with facts that no code knows: data alone makes the bot ask, match and talk about it. */
const folder = fileURLToPath(new URL('invented', import.meta.url));
const knowledge = readKnowledge(folder);
const today = '2030-06-01';
const coldStore = '清府办发〔2030〕7号#1';
const shops = '清府办发〔2030〕7号#3';
const packaging = '清府办发〔2030〕7号#2';

describe('an invented policy with new facts, without a change of code', () => {
  test('stands the knowledge check', () => {
    expect(checkKnowledge(readKnowledgeFiles(folder)).problems).toEqual([]);
  });

  test.each([
    ['建冷库有奖励吗', coldStore, '8万元'],
    ['橙子仓库补贴', coldStore, '20万元'],
    ['换包装能补多少', packaging, '15%'],
    ['脐橙冷链措施第二条', packaging, '30万元'],
    ['开门店有钱拿吗', shops, '2万元'],
  ])('asks: %s', (question, id, words) => {
    const reply = answer(buildIndex(knowledge), question, { today });
    expect(reply.measures[0]?.id).toBe(id);
    expect(reply.text).toContain(words);
  });

  test.each([
    ['我们有自有果园，冷库用工40人', 'eligible', 80_000],
    ['我们有自有果园，冷库用工121人', 'eligible', 200_000],
    ['我们有自有果园，冷库用工39人', 'ineligible', null],
    ['我们冷库用工50人', 'unknown', null],
  ])('matches: %s', (text, verdict, amountYuan) => {
    const results = matchProfile(knowledge, profileOfText(knowledge, text, today), today);
    expect(results.find(({ measure }) => measure === coldStore)).toMatchObject({ verdict, amountYuan });
  });

  test.each([
    [{ 农技人员: 20, 取得绿色果品认定: true, 新开直营门店: 3 }, 'eligible', 60_000],
    [{ 农技人员: 20, 取得绿色果品认定: true, 新开直营门店: 16 }, 'eligible', 300_000],
    [{ 农技人员: 19, 取得绿色果品认定: true, 新开直营门店: 3 }, 'ineligible', null],
    [{ 冷库用工人数: 40, 农技人员: 20 }, 'unknown', null],
  ])('matches by facts that the document declares in its own words: %j', (profile, verdict, amountYuan) => {
    const results = matchProfile(knowledge, profile, today);
    expect(results.find(({ measure }) => measure === shops)).toMatchObject({ verdict, amountYuan });
  });

  test('talks: asks for the new facts, gives the amount, reminds of the deadline', async () => {
    const store = await openStore({ memory: true });
    const app = createApp({ knowledge, store, clock: { now: () => Date.parse(`${today}T09:00:00+08:00`) } });
    const who = {
      channel: 'test',
      conversationId: 'c',
      senderId: 's',
      isGroup: false,
      addressedToBot: true,
      receivedAt: 0,
    };
    const say = (text: string) => app.answer({ ...who, text, eventId: text });

    expect((await say('建冷库能拿多少奖励')).reply).toMatchObject({
      about: coldStore,
      asks: ['coldStoragePlaces', 'orchardBase'],
    });
    expect((await say('用了60人，有自己的果园')).reply).toMatchObject({
      verdict: 'eligible',
      amountYuan: 80_000,
    });
    const reminded = await say('提醒我申报');
    expect(reminded.effects.map(({ kind }) => kind)).toEqual(['reminder-set']);
    expect(reminded.reply.text).toContain('9月30日');
    await store.close();
  });
});
