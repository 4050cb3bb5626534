import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { identityOf } from '../../../bots/web/identity.ts';
import { contrast, themeOf } from '../../../bots/web/theme.ts';
import { personAt, startWebBot } from './world.ts';

const SETTINGS = { HOST: '127.0.0.1', PORT: 0, PUBLIC_URL: undefined, HUIQI_DATA_DIR: '/nonexistent' };
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function officeWith(more: object) {
  const bot = await startWebBot({ settings: { ...SETTINGS, ...more } });
  cleanups.push(() => bot.stop());
  return personAt(bot.web);
}

function emblem(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-emblem-'));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'emblem.svg');
  writeFileSync(path, '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return path;
}

describe('the office of the settings', () => {
  test('says on the privacy page how long it keeps what', async () => {
    const months = await officeWith({ KEEP_IDLE_DAYS: 90, KEEP_TICKETS_DAYS: 30 });
    expect((await months.page('/privacy'))('main').text()).toMatch(/连续90天没有来问.*办结30天后删除/u);
    const always = await officeWith({ KEEP_IDLE_DAYS: 0, KEEP_TICKETS_DAYS: 0 });
    expect((await always.page('/privacy'))('main').text()).toContain('在您说“忘记我”之前一直留着');
  });

  test('changes while the site runs: its name, its colour, who may frame it', async () => {
    let current: object = {};
    const bot = await startWebBot({ settings: { ...SETTINGS }, current: () => current });
    cleanups.push(() => bot.stop());
    const person = personAt(bot.web);
    expect((await person.get('/')).headers.get('x-frame-options')).toBe('DENY');
    current = {
      OFFICE_NAME: '明湖市企业服务中心',
      OFFICE_COLOR: '#c8102e',
      FRAME_ANCESTORS: 'https://www.example.gov.cn',
    };
    const $ = await person.page('/');
    expect($('.brand').text().trim()).toBe('明湖市企业服务中心');
    expect((await person.get($('link[href*="theme"]').attr('href') ?? '')).status).toBe(200);
    const { headers } = await person.get('/privacy');
    expect(headers.get('content-security-policy')).toContain(
      "frame-ancestors 'self' https://www.example.gov.cn",
    );
    expect(headers.get('x-frame-options')).toBeNull();
    // A file that cannot be read takes nothing away from a page that runs.
    current = { OFFICE_NAME: '另一个名称', OFFICE_EMBLEM: '/nonexistent/emblem.svg' };
    expect((await person.page('/'))('.brand').text().trim()).toBe('明湖市企业服务中心');
  });

  test('stands on every page: name, emblem, colour, telephone, what it says below', async () => {
    const person = await officeWith({
      OFFICE_NAME: '明湖市企业服务中心',
      OFFICE_EMBLEM: emblem(),
      OFFICE_COLOR: '#c8102e',
      OFFICE_PHONE: '0700-123 4567',
      OFFICE_FOOTER: '主办：明湖市政府',
      OFFICE_DISCLAIMER: '以窗口答复为准。',
      OFFICE_WELCOME: '明湖惠企，欢迎来问。',
    });
    expect((await person.page('/'))('.welcome .intro').text()).toBe('明湖惠企，欢迎来问。');
    for (const path of ['/', '/check', '/p', '/deadlines', '/privacy']) {
      const $ = await person.page(path);
      expect($('.brand').text().trim()).toBe('明湖市企业服务中心');
      expect($('title').text()).toContain('明湖市企业服务中心');
      expect($('meta[property="og:site_name"]').attr('content')).toBe('明湖市企业服务中心');
      expect($('.foot a[href^="tel:"]').attr('href')).toBe('tel:07001234567');
      for (const words of ['主办：明湖市政府', '以窗口答复为准。'])
        expect($('.foot').text()).toContain(words);
      for (const file of [
        $('.brand img').attr('src'),
        $('link[href*="theme"]').attr('href'),
        $('link[rel=manifest]').attr('href'),
      ])
        expect((await person.get(file ?? '')).status).toBe(200);
    }
    const manifest = await (await person.get('/manifest.webmanifest')).json();
    expect(manifest).toMatchObject({ name: '明湖市企业服务中心', theme_color: '#c8102e', start_url: '/' });
  });

  test('may be framed by the sites that are named, and by no other without', async () => {
    const framed = await (await officeWith({ FRAME_ANCESTORS: 'https://www.example.gov.cn' })).get('/');
    expect(framed.headers.get('content-security-policy')).toContain(
      "frame-ancestors 'self' https://www.example.gov.cn",
    );
    expect(framed.headers.get('x-frame-options')).toBeNull();
    const alone = await (await officeWith({})).get('/');
    expect(alone.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(alone.headers.get('x-frame-options')).toBe('DENY');
  });

  test('says in one sentence that its emblem cannot be read', () => {
    expect(() => identityOf({ OFFICE_EMBLEM: '/nowhere/emblem.svg' })).toThrow(
      '徽标文件 /nowhere/emblem.svg 读不出来。请检查 OFFICE_EMBLEM 的路径和权限。',
    );
  });
});

test('whatever colour an office has, text in it can be read on light and on dark ground', () => {
  const rgb = (hex: string) =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as readonly [
      number,
      number,
      number,
    ];
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(byte, byte, byte, (red, green, blue) => {
      const color = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
      const [light = '', dark = ''] = Array.from(
        themeOf(color).matchAll(/--accent:(?<accent>#[\da-f]{6})/gu),
        ({ groups }) => groups?.accent ?? '',
      );
      expect(contrast(rgb(light), [255, 255, 255])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(rgb(dark), [29, 36, 43])).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('larger letters are kept for the next page, and lead back to this one alone', async () => {
  const person = await officeWith({});
  const response = await person.post('/size', { size: 'large', back: '/check' });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/check']);
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = load(await (await person.get('/p', { cookie })).text());
  expect(page('html').attr('class')).toBe('large');
  for (const back of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', ''])
    expect((await person.post('/size', { size: 'large', back })).headers.get('location')).toBe('/');
});
