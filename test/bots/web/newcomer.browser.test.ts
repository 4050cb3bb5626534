/** A newcomer in a real browser: three tasks in four steps at most, each by keyboard alone, and over a network that goes away. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, whyNoBrowser } from '../../support/chromium.ts';
import { startWebBot, type WebBot } from './world.ts';

/** Every move of what was there already, also right after a key: what the contact did must not move it either. */
const WATCH_SHIFTS = `
  globalThis.shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift' });`;

describe.skipIf(whyNoBrowser !== null)('a newcomer', () => {
  let bot: WebBot;
  beforeAll(async () => {
    bot = await startWebBot();
  });
  afterAll(() => bot.stop());

  async function browse(width: number, work: (page: Page) => Promise<void>): Promise<void> {
    const chromium = await openChromium({ width });
    try {
      const page = await chromium.context.newPage();
      await page.goto(bot.web.address());
      await work(page);
    } finally {
      await chromium.close();
    }
  }

  const answers = (page: Page) => page.locator('.message.bot .bubble');

  async function say(page: Page, text: string): Promise<string> {
    const before = await answers(page).count();
    await page.locator('#text').fill(text);
    await page.keyboard.press('Enter');
    await answers(page).nth(before).waitFor();
    return answers(page).nth(before).innerText();
  }

  test.each([390, 1280])(
    'at %i px: 5万元 with its proof, then a reminder, in four messages and taps',
    async (width) => {
      await browse(width, async (page) => {
        await say(page, '制造业，端午没停产，每天350人在岗，用电涨了12%，能拿多少');
        const card = page.locator('.bubble.good').last();
        expect(await card.locator('.amount').innerText()).toMatch(/5万元/u);
        await page.locator('.basis summary').last().click();
        expect(await page.locator('.basis blockquote').last().innerText()).toContain('给予5万元一次性补贴');
        expect(await say(page, '提醒我')).toContain('7月30日');
      });
    },
  );

  test.each([390, 1280])(
    'at %i px: a last day in the calendar, in three messages and taps',
    async (width) => {
      await browse(width, async (page) => {
        await say(page, '端午没停工有没有补贴');
        await say(page, '提醒我');
        const downloading = page.waitForEvent('download');
        await page.getByRole('link', { name: '加入日历' }).last().click();
        const file = await readFile(await (await downloading).path(), 'utf8');
        expect(file).toContain('DTSTART;VALUE=DATE:20220730');
      });
    },
  );

  test('a restaurant in 东湖 sees what there is for it in one message, each with its document and standing, and reads it with one tap', async () => {
    await browse(390, async (page) => {
      const told = await say(page, '东湖区餐饮企业有什么政策');
      expect(told).toContain('住宿餐饮');
      expect(told).toMatch(/东府办发[\s\S]*未写明有效期/u);
      await page.locator('.bubble .entry').first().click();
      await answers(page).nth(1).waitFor();
      expect(await answers(page).nth(1).innerText()).toContain('住宿餐饮');
    });
  });

  test('by keyboard alone: to the field, a question, to its clause, and back', async () => {
    await browse(1280, async (page) => {
      // The first stop leads past the navigation.
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await tabTo(page, '#text');
      await page.keyboard.type('端午没停工有没有补贴');
      await page.keyboard.press('Enter');
      await answers(page).first().waitFor();
      await tabTo(page, '.basis summary', { back: true });
      await page.keyboard.press('Enter');
      await page.locator('.basis[open] blockquote').waitFor();
      await tabTo(page, '.basis a[href*="#"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/p\//u);
      expect(await page.locator('.clause:target').innerText()).toContain('给予5万元一次性补贴');
      await page.goBack();
      expect(await answers(page).count()).toBe(1);
    });
  });

  test('by keyboard alone: what there is for a restaurant, and one of it', async () => {
    await browse(1280, async (page) => {
      await tabTo(page, '#text');
      await page.keyboard.type('东湖区餐饮企业有什么政策');
      await page.keyboard.press('Enter');
      await answers(page).first().waitFor();
      await tabTo(page, '.bubble .entry', { back: true });
      await page.keyboard.press('Enter');
      await answers(page).nth(1).waitFor();
      expect(await answers(page).nth(1).innerText()).toContain('来源');
    });
  });

  test('by keyboard alone: a reminder, and its day in the calendar', async () => {
    await browse(390, async (page) => {
      await tabTo(page, '#text');
      for (const [answered, text] of ['端午没停工有没有补贴', '提醒我'].entries()) {
        await page.keyboard.type(text);
        await page.keyboard.press('Enter');
        await answers(page).nth(answered).waitFor();
      }
      await tabTo(page, '.bubble a[href*=".ics"]', { back: true });
      const downloading = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      const file = await readFile(await (await downloading).path(), 'utf8');
      expect(file).toContain('DTSTART;VALUE=DATE:20220730');
    });
  });

  /** Presses Tab until an element of this kind has the focus. */
  async function tabTo(page: Page, selector: string, { back = false } = {}): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
      await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`the keyboard does not reach ${selector}`);
  }

  test('without a network it says so, keeps what is written, and goes on when the network is back', async () => {
    await browse(390, async (page) => {
      await say(page, '你好');
      await page.context().setOffline(true);
      await expect.poll(() => page.locator('#trouble').innerText()).toContain('网络断了');
      await page.locator('#text').fill('房租能减吗');
      await page.context().setOffline(false);
      await expect.poll(() => page.locator('#trouble').innerText()).toBe('');
      expect(await page.locator('#text').inputValue()).toBe('房租能减吗');
      await page.keyboard.press('Enter');
      await answers(page).nth(1).waitFor({ timeout: 20_000 });
    });
  });

  test.each([390, 1280])(
    'at %i px nothing moves while answers come, and the field keeps its place',
    async (width) => {
      await browse(width, async (page) => {
        await page.evaluate(WATCH_SHIFTS);
        const field = async () =>
          Math.round((await page.locator('#composer').boundingBox())?.y ?? Number.NaN);
        const before = await field();
        for (const text of [
          '东湖区餐饮企业有什么政策',
          '端午没停工',
          '350人',
          '做零件的，用电涨12%',
          '提醒我',
          '政策体检',
        ]) {
          await say(page, text);
          // What comes after the answer: what is kept of the enterprise.
          await page.evaluate(
            'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
          );
          expect(await field()).toEqual(before);
        }
        // A tenth is what browsers still call good for a whole visit.
        expect(await page.evaluate('shifts.reduce((sum, one) => sum + one.value, 0)')).toBeLessThan(0.01);
      });
    },
  );

  test('where the server has no room for a stream, answers are asked for and come', async () => {
    const full = await startWebBot({ limits: { perVisitor: 0 } });
    const chromium = await openChromium();
    try {
      const page = await chromium.context.newPage();
      await page.goto(full.web.address());
      await page.locator('#text').fill('房租能减吗');
      await page.keyboard.press('Enter');
      await answers(page).first().waitFor({ timeout: 30_000 });
    } finally {
      await chromium.close();
      await full.stop();
    }
  }, 60_000);

  test('a new conversation clears the page at once, on every page that is open', async () => {
    await browse(1280, async (page) => {
      const other = await page.context().newPage();
      await say(page, '我们350人在岗');
      await other.goto(bot.web.address());
      await page.getByRole('button', { name: '开始新对话' }).click();
      for (const one of [page, other])
        await expect.poll(() => one.locator('#log').innerText()).not.toContain('我们350人在岗');
      await page.getByRole('link', { name: '看全部对话、查找' }).click();
      expect(await page.locator('main').innerText()).toContain('我们350人在岗');
    });
  });
});
