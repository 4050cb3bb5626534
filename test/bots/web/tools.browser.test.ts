/** What can be done with what was said and shown, in a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenChromium, openChromium, whyNoBrowser } from '../../support/chromium.ts';
import { startWebBot, type WebBot } from './world.ts';

describe.skipIf(whyNoBrowser !== null)('on the page', () => {
  let bot: WebBot;
  let chromium: OpenChromium;
  let page: Page;
  beforeAll(async () => {
    bot = await startWebBot();
    chromium = await openChromium();
    await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await chromium.context.newPage();
    await page.goto(bot.web.address());
    await page.locator('html[data-ready]').waitFor();
  });
  afterAll(async () => {
    await chromium.close();
    await bot.stop();
  });

  const answers = () => page.locator('.message.bot .bubble');
  const copied = () => page.evaluate<string>('navigator.clipboard.readText()');

  test('Enter that ends a word of an input method does not send, not even in Safari, which says only 229', async () => {
    await page.locator('#text').fill('端午没停工有没有补贴');
    await page.locator('#text').dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true });
    await page.locator('#text').dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    expect(await page.locator('#text').inputValue()).toBe('端午没停工有没有补贴');
    await page.keyboard.press('Enter');
    await answers().first().waitFor();
    expect(await page.locator('.message.visitor').count()).toBe(1);
  });

  test('an answer is copied without what is asked below it', async () => {
    await page.getByRole('button', { name: '复制' }).first().click();
    await page.getByRole('button', { name: '已复制' }).waitFor();
    expect(await copied()).toContain('鼓励企业');
    expect(await copied()).not.toMatch(/有用吗|回答$/u);
  });

  test("one's own words are taken back into the field to be put right", async () => {
    await page.getByRole('button', { name: '改这句' }).first().click();
    expect(await page.locator('#text').inputValue()).toBe('端午没停工有没有补贴');
    await page.locator('#text').fill('');
  });

  test('an answer is judged with a reason, thanked for in its place, and nothing else on the page changes', async () => {
    await page.locator('.judge summary').click();
    await page.getByLabel('哪里不对（可不填）').fill('没说去哪里交表');
    await page.getByRole('button', { name: '没用' }).click();
    await page.getByText('已记下，谢谢。').waitFor();
    expect(await page.locator('.judge').count()).toBe(0);
    const exchanges = await bot.store.transaction((records) =>
      records.exchanges.since(0, { onlyOpen: true }),
    );
    expect(exchanges).toMatchObject([{ feedback: 'bad', reason: '没说去哪里交表' }]);
  });

  test('larger letters make everything larger, and stay', async () => {
    const height = async () => (await page.locator('.message.visitor .bubble').first().boundingBox())?.height;
    const before = (await height()) ?? 0;
    await page.getByRole('button', { name: '大字版' }).click();
    await page.locator('html.large').waitFor();
    expect(await height()).toBeGreaterThan(before * 1.2);
    await page.goto(`${bot.web.address()}/p`);
    expect(await page.locator('html.large').count()).toBe(1);
    await page.getByRole('button', { name: '标准字号' }).click();
    await page.locator('html:not(.large)').waitFor();
  });

  test('on paper nothing stands that can only be pressed', async () => {
    await page.goto(bot.web.address());
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['#composer', 'nav.top', '.chat aside'])
      expect(await page.locator(gone).isVisible()).toBe(false);
    expect(await page.locator('.bubble .conditions').isVisible()).toBe(true);
    expect(await page.locator('.basis blockquote').isVisible()).toBe(true);
  });

  test('what the browser hears stands in the field to be read, and nothing is sent; where it cannot listen there is no button', async () => {
    const other = await chromium.context.newPage();
    await other.addInitScript(`globalThis.SpeechRecognition = class {
      start() { this.onresult({ results: [[{ transcript: '房租' }], [{ transcript: '能减吗' }]] }); this.onend(); }
      stop() {}
    };`);
    await other.goto(bot.web.address());
    await other.locator('html[data-ready]').waitFor();
    const said = await other.locator('.message.visitor').count();
    await other.locator('#speak').click();
    expect(await other.locator('#text').inputValue()).toBe('房租能减吗');
    expect(await other.locator('.message.visitor').count()).toBe(said);
    await other.addInitScript(
      'delete globalThis.SpeechRecognition; delete globalThis.webkitSpeechRecognition;',
    );
    await other.reload();
    await other.locator('html[data-ready]').waitFor();
    expect(await other.locator('#speak').isVisible()).toBe(false);
    await other.close();
  });
});
