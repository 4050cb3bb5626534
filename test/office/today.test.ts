/** What waits, what was asked, and the keys of programs. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { csvOf } from '../../office/csv.ts';
import { createKeyring } from '../../src/service/index.ts';
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
