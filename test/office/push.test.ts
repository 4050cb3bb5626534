/** A measure told to those whom it fits and who said yes: seen before, once each, with its outcome. */
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditTrail } from '../../src/service/index.ts';
import { type Office, type Officer, openOffice } from './world.ts';

const ABOUT = '洪府办发〔2022〕58号#2';
const at = `/office/push?about=${encodeURIComponent(ABOUT)}`;

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

const say = async (text: string, senderId: string) =>
  (await office.ask(text, senderId, `chat-${senderId}`)).reply.text;

const FITS = {
  manufacturing: true,
  holidayContinuousProduction: true,
  industrialElectricityGrowth: 0.12,
  dailyOnDutyHeadcount: 350,
};

/** What each enterprise has told. */
async function tell(senderId: string, facts: object): Promise<void> {
  await office.store.transaction(({ profiles }) =>
    profiles.save({ channel: 'test', senderId }, null, JSON.stringify(facts), 1),
  );
}

test('three of five are told, one who said no is not, and nobody is told twice', async () => {
  for (const senderId of ['yes-1', 'yes-2', 'yes-3', 'no-1']) await tell(senderId, FITS);
  await tell('near', { ...FITS, dailyOnDutyHeadcount: 299 });
  for (const senderId of ['yes-1', 'yes-2', 'yes-3', 'near'])
    expect(await say('有新政策告诉我', senderId)).toContain('会告诉您');
  expect(await say('不要推送', 'no-1')).toContain('不再主动推送');

  let $ = await manager.page(at);
  expect(
    $('h2')
      .toArray()
      .map((one) => $(one).text()),
  ).toEqual(expect.arrayContaining(['符合（4）', '差一点（1）', '还缺情况，不能确定（0）']));
  expect($('form[action="/office/push"][method=post] button').text()).toContain('3家');
  $ = await manager.send($, '/office/push');
  expect($('main').text()).toContain('等着发：3');
  const told = await office.told();
  expect(told.map(({ conversationId }) => conversationId).sort()).toEqual([
    'chat-yes-1',
    'chat-yes-2',
    'chat-yes-3',
  ]);
  const { text } = told[0]!;
  expect(text).toContain('可得5万元');
  expect(text).toContain('给予5万元一次性补贴');
  expect(text).toContain('不要推送');
  await manager.send(await manager.page(at), '/office/push');
  expect((await office.told()).length).toBe(3);
  const [row] = await auditTrail(office.store, { limit: 1 });
  expect(row).toMatchObject({ action: 'push.send', by: '王芳', after: '{"told":3,"withoutConsent":1}' });
});

test('who changes their mind is told no more, and nobody who was never asked', async () => {
  await tell('li', FITS);
  await tell('silent', FITS);
  await say('有新政策告诉我', 'li');
  await say('别再给我推送政策了', 'li');
  const refused = await manager.post('/office/push', { about: ABOUT });
  expect(refused.status).toBe(422);
  expect(await office.told()).toEqual([]);
});

test('the list of those who need not apply is a file with what each row rests on', async () => {
  await tell('li', FITS);
  const csv = await (await manager.get(at.replace('/push?', '/push/list.csv?'))).text();
  expect(csv).toContain('50000');
  expect(csv).toContain('给予5万元一次性补贴');
  const xlsx = await (await manager.get(at.replace('/push?', '/push/list.xlsx?'))).arrayBuffer();
  const sheet = strFromU8(unzipSync(new Uint8Array(xlsx))['xl/worksheets/sheet1.xml']!);
  expect(sheet).toContain('<v>50000</v>');
  expect(sheet).toContain('350人');
});

test('what enterprises can get is summed by measure, with those who nearly fit, and nobody is named', async () => {
  for (const senderId of ['one', 'two']) await tell(senderId, FITS);
  await tell('near', { ...FITS, dailyOnDutyHeadcount: 299 });
  await tell('silent', {});
  const $ = await manager.page('/office/figures/reach');
  expect($('main').text()).toContain('按3家企业');
  const row = $('tbody tr').filter((_, one) => $(one).text().includes(ABOUT));
  expect(
    row
      .find('td')
      .toArray()
      .map((one) => $(one).text()),
  ).toEqual(['2', '100,000', '1', '0']);
  const csv = await (await manager.get('/office/figures/reach.csv')).text();
  expect(csv).toContain(`${ABOUT},`);
  expect(csv).toMatch(/,2,100000,1,0\r\n/u);
  expect(csv).not.toContain('one');
});
