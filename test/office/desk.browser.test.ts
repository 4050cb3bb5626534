/** The console in a real browser: tickets, talks, and policies told to those whom they fit. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditTrail, listOfficers } from '../../src/service/index.ts';
import { findings } from '../support/axe.ts';
import { type OpenChromium, openChromium, whyNoBrowser } from '../support/chromium.ts';
import { ask, type Console, openConsole, PATIENCE_MS, signIn } from './console.ts';

if (whyNoBrowser) console.warn(whyNoBrowser);

/** Whole days: what is told by day alone would wait where the test runs at night. */
const ANY_TIME = { PUSH_FROM: '23:59', PUSH_UNTIL: '23:58' };

describe.skipIf(whyNoBrowser !== null)('in chromium', () => {
  let office: Console;
  let chromium: OpenChromium;
  beforeAll(async () => {
    office = await openConsole(ANY_TIME);
  });
  afterAll(() => office.stop());
  beforeEach(async () => {
    chromium = await openChromium({ width: 1280, height: 900 });
    chromium.context.setDefaultTimeout(PATIENCE_MS);
  });
  afterEach(() => chromium.close());

  async function signedIn(name: string, role: '查看' | '客服' | '管理'): Promise<Page> {
    await office.officer(name, role);
    const page = await chromium.context.newPage();
    await signIn(page, name, office.at);
    return page;
  }
  /** Somebody whom the page has not seen yet. */
  async function newcomer(): Promise<Page> {
    await chromium.context.clearCookies({ name: 'huiqi' });
    const chat = await chromium.context.newPage();
    await chat.goto(office.at('/'));
    return chat;
  }

  test('a ticket is answered, closed, looked after, and taken up again; the contact sees it by itself', async () => {
    const chat = await newcomer();
    await ask(chat, '端午没停工有没有补贴');
    await ask(chat, '转人工，我的电话13812345678，材料交到哪里');
    const page = await signedIn('钱多', '客服');
    await page.goto(office.at('/office/tickets'));
    await page.locator('tbody tr', { hasText: '材料交到哪里' }).getByRole('link').click();
    const press = async (name: string, told: string) => {
      await page.getByRole('button', { name, exact: true }).click();
      await page.locator('.notice', { hasText: told }).waitFor();
    };
    expect(await page.getByRole('link', { name: '13812345678' }).count()).toBe(1);
    await press('受理', '已记下');
    await page.getByLabel('答复内容').fill('请交到政务大厅3号窗口。');
    await press('答复', '已发给对方');
    await chat.locator('.message', { hasText: '政务大厅3号窗口' }).waitFor();
    await press('办结', '已发给对方');
    await page.getByLabel('对方怎么说').fill('窗口没开');
    await press('不满意', '已记下');
    await page.getByText('已回访：不满意').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('为什么重新办').fill('再核实窗口');
    await press('重新办理', '已发给对方');
    await chat.locator('.message', { hasText: '再核实窗口' }).waitFor();
    await press('办结', '已发给对方');
    await press('满意', '已记下');
    await page.goto(office.at('/office/tickets'));
    const row = page.locator('tbody tr', { hasText: '材料交到哪里' });
    expect(await row.innerText()).toMatch(/已办结[\s\S]*已回访：满意/u);
  }, 300_000);

  test('in a talk that is taken over, what the contact says comes by itself, and an answer that is being written outlives a reload', async () => {
    const chat = await newcomer();
    const say = async (text: string) => {
      await chat.getByLabel('请输入您的问题或企业情况').fill(text);
      await chat.keyboard.press('Enter');
      await chat.locator('.message', { hasText: text }).first().waitFor();
    };
    await ask(chat, '端午没停工有没有补贴吗');
    const page = await signedIn('赵敏', '客服');
    await page.goto(office.at('/office/talks'));
    await page.getByRole('link', { name: '端午没停工有没有补贴吗' }).first().click();
    await page.getByRole('button', { name: '接管' }).click();
    await page.locator('.notice', { hasText: '已接管' }).waitFor();

    const answer = page.getByLabel('说给对方的话');
    await answer.fill('够的，请带上用电');
    await say('我想问一下窗口在哪里');
    await page.locator('#live li', { hasText: '窗口在哪里' }).waitFor();
    expect(await answer.inputValue()).toBe('够的，请带上用电');
    await page.reload();
    expect(await answer.inputValue()).toBe('够的，请带上用电');
    expect(await page.locator('.notice').count()).toBe(0);
    expect(await page.locator('.warn', { hasText: '赵敏接待中' }).count()).toBe(1);
    expect(await findings(page)).toEqual([]);

    await answer.fill('够的，请带上用电单。');
    await page.getByRole('button', { name: '发送' }).click();
    await page.locator('.notice', { hasText: '已发给对方' }).waitFor();
    await page.locator('#live li', { hasText: '请带上用电单。' }).waitFor();
    expect(await answer.inputValue()).toBe('');
    await page.reload();
    expect(await answer.inputValue()).toBe('');
    await chat.locator('.message', { hasText: '请带上用电单。' }).waitFor();
    await page.getByRole('button', { name: '交还机器人' }).click();
    await chat.locator('.message', { hasText: '已转回自动问答' }).waitFor();
    expect(await ask(chat, '端午没停工有没有补贴')).toContain('5万元');
  }, 300_000);

  test('of five enterprises three are told of a measure that fits; one that said no is not, nor one that nearly fits', async () => {
    const FITS = '我们是制造业企业，端午没停产，每天在岗350人，工业用电量增长了12%';
    const chats: Page[] = [];
    for (const [told, wish] of [
      [FITS, '有新政策告诉我'],
      [FITS, '有新政策告诉我'],
      [FITS, '有新政策告诉我'],
      [FITS, '不要推送'],
      [FITS.replace('350', '299'), '有新政策告诉我'],
    ] as const) {
      const chat = await newcomer();
      await ask(chat, told);
      await ask(chat, wish);
      chats.push(chat);
    }
    const page = await signedIn('孙悦', '管理');
    const about = '洪府办发〔2022〕58号#2';
    await page.goto(office.at(`/office/push?about=${encodeURIComponent(about)}`));
    await page.getByRole('heading', { name: '符合（4）' }).waitFor();
    await page.getByRole('heading', { name: '差一点（1）' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: '推送给同意接收的3家' }).click();
    await page.locator('.notice', { hasText: '已开始推送' }).waitFor();
    const pushed = (chat: Page) => chat.locator('.message.bot', { hasText: '不想再收到，回' }).count();
    for (const chat of chats.slice(0, 3)) await expect.poll(() => pushed(chat), { timeout: 30_000 }).toBe(1);
    for (const chat of chats.slice(3)) expect(await pushed(chat)).toBe(0);
    await expect
      .poll(async () => {
        await page.reload();
        return page.locator('main').innerText();
      })
      .toContain('已送到：3');
  }, 300_000);

  test('who may only look finds no way to change anything, and another page changes nothing in an officer’s name', async () => {
    const page = await signedIn('冯远', '查看');
    for (const path of ['/tickets', '/documents', '/questions']) {
      await page.goto(office.at(`/office${path}`));
      expect([path, await page.locator('main form[method=post]').count()]).toEqual([path, 0]);
    }
    const refused = await page.goto(office.at('/office/officers'));
    expect(refused?.status()).toBe(403);

    const manager = await signedIn('陈立', '管理');
    const before = await office.withStore((store) => listOfficers(store));
    await manager.route('https://evil.example/', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<form method="post" action="${office.at('/office/officers')}"><input name="name" value="贼"><input name="role" value="管理"></form><script>document.forms[0].submit()</script>`,
      }),
    );
    const posted = manager.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith('/office/officers'),
    );
    await manager.goto('https://evil.example/');
    // The cookie of the session stays away from a post that another page begins.
    expect((await (await posted).allHeaders()).location).toContain('/office/sign-in');
    expect(await office.withStore((store) => listOfficers(store))).toEqual(before);
    const deeds = await office.withStore((store) => auditTrail(store, { limit: 1 }));
    expect(deeds.map(({ subject }) => subject)).not.toContain('贼');
  }, 300_000);
});
