/** Tickets from the question to the visit afterwards, and a talk that an officer takes over and hands back. */
import { afterEach, beforeEach, expect, test } from 'vitest';
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

const say = (text: string, senderId = 'li') => office.say(text, senderId);
const outbox = async () => (await office.told()).map(({ text }) => text);

test('a ticket is taken up, given to somebody, answered, closed, looked after, opened again', async () => {
  await say('端午没停工有没有补贴');
  await say('转人工，我的电话13812345678，材料交到哪里');
  const list = await officer.page('/office/tickets');
  expect(list('tbody tr').length).toBe(1);
  const path = `/office/tickets/${list('tbody a').first().text()}`;
  const deed = async (fields: Record<string, string>) => {
    const sent = await officer.post(path, fields);
    expect([fields.kind, sent.status]).toEqual([fields.kind, 303]);
  };
  expect((await officer.page(path))('main').text()).toContain('端午没停工有没有补贴');
  await deed({ kind: 'accept' });
  await deed({ kind: 'assign', text: '县工信局' });
  await deed({ kind: 'note', text: '已电话联系' });
  await outbox();
  await deed({ kind: 'reply', text: '请交到政务大厅3号窗口。' });
  expect((await outbox()).at(-1)).toContain('政务大厅3号窗口');
  await deed({ kind: 'close', text: '' });
  expect((await officer.post(path, { kind: 'reply', text: '再说一句' })).status).toBe(422);
  await deed({ kind: 'visit', satisfied: 'no', text: '窗口没开' });
  await deed({ kind: 'reopen', text: '再核实窗口' });
  expect((await outbox()).at(-1)).toContain('重新办理');
  const $ = await officer.page(path);
  for (const trace of [
    '受理',
    '交给县工信局',
    '已电话联系',
    '答复：请交到',
    '办结',
    '不满意，窗口没开',
    '重新办理：再核实窗口',
  ])
    expect($('main').text()).toContain(trace);
  expect(
    (await auditTrail(office.store, { limit: 20, subject: path.slice(16) })).map(({ action }) => action),
  ).toEqual([
    'ticket.reopen',
    'ticket.visit',
    'ticket.close',
    'ticket.reply',
    'ticket.note',
    'ticket.assign',
    'ticket.accept',
  ]);
  const words = (await outbox()).join('\n');
  expect(words).not.toContain('已电话联系');
});

test('in a talk that an officer has taken over the bot is silent, there alone, until it is handed back', async () => {
  await say('端午没停工有没有补贴');
  await say('端午没停工有没有补贴', 'wang');
  const talks = await officer.page('/office/talks');
  expect(talks('tbody tr').length).toBe(2);
  const path = '/office/talks/test/li';
  await officer.post(`${path}/take`);
  expect((await outbox()).at(-1)).toContain('工作人员王芳来接待您了');

  expect(await say('我们350人够不够')).toEqual([]);
  expect((await say('我们350人够不够', 'wang')).length).toBe(1);
  expect((await officer.page(path))('.talk').text()).toContain('我们350人够不够');

  const second = await office.signedIn('李明', '客服');
  expect((await second.post(`${path}/take`)).status).toBe(422);
  expect((await second.post(`${path}/say`, { text: '我来说' })).status).toBe(422);
  await officer.post(`${path}/say`, { text: '够的，请带上用电单。' });
  expect((await outbox()).at(-1)).toBe('工作人员王芳：\n够的，请带上用电单。');
  await officer.post(`${path}/back`);
  expect((await outbox()).at(-1)).toContain('已转回自动问答');
  expect((await say('端午没停工有没有补贴'))[0]).toContain('5万元');
});

test('units and ready-made replies are kept, used, and deleted', async () => {
  await officer.post('/office/units', {
    name: '县工信局',
    telephone: '0700-1234567',
    address: '',
    hours: '',
  });
  await officer.post('/office/units/reply', { text: '材料清单见政务网。' });
  let $ = await officer.page('/office/units');
  expect($('main').text()).toContain('0700-1234567');
  await office.store.transaction(({ tickets }) =>
    tickets.open({
      channel: 'test',
      conversationId: 'li',
      senderId: 'li',
      question: '材料要哪些',
      about: null,
      department: null,
      known: '',
      openedAt: office.store.now(),
    }),
  );
  const ready = await officer.page('/office/tickets/T0001');
  const use = ready('a[href*="ready="]').attr('href') ?? '';
  expect((await officer.page(use))('textarea').first().text()).toBe('材料清单见政务网。');
  $ = await officer.send($, '/office/units/remove');
  expect($('main').text()).not.toContain('0700-1234567');
});

test('who asks whom to turn to is told how to reach the unit that the document names, as the office keeps it', async () => {
  const asked = async (text: string) => (await office.ask(text, 'wu')).reply;
  await asked('端午没停工有没有补贴');
  const before = await asked('归哪个部门管');
  const [unit] = office.app.mind.knowledge.policies.flatMap(
    ({ measures }) => measures.find(({ id }) => id === before.about)?.responsible ?? [],
  );
  const add = (name: string) =>
    officer.post('/office/units', { name, telephone: '0700-7654321', address: '', hours: '工作日9点到17点' });
  // Of a unit that the document does not name nothing is told, though its name ends alike.
  await add(`别的${unit}`);
  expect((await asked('归哪个部门管')).text).not.toContain('0700');
  await add(unit ?? '');
  const reached = `${unit}：电话 0700-7654321，时间 工作日9点到17点\n（联系方式由工作人员登记，不是文件原文。）`;
  expect((await asked('归哪个部门管')).text.endsWith(reached)).toBe(true);
  expect((await asked('联系电话多少')).text).toContain(reached);
  // What is not asked for is not told, and the document’s answer stays as it is.
  expect((await asked('最高多少钱')).text).not.toContain('0700');
  expect((await asked('归哪个部门管')).text.startsWith(before.text.split('\n')[0] ?? '')).toBe(true);
});

test('a talk that is taken over stays as it is while an answer is written, and in the list until it is handed back', async () => {
  await say('端午没停工有没有补贴');
  const path = '/office/talks/test/li';
  await officer.post(`${path}/take`);
  const $ = await officer.page(path);
  expect($('meta[http-equiv=refresh]').length).toBe(0);
  expect($('#live').attr('data-taken')).toBe('王芳');
  await office.store.transaction(({ exchanges }) => exchanges.dropTexts(Number.MAX_SAFE_INTEGER));
  const talks = await officer.page('/office/talks');
  expect(talks(`a[href="${path}"]`).length).toBe(1);
  expect(talks('main').text()).toContain('王芳接待中');
});
