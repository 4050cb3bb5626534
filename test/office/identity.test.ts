/** What an office shows of itself: its emblem and what it says of data, set in the console, seen on the public pages of the same server. */
import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditTrail } from '../../src/service/index.ts';
import { type Console, openConsole } from './console.ts';
import { type Officer, ORIGIN, officerAt, PASSWORD } from './world.ts';

let office: Console;
let manager: Officer;
beforeAll(async () => {
  office = await openConsole();
  await office.officer('王芳', '管理');
  // The same officer as elsewhere, over a real connection.
  const request = (url: string, init: RequestInit) =>
    fetch(url.replace(ORIGIN, office.at('')), { ...init, redirect: 'manual' });
  manager = officerAt({ request } as unknown as Hono);
  await manager.post('/office/sign-in', { name: '王芳', password: PASSWORD });
});
afterAll(() => office.stop());

const visited = async (path: string) => load(await (await fetch(office.at(path))).text());

/** The beginning of a PNG of these sides: as much as is looked at. */
function png(width: number, height: number, bytes = 200): Uint8Array<ArrayBuffer> {
  const image = Buffer.alloc(bytes);
  image.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  image.writeUInt32BE(width, 16);
  image.writeUInt32BE(height, 20);
  return new Uint8Array(image);
}

const upload = (bytes: Uint8Array<ArrayBuffer> | string, name = '徽标.png') =>
  manager.post('/office/settings/emblem', { file: new File([bytes], name, { type: 'image/png' }) });

test('an emblem that is brought in stands on the pages at once, and goes again', async () => {
  const image = png(128, 128);
  expect((await upload(image)).status).toBe(200);
  const shown = (await visited('/'))('.brand img').attr('src') ?? '';
  expect(shown).toMatch(/^\/static\/emblem\?v=/u);
  const answer = await fetch(office.at(shown));
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(image);
  const page = await manager.page('/office/settings');
  expect(page('form[action="/office/settings/emblem"] img').attr('src')).toBe(shown);
  // Another one has another address: no browser shows the old one on.
  await upload(png(64, 64));
  expect((await visited('/'))('.brand img').attr('src')).not.toBe(shown);
  await manager.post('/office/settings/emblem', { remove: 'yes', comment: '改用默认的' });
  expect((await visited('/'))('.brand img').attr('src')).toContain('icon.svg');
  const rows = await office.withStore((store) => auditTrail(store, { limit: 9 }));
  const changes = rows.filter(({ subject }) => subject === '徽标');
  expect(changes.map(({ after, comment }) => [after === null, comment])).toEqual([
    [true, '改用默认的'],
    [false, null],
    [false, null],
  ]);
});

test.each([
  ['a drawing, which can carry a script', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', '要是 PNG'],
  ['a text that is called an image', () => '不是图片，只是叫这个名字'.repeat(9), '要是 PNG'],
  ['one that is cut off', () => png(10, 10).slice(0, 20), '要是 PNG'],
  ['more bytes than a page should load', () => png(10, 10, 201 * 1024), '最多 200 KB'],
  ['a small file that unfolds without end', () => png(100_000, 100_000), '最多 2000 像素'],
])('%s is refused with one sentence', async (_name, bytes, sentence) => {
  const before = (await visited('/'))('.brand img').attr('src');
  const answer = await upload(bytes());
  expect([answer.status, load(await answer.text())('.fault').text()]).toEqual([
    422,
    expect.stringContaining(sentence),
  ]);
  expect((await visited('/'))('.brand img').attr('src')).toBe(before);
});

test('a file over every limit is not taken in, and no file is none', async () => {
  expect((await upload(png(10, 10, 400 * 1024))).status).toBe(413);
  expect(await (await manager.post('/office/settings/emblem')).text()).toContain('请先选一个图片文件');
});

test('what the office says of data stands on the privacy page, as text, before what the program says', async () => {
  const text = '本页由明湖市企业服务中心负责。\n数据只在政务云上，<b>不出市</b>。';
  const saved = await manager.send(await manager.page('/office/settings'), '/office/settings', {
    OFFICE_NAME: '明湖市企业服务中心',
    OFFICE_PRIVACY: text,
  });
  expect(saved('.notice').text()).toContain('改了2项');
  expect(saved('textarea[name=OFFICE_PRIVACY]').val()).toBe(text);
  const $ = await visited('/privacy');
  const [own, next] = $('main section').toArray();
  expect($(own).find('h2').text()).toBe('明湖市企业服务中心的说明');
  expect(
    $(own)
      .find('p')
      .toArray()
      .map((line) => $(line).text()),
  ).toEqual(text.split('\n'));
  expect($(next).find('h2').text()).toBe('记什么');
  const tooLong = await manager.post('/office/settings', { OFFICE_PRIVACY: '长'.repeat(2_001) });
  expect([tooLong.status, await tooLong.text()]).toEqual([422, expect.stringContaining('最多 2000 个字')]);
  await manager.post('/office/settings', { OFFICE_PRIVACY: '' });
  expect((await visited('/privacy'))('main section.own')).toHaveLength(0);
});
