/** What people asked and did not get: recorded, grouped, settled with one click, and asked again. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditTrail } from '../../src/service/index.ts';
import { type Office, type Officer, openOffice } from './world.ts';

let office: Office;
let officer: Officer;
beforeEach(async () => {
  office = await openOffice();
  officer = await office.signedIn('王芳', '客服');
});
afterEach(async () => {
  expect(office.errors).toEqual([]);
  await office.stop();
});

let people = 0;
/** Somebody new, unless said otherwise. */
async function say(text: string, senderId = `s${people}`) {
  people += 1;
  const { reply, exchange } = await office.ask(text, senderId);
  return { text: reply.text, reply, exchange };
}

const UNANSWERED = ['水稻收割机租赁有补贴吗', '租赁水稻收割机给补贴不', '水稻收割机租赁补贴怎么领'];

test('alike ones stand together, the most asked first, with what lies nearest', async () => {
  for (const question of UNANSWERED) await say(question);
  await say('火星旅行签证去哪里办');
  const $ = await officer.page('/office/questions');
  const groups = $('section.panel')
    .toArray()
    .map((one) => $(one).text());
  expect(groups[0]).toContain('3次');
  expect(groups[0]).toContain('水稻收割机');
  expect(groups.some((text) => text.includes('火星旅行'))).toBe(true);
});

test('an answer of the office’s own is told with name and day, never as the document’s words, and is replayed', async () => {
  for (const question of UNANSWERED) await say(question);
  const $ = await officer.page('/office/questions');
  const ids = $('section.panel')
    .first()
    .find('form')
    .first()
    .find('input[name=id]')
    .toArray()
    .map((one) => $(one).attr('value') ?? '');
  const sent = await officer.post('/office/questions', {
    kind: 'answer',
    id: ids,
    text: '请到县农机站登记，每台补2000元。',
  });
  expect(sent.headers.get('location')).toBe('/office/questions?ok=answer');
  const { text, reply } = await say('请问租水稻收割机的补贴如何领取');
  expect(text).toContain('工作人员答复（王芳，');
  expect(text).toContain('不是文件原文');
  expect([reply.card, reply.verdict, reply.amountYuan, reply.about]).toEqual([null, null, null, null]);
  const handled = await officer.page('/office/questions/handled');
  expect(handled('tbody .good').length).toBe(1);
  expect((await officer.page('/office/questions'))('section.panel').text()).not.toContain('水稻收割机');
  const [row] = (await auditTrail(office.store, { limit: 20 })).filter(
    ({ action }) => action === 'question.answer',
  );
  expect(row).toMatchObject({ by: '王芳', after: '请到县农机站登记，每台补2000元。' });

  await officer.send(handled, '/office/questions/undo');
  expect((await say('水稻收割机租赁有补贴吗')).text).not.toContain('工作人员答复');
});

test('another way of asking for a measure is answered from that measure, as the document says it', async () => {
  await say('工厂粽子节开着机器不歇给奖不给');
  const asked = 'zongzi不歇厂奖励';
  await say(asked);
  const about = '洪府办发〔2022〕58号#2';
  const rows = await office.store.transaction(({ exchanges }) => exchanges.since(0));
  const { id } = rows.find(({ text }) => text === asked)!;
  await officer.post('/office/questions', { kind: 'alias', id, other: about });
  const { reply } = await say(asked);
  expect(reply.about).toBe(about);
  expect(reply.text).not.toContain('工作人员答复');
});

test('what is settled by one officer is told to the second', async () => {
  await say('火星旅行签证去哪里办');
  const [{ id } = { id: '' }] = await office.store.transaction(({ exchanges }) => exchanges.since(0));
  const second = await office.signedIn('李明', '客服');
  await officer.post('/office/questions', { kind: 'ask', id, text: '市外事办 0700-1234567' });
  const late = await second.post('/office/questions', { kind: 'answer', id, text: '没有这种签证。' });
  expect(late.status).toBe(422);
  expect(await late.text()).toContain('没有这种签证。');
  expect((await say('火星旅行的签证去哪里办')).text).toContain('市外事办');
});

test('a question becomes a ticket, and who asked is told', async () => {
  await say('火星旅行签证去哪里办', 'li');
  const [{ id } = { id: '' }] = await office.store.transaction(({ exchanges }) => exchanges.since(0));
  await officer.post('/office/questions', { kind: 'ticket', id, department: '市外事办' });
  const [ticket] = await office.store.transaction(({ tickets }) => tickets.list());
  expect(ticket).toMatchObject({ question: '火星旅行签证去哪里办', department: '市外事办', senderId: 'li' });
});

describe('of a contact', () => {
  test('who says what was wrong with an answer, officers read it; nobody else can', async () => {
    const { exchange } = await say('端午没停工有没有补贴', 'li');
    const { judgeAnswer } = await import('../../src/service/index.ts');
    const judged = { id: exchange ?? '', feedback: 'bad' as const, reason: '没说去哪里交表' };
    expect(await judgeAnswer(office.store, { channel: 'test', senderId: 'wang' }, judged)).toBe(false);
    expect(await judgeAnswer(office.store, { channel: 'test', senderId: 'li' }, judged)).toBe(true);
    expect((await officer.page('/office/questions'))('section.panel').text()).toContain('没说去哪里交表');
  });

  test('who asks to be forgotten no word and no name stays, nor of anyone when the time is over', async () => {
    await say('火星旅行签证去哪里办', 'li');
    await say('火星旅行的护照去哪里办', 'wang');
    await office.store.transaction((records) => records.forget({ channel: 'test', senderId: 'li' }));
    const kept = () => office.store.transaction(({ exchanges }) => exchanges.since(0));
    expect((await kept()).map(({ text, senderId }) => [text, senderId])).toEqual([
      ['火星旅行的护照去哪里办', 'wang'],
      ['', ''],
    ]);
    await office.store.transaction(({ exchanges }) => exchanges.dropTexts(Number.MAX_SAFE_INTEGER));
    expect(JSON.stringify(await kept())).not.toMatch(/火星|wang/u);
    expect(await kept()).toHaveLength(2);
  });
});
