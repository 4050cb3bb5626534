/** The page in a real browser, as a person on a phone and at a desk uses it. */

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../../support/axe.ts';
import { type OpenChromium, openChromium, whyNoBrowser } from '../../support/chromium.ts';
import { startWebBot, type WebBot } from './world.ts';

if (whyNoBrowser) console.warn(whyNoBrowser);

describe.skipIf(whyNoBrowser !== null)('in chromium', () => {
  let bot: WebBot;
  beforeAll(async () => {
    bot = await startWebBot();
  });
  afterAll(() => bot.stop());

  /** Runs with a fresh profile; any word on the browser's console or any request elsewhere is a failure. */
  async function browse(
    options: Parameters<typeof openChromium>[0],
    work: (page: Page, context: BrowserContext) => Promise<void>,
  ): Promise<void> {
    const chromium: OpenChromium = await openChromium(options);
    const complaints: string[] = [];
    const { context } = chromium;
    context.on('console', (message) => {
      // Chromium itself remarks that a page was not found.
      if (!message.location().url.endsWith('/nowhere'))
        complaints.push(`${message.type()}: ${message.text()}`);
    });
    context.on('weberror', (error) => complaints.push(String(error.error())));
    context.on('request', (request) => {
      if (!request.url().startsWith(bot.web.address())) complaints.push(`asked ${request.url()}`);
    });
    try {
      await work(await context.newPage(), context);
      expect(complaints).toEqual([]);
    } finally {
      await chromium.close();
    }
  }

  const open = (page: Page, path = '/') => page.goto(`${bot.web.address()}${path}`);
  const answers = (page: Page) => page.locator('.message.bot .bubble');

  async function say(page: Page, text: string): Promise<string> {
    const before = await answers(page).count();
    await page.getByLabel('请输入您的问题或企业情况').fill(text);
    await page.keyboard.press('Enter');
    const told = answers(page).nth(before);
    await told.waitFor();
    return told.innerText();
  }

  test('from a question to 5万元, its clause, a reminder, the feed, and back', async () => {
    await browse({ width: 390 }, async (page) => {
      await open(page);
      const starter = page.locator('.starters button').first();
      const question = await starter.innerText();
      await starter.click();
      await answers(page).first().waitFor();
      expect(await page.locator('.message.visitor .bubble').first().innerText()).toBe(question);

      expect(await say(page, '端午没停工有没有补贴')).toContain('5万元或10万元');
      await page.locator('.basis summary').last().click();
      expect(await page.locator('.basis blockquote').last().innerText()).toContain('给予5万元一次性补贴');
      const guided = await say(page, '350人');
      expect(guided).toMatch(/还差2个情况[\s\S]*5万元/u);
      // What is asked is answered by taps and a figure.
      await page.locator('.asked').last().getByRole('radio', { name: '是', exact: true }).check();
      await page.locator('.asked').last().getByLabel('工业用电量同比增长多少').fill('12%');
      await page.locator('.asked').last().getByRole('button', { name: '回答' }).click();
      await page.locator('.verdict.good').waitFor();
      expect(await page.locator('.verdict.good').innerText()).toBe('符合');
      expect(await page.locator('.bubble.good .amount').innerText()).toMatch(/可得\s*5万元/u);
      expect(await page.locator('#aside .facts').textContent()).toContain('350人');

      expect(await say(page, '提醒我')).toContain('7月30日');
      await page.locator('#mine > summary').click();
      const feed = await page.getByRole('link', { name: '订阅我的提醒' }).getAttribute('href');
      const calendar = await page.request.get(`${bot.web.address()}${feed}`);
      expect(await calendar.text()).toContain('DTSTART;VALUE=DATE:20220730');

      await say(page, '政策体检');
      const option = page.locator('.message:last-child button[name=choice]').first();
      const before = await answers(page).count();
      await option.click();
      await answers(page).nth(before).waitFor();

      const messages = () => page.locator('.message .bubble').allTextContents();
      const seen = await messages();
      await page.reload();
      expect(await messages()).toEqual(seen);

      const source = page.locator('.bubble a[href$="#2"]').first();
      await source.click();
      const clause = page.locator('.clause:target');
      expect(await clause.locator('.text').innerText()).toContain('给予5万元一次性补贴');
      expect(await clause.boundingBox()).toMatchObject({
        y: expect.toSatisfy((y: number) => y >= 40 && y < 200),
      });
      const [marked, plain] = await Promise.all(
        [clause.locator('.text'), page.locator('.clause:not(:target) .text').first()].map((one) =>
          one.evaluate((element) => {
            const { getComputedStyle } = globalThis as unknown as {
              getComputedStyle(of: unknown): { backgroundColor: string };
            };
            return getComputedStyle(element).backgroundColor;
          }),
        ),
      );
      expect(marked).not.toBe(plain);
      await page.getByRole('link', { name: '原文', exact: true }).nth(1).click();
      expect((await page.locator('pre :target').innerText()).replace(/\s/gu, '')).toContain(
        '300人至1000人之间',
      );
    });
  });

  test('search as you type', async () => {
    await browse({ width: 390 }, async (page) => {
      await open(page, '/p');
      await page.getByLabel('搜政策条款').pressSequentially('过节没停工', { delay: 20 });
      const first = page.locator('#results a').first();
      await first.waitFor();
      await expect.poll(() => page.url()).toContain(encodeURIComponent('过节没停工'));
      expect(decodeURIComponent((await first.getAttribute('href')) ?? '')).toMatch(/58号#2$/u);
      expect(await page.locator('#policies').isVisible()).toBe(false);
      await page.getByLabel('搜政策条款').fill('');
      await page.locator('#policies').waitFor();
    });
  });

  test('two pages of one visitor show the same, and what failed to leave is not lost', async () => {
    await browse({ width: 390 }, async (page, context) => {
      await open(page);
      const other = await context.newPage();
      await open(other);
      await say(page, '你好');
      await answers(other).first().waitFor();
      expect(await other.locator('.message').allInnerTexts()).toEqual(
        await page.locator('.message').allInnerTexts(),
      );
    });
    const chromium = await openChromium();
    const page = await chromium.context.newPage();
    await open(page);
    await page.route('**/say', (route) => route.abort());
    await page.locator('#text').fill('网断了');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#trouble').innerText()).toContain('没有发出去');
    expect(await page.locator('#text').inputValue()).toBe('网断了');
    await chromium.close();
  });

  test.each([
    { width: 390, dark: false },
    { width: 1280, dark: false },
    { width: 390, dark: true },
    { width: 1280, dark: true },
  ])(
    'axe finds nothing at $width px (dark: $dark)',
    async (options) => {
      await browse(options, async (page) => {
        await open(page);
        expect(await findings(page)).toEqual([]);
        await say(page, '制造业，端午没停工，350人在岗，用电涨了12%');
        await say(page, '提醒我');
        await say(page, '政策体检');
        const policy = await page.locator('.bubble a').first().getAttribute('href');
        expect(await findings(page)).toEqual([]);
        for (const path of [
          policy ?? '',
          `${policy?.split('#')[0]}/source`,
          '/p',
          '/deadlines',
          '/check',
          '/history',
          '/nowhere',
        ]) {
          await page.goto(`${bot.web.address()}${path}`);
          expect([path, ...(await findings(page))]).toEqual([path]);
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        }
      });
    },
    120_000,
  );
});
