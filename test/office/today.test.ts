/** What waits, what was asked, and the keys of programs. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { csvOf } from '../../office/csv.ts';
import { auditTrail, createKeyring, openLiveSettings, parseSettings } from '../../src/service/index.ts';
import { startSmtpStub } from '../support/smtp-stub.ts';
import { type Office, type Officer, openOffice } from './world.ts';

let office: Office;
let manager: Officer;
beforeEach(async () => {
  office = await openOffice();
  manager = await office.signedIn('王芳', '管理');
});
afterEach(async () => {
  expect(office.errors).toEqual([]);
  await office.stop();
});

test('the first page counts what waits, and figures count what was asked without a word of it', async () => {
  await office.ask('火星旅行签证去哪里办', 'li');
  await office.ask('端午没停工有没有补贴', 'li');
  await office.ask('端午没停工有没有补贴', 'wang');
  const $ = await manager.page('/office');
  expect($('.tile').first().text()).toContain('1');
  const figures = await manager.page('/office/figures?days=7');
  expect(figures('.tile').eq(0).text()).toContain('3');
  expect(figures('.tile').eq(1).text()).toContain('2');
  expect(figures('svg rect').length).toBeGreaterThan(4);
  expect(figures('main').text()).not.toContain('火星');
  const csv = await manager.get('/office/figures.csv?days=7');
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(await csv.text()).toMatch(/^统计,名称,次数\r\n/u);
});

test('who says that they have applied is counted as having come that far', async () => {
  const applied = async () =>
    /说已经申报,(\d+)/u.exec(await (await manager.get('/office/figures.csv?days=7')).text());
  expect((await applied())?.[1]).toBe('0');
  await office.ask('端午没停工有没有补贴', 'wang');
  await office.ask('提醒我', 'wang');
  await office.ask('已申报', 'wang');
  expect((await applied())?.[1]).toBe('1');
});

test('the first page says how many processes run, and whether all answer from the same knowledge', async () => {
  expect((await manager.page('/office'))('main').text()).toMatch(/在用的知识：[^。]+。在运行的进程：1个。/u);
});

test('a spreadsheet computes nothing of what people wrote', () => {
  expect(csvOf([['=1+1', '@x', 'a"b', -5, null]])).toBe('\uFEFF\'=1+1,\'@x,"a""b",-5,\r\n');
});

test('a key of a program is shown once, works, and is revoked', async () => {
  const made = await manager.post('/office/settings/keys', {
    name: '平台',
    scope: ['read', 'nothing'],
    rate: '60',
  });
  const token = /hq_[\w-]+/u.exec(await made.text())?.[0] ?? '';
  const keyring = createKeyring(office.store);
  expect(await keyring.holderOf(token)).toMatchObject({ name: '平台', scopes: ['read'], perMinute: 60 });
  const page = await manager.page('/office/settings');
  expect(page('main').text()).not.toContain(token);
  await manager.send(page, '/office/settings/keys/revoke');
  expect(await createKeyring(office.store).holderOf(token)).toBeNull();
  for (const wrong of [{ rate: '0' }, { expires: '明年' }, { scope: 'nothing' }])
    expect(
      (await manager.post('/office/settings/keys', { name: 'x', scope: 'read', rate: '5', ...wrong })).status,
    ).toBe(422);
});

test('what a manager sets holds at once, with its row in the audit, and goes back to the environment when it is emptied', async () => {
  const page = await manager.page('/office/settings');
  expect(page('input[name=TICKET_CLOSE_DAYS]').attr('value')).toBe('7');
  const saved = await manager.send(page, '/office/settings', {
    OFFICE_NAME: '云溪县企业服务中心',
    TICKET_CLOSE_DAYS: '3',
    KEEP_IDLE_DAYS: '180',
    comment: '机构改名',
  });
  expect(saved('.notice').text()).toContain('改了2项');
  expect(office.live.current()).toMatchObject({ OFFICE_NAME: '云溪县企业服务中心', TICKET_CLOSE_DAYS: 3 });
  const rows = await auditTrail(office.store, { limit: 2 });
  expect(
    rows
      .map(({ by, action, subject, before, after, comment }) => [by, action, subject, before, after, comment])
      .sort(),
  ).toEqual([
    ['王芳', 'setting.change', '几天内办结', null, '3', '机构改名'],
    ['王芳', 'setting.change', '单位名称', null, '云溪县企业服务中心', '机构改名'],
  ]);
  const emptied = await manager.send(saved, '/office/settings', { OFFICE_NAME: '', TICKET_CLOSE_DAYS: '3' });
  expect(emptied('.notice').text()).toContain('改了1项');
  expect(office.live.current().OFFICE_NAME).toBeUndefined();
  expect(office.live.current().TICKET_CLOSE_DAYS).toBe(3);
});

test('a setting that is wrong changes none of those that were sent with it', async () => {
  const page = await manager.page('/office/settings');
  const fields = { OFFICE_NAME: '云溪县', OFFICE_COLOR: '蓝色' };
  const refused = await manager.send(page, '/office/settings', fields);
  expect(refused('.fault').text()).toContain('主色不对');
  expect(office.live.current().OFFICE_NAME).toBeUndefined();
  expect(
    (await auditTrail(office.store, { limit: 5 })).some(({ action }) => action === 'setting.change'),
  ).toBe(false);
});

test('another worker follows what is set, and a value that it cannot read counts as not set', async () => {
  const other = await openLiveSettings(parseSettings({ OFFICE_PHONE: '0700-1234567' }), office.store);
  const before = other.current();
  await other.refresh();
  expect(other.current()).toBe(before);
  await manager.post('/office/settings', { OFFICE_PHONE: '0700-7654321' });
  await other.refresh();
  expect(other.current().OFFICE_PHONE).toBe('0700-7654321');
  await office.store.transaction(({ desk }) => desk.list('setting', 'OFFICE_PHONE', { value: '打总机' }));
  await other.refresh();
  expect(other.current().OFFICE_PHONE).toBe('0700-1234567');
});

test('a test message by mail goes out, and why it did not is said', async () => {
  const server = await startSmtpStub();
  const mailing = await openOffice({
    SMTP_URL: server.url,
    SMTP_FROM: 'huiqi@example.cn',
    OFFICER_MAIL: 'wang@example.cn',
  });
  try {
    const by = await mailing.signedIn('王芳', '管理');
    const $ = await by.send(await by.page('/office/settings'), '/office/settings/mail');
    expect($('.notice').text()).toContain('测试邮件已发出');
    expect(server.mails.map(({ to }) => to)).toEqual(['wang@example.cn']);
    server.refusals.set('wang@example.cn', ['550 no such user']);
    const refused = await by.post('/office/settings/mail');
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('smtp 550')]);
    const rows = await auditTrail(mailing.store, { limit: 2 });
    expect(rows.map(({ action, after }) => [action, after])).toEqual([
      ['mail.test', 'smtp 550'],
      ['mail.test', 'sent'],
    ]);
  } finally {
    await mailing.stop();
    await server.close();
  }
});
