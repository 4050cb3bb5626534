/** What a contact may do with what is kept of them, from outside: take it, take links back, be forgotten. */
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Attacked, serve, type Visitor, visit } from './world.ts';

const PATIENCE = { timeout: 10_000, interval: 25 };

let bot: Attacked;
beforeAll(async () => {
  bot = await serve();
});
afterAll(() => bot.close());

let serial = 0;

/** Says it, and answers what the page shows last. */
async function say(visitor: Visitor, text: string): Promise<string> {
  serial += 1;
  await visitor.post('/say', { text, event: `event-${String(serial).padStart(6, '0')}` });
  return load(await (await visitor.get('/')).text())('.message')
    .last()
    .text();
}

async function feedOf(visitor: Visitor): Promise<string> {
  return load(await (await visitor.get('/deadlines')).text())('a[href^="/my/"]').attr('href') ?? '';
}

test('a calendar’s link can be taken back: the new one works, the old one is dead', async () => {
  const visitor = await visit(bot.address);
  await say(visitor, '端午没停工有没有补贴');
  await say(visitor, '提醒我');
  const old = await feedOf(visitor);
  expect(old).not.toBe('');
  expect((await fetch(`${bot.address}${old}`)).status).toBe(200);
  await visitor.post('/my/feed', {});
  const next = await feedOf(visitor);
  expect(next).not.toBe(old);
  expect((await fetch(`${bot.address}${next}`)).status).toBe(200);
  expect((await fetch(`${bot.address}${old}`)).status).toBe(404);
});

test('a calendar’s link does not come back with who was forgotten and returns', async () => {
  const visitor = await visit(bot.address);
  await say(visitor, '端午没停工有没有补贴');
  await say(visitor, '提醒我');
  const old = await feedOf(visitor);
  await say(visitor, '忘记我');
  expect(await say(visitor, '是')).toContain('已删除');
  await say(visitor, '端午没停工有没有补贴');
  await say(visitor, '提醒我');
  expect((await fetch(`${bot.address}${old}`)).status).toBe(404);
  expect(await feedOf(visitor)).not.toBe(old);
});

test('我的数据 is a file with all that is kept, behind a link that nobody guesses and that a newer one ends', async () => {
  const visitor = await visit(bot.address);
  await say(visitor, '我们在岗有350人，房租能减吗');
  await say(visitor, '转人工');
  await say(visitor, '厂房租金到底怎么减');
  await say(visitor, '我的数据');
  const linkIn = async () =>
    load(await (await visitor.get('/')).text())('a[href^="/my/data/"]')
      .last()
      .attr('href') ?? '';
  const link = await linkIn();
  expect(link).toMatch(/^\/my\/data\/[\w-]{32}$/u);
  const file = await fetch(`${bot.address}${link}`);
  expect(file.headers.get('content-disposition')).toContain('attachment');
  expect(file.headers.get('cache-control')).toContain('no-store');
  const text = await file.text();
  expect(text).toContain('350');
  expect(text).toContain('厂房租金到底怎么减');
  expect((await fetch(`${bot.address}${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).status).toBe(
    404,
  );
  await say(visitor, '我的数据');
  await expect.poll(linkIn, PATIENCE).not.toBe(link);
  expect((await fetch(`${bot.address}${link}`)).status).toBe(404);
});

test('忘记我 with a question that nobody has answered yet says so and asks', async () => {
  const visitor = await visit(bot.address);
  await say(visitor, '转人工');
  await say(visitor, '厂房租金到底怎么减');
  const asked = await say(visitor, '忘记我');
  expect(asked).toMatch(/T\d{4}.*还没有人答复/u);
  expect(await say(visitor, '不')).not.toContain('已删除');
  await say(visitor, '忘记我');
  expect(await say(visitor, '是')).toContain('已删除');
});

test('what is kept is told once, with the first answer, and its page can be opened', async () => {
  const visitor = await visit(bot.address);
  expect(await say(visitor, '你好')).toContain('我的数据');
  expect(await say(visitor, '房租能减吗')).not.toContain('我的数据');
  const page = await fetch(`${bot.address}/privacy`);
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/PostgreSQL.*备份/su);
});
