/** The console in a real browser, on the server of the whole bot: a document from the file to the answer in a running chat. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBot, startBot } from '../../cli/running-bot.ts';
import { addOfficer, parseSettings, withState } from '../../src/service/index.ts';
import { openChromium, whyNoBrowser } from '../support/chromium.ts';
import { document as documentText, tenMeasures } from './texts.ts';
import { PASSWORD, TODAY } from './world.ts';

if (whyNoBrowser) console.warn(whyNoBrowser);

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((n) => `${id}: ${n.html.slice(0, 120)} ${n.failureSummary}`),
    );
  });
}

describe.skipIf(whyNoBrowser !== null)('in chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-office-'));
  const settings = parseSettings({
    HUIQI_DATA_DIR: folder,
    HUIQI_TODAY: TODAY,
    PORT: '0',
    FOUR_EYES: 'yes',
    LOG_LEVEL: 'silent',
  });
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startBot({ settings, environment: {} });
  });
  afterAll(async () => {
    await bot.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (path: string) => `${bot.address}${path}`;
  const linkOf = async (name: string, role: string) => {
    const add = () =>
      withState(settings, 'beside', (store) => addOfficer(store, { name, role }, { name: '测试' }));
    return `/office/link/${(await add()).token}`;
  };

  async function setPassword(page: Page, link: string): Promise<void> {
    await page.goto(at(link));
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByLabel('再输一次').fill(PASSWORD);
    await page.getByRole('button', { name: '设好，去登录' }).click();
  }
  async function signIn(page: Page, name: string): Promise<void> {
    await page.goto(at('/office/sign-in'));
    await page.getByLabel('姓名').fill(name);
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('link', { name: `${name} · ` }).waitFor();
  }

  /** A person marks these words with the mouse. */
  const mark = (page: Page, words: string): Promise<boolean> =>
    page.evaluate(`(() => {
      const wanted = ${JSON.stringify(words)};
      const source = document.querySelector('.source pre');
      const walker = document.createTreeWalker(source, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const from = node.textContent.indexOf(wanted);
        if (from < 0) continue;
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, from + wanted.length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        source.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
        return true;
      }
      return false;
    })()`);

  test('a file is brought in, looked over, signed by two, and answers in the chat within seconds; no page has findings', async () => {
    const chromium = await openChromium({ width: 1280, height: 900 });
    // A machine that is busy takes its time.
    chromium.context.setDefaultTimeout(90_000);
    const complaints: string[] = [];
    chromium.context.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    chromium.context.on('weberror', (error) => complaints.push(String(error.error())));
    try {
      const page = await chromium.context.newPage();
      await setPassword(page, await linkOf('王芳', '管理'));
      await signIn(page, '王芳');

      await page.getByRole('link', { name: '文件与审核' }).click();
      const file = { name: '云溪稳岗.txt', mimeType: 'text/plain', buffer: Buffer.from(documentText()) };
      await page.getByLabel('选择文件').setInputFiles(file);
      await page.getByRole('button', { name: '上传' }).click();
      // While it is read, the next is chosen: what comes by itself takes nothing away.
      await page.getByText('正在读……').waitFor();
      await page.getByLabel('选择文件').setInputFiles({ ...file, name: '另一份.txt' });
      await page.getByLabel('选择文件').focus();
      await page.getByRole('link', { name: '去审核' }).waitFor();
      expect(
        await page.evaluate(`(() => {
          const chosen = document.querySelector('input[type=file]');
          return [chosen.files[0].name, document.activeElement === chosen];
        })()`),
      ).toEqual(['另一份.txt', true]);
      await page.getByRole('link', { name: '去审核' }).click();
      expect(await page.locator('h1').innerText()).toContain('稳岗扩产');

      // A value and its stretch light up together.
      await page.locator('#v-validUntil summary').click();
      await page.locator('#v-validUntil textarea').focus();
      expect(await page.locator('#v-validUntil.lit').count()).toBe(1);
      expect(await page.locator('.source .lit').first().innerText()).toContain('2023年12月31日');
      // The words are marked, the day is read from them.
      expect(await mark(page, '有效期至2023年12月31日')).toBe(true);
      expect(await page.locator('#v-validUntil textarea').inputValue()).toBe('有效期至2023年12月31日');
      await page.locator('#v-validUntil').getByLabel('日期').fill('');
      await page.locator('#v-validUntil').getByRole('button', { name: '就是这样，记下' }).click();
      await page.locator('.notice', { hasText: '已改' }).waitFor();
      expect(await page.locator('#v-validUntil summary').innerText()).toContain('2023-12-31');

      const ticks = page.locator('form.ticks').first();
      if (!(await ticks.isVisible()))
        await page.locator('.value:has(form.ticks) > details > summary').first().click();
      for (const box of await ticks.getByRole('checkbox').all()) await box.check();
      await ticks.getByRole('button', { name: '记下勾选' }).click();
      await page.locator('.notice', { hasText: '勾选已记下' }).waitFor();
      expect(await findings(page)).toEqual([]);
      const review = page.url();
      await page.getByRole('button', { name: '签发' }).click();
      await page.locator('.notice', { hasText: '还要另一位' }).waitFor();

      const link = await linkOf('李明', '审核');
      await page.getByRole('button', { name: '退出' }).click();
      await setPassword(page, link);
      await signIn(page, '李明');
      await page.goto(review);
      await page.getByRole('button', { name: '签发' }).click();
      await page.locator('.notice', { hasText: '已签发' }).waitFor();

      await expect
        .poll(
          async () => {
            // Somebody new each time: who has had an answer before goes on from that one.
            await chromium.context.clearCookies({ name: 'huiqi' });
            const chat = await chromium.context.newPage();
            await chat.goto(at('/'));
            await chat.getByLabel('请输入您的问题或企业情况').fill('云溪县制造业企业稳定用工有什么补贴');
            await chat.keyboard.press('Enter');
            await chat.locator('.message.bot .bubble').last().waitFor();
            const reply = await chat.locator('.message.bot .bubble').last().innerText();
            await chat.close();
            return reply;
          },
          { timeout: 60_000, interval: 1_000 },
        )
        .toContain('6万元');

      await signIn(page, '王芳');
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        for (const path of [
          '',
          '/documents',
          '/questions',
          '/questions/handled',
          '/tickets',
          '/talks',
          '/units',
          '/push?about=%E6%B4%AA%E5%BA%9C%E5%8A%9E%E5%8F%91%E3%80%942022%E3%80%9558%E5%8F%B7%232',
          '/figures',
          '/figures/reach',
          '/settings',
          '/officers',
          '/audit',
          '/account',
        ]) {
          await page.goto(at(`/office${path}`));
          expect([path, width, await findings(page)]).toEqual([path, width, []]);
          const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
          expect([path, width, over <= 0]).toEqual([path, width, true]);
        }
      }
      expect(complaints).toEqual([]);
    } finally {
      await chromium.close();
    }
  }, 300_000);

  test('a document of ten measures is looked over, mended, ticked and signed in 40 actions and 20 edits at most', async () => {
    const chromium = await openChromium({ width: 1280, height: 900 });
    chromium.context.setDefaultTimeout(90_000);
    const done: string[] = [];
    let edits = 0;
    /** Whatever a person does with a hand: a click, a choice, a stretch that is marked, a field that is filled. */
    const act = async (what: string, doing: () => Promise<unknown>) => {
      done.push(what);
      await doing();
    };
    try {
      const page = await chromium.context.newPage();
      page.on('request', (request) => {
        if (request.method() === 'POST' && /\/(?:edit|tick)$/u.test(request.url())) edits += 1;
      });
      await setPassword(page, await linkOf('孙丽', '审核'));
      await signIn(page, '孙丽');
      await page.goto(at('/office/documents'));
      const file = { name: '十条.txt', mimeType: 'text/plain', buffer: Buffer.from(tenMeasures()) };
      await act('choose the file', () => page.getByLabel('选择文件').setInputFiles(file));
      await act('upload', () => page.getByRole('button', { name: '上传' }).click());
      const row = page.locator('#intake tr', { hasText: '十条.txt' });
      await act('open the draft', () => row.getByRole('link', { name: '去审核' }).click());
      await page.locator('.values > .value[id^=v-m-]').first().waitFor();
      expect(await page.locator('.values > .value[id^=v-m-]').count()).toBe(10);

      await act('open the end of validity', () => page.locator('#v-validUntil summary').click());
      await act('put the cursor there', () => page.locator('#v-validUntil textarea').focus());
      await act('mark the words', () => mark(page, '有效期至2023年12月31日'));
      await act('empty the day', () => page.locator('#v-validUntil').getByLabel('日期').fill(''));
      await act('confirm', () =>
        page.locator('#v-validUntil').getByRole('button', { name: '就是这样，记下' }).click(),
      );
      await page.locator('.notice', { hasText: '已改' }).waitFor();

      for (let number = 1; number <= 10; number += 1) {
        const measure = page.locator(`#v-m-${number}`);
        for (;;) {
          const open = measure.locator('button[name=all]');
          if ((await open.count()) === 0) break;
          if (!(await open.first().isVisible()))
            await act(`open measure ${number}`, () => measure.locator('summary').first().click());
          const before = await open.count();
          await act(`all right in measure ${number}`, () => open.first().click());
          await expect
            .poll(() => measure.locator('button[name=all]').count(), { timeout: 60_000 })
            .toBe(before - 1);
        }
      }
      await act('say what was looked at', () =>
        page.locator('#sign').getByLabel('说明').fill('逐条对过原文'),
      );
      await act('sign', () => page.locator('#sign').getByRole('button', { name: '签发' }).click());
      // Under four eyes the second officer looks and signs: two more.
      await page.locator('.notice', { hasText: '还要另一位' }).waitFor();
      console.info(`a document of ten measures: ${done.length} actions, ${edits} edits`);
      expect([done.length <= 40, done]).toEqual([true, done]);
      expect(edits).toBeLessThanOrEqual(20);
    } finally {
      await chromium.close();
    }
  }, 300_000);

  test('in a talk that is taken over, what the contact says comes by itself, and an answer that is being written outlives a reload', async () => {
    const chromium = await openChromium({ width: 1280, height: 900 });
    chromium.context.setDefaultTimeout(90_000);
    try {
      const chat = await chromium.context.newPage();
      const ask = async (text: string) => {
        await chat.getByLabel('请输入您的问题或企业情况').fill(text);
        await chat.keyboard.press('Enter');
        await chat.locator('.message', { hasText: text }).first().waitFor();
      };
      await chat.goto(at('/'));
      await ask('端午没停工有没有补贴');
      await chat.locator('.message.bot .bubble', { hasText: '5万元' }).first().waitFor();

      const page = await chromium.context.newPage();
      await setPassword(page, await linkOf('赵敏', '客服'));
      await signIn(page, '赵敏');
      await page.goto(at('/office/talks'));
      await page.getByRole('link', { name: '端午没停工有没有补贴' }).first().click();
      await page.getByRole('button', { name: '接管' }).click();
      await page.locator('.notice', { hasText: '已接管' }).waitFor();

      const answer = page.getByLabel('说给对方的话');
      await answer.fill('够的，请带上用电');
      await ask('我想问一下窗口在哪里');
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
    } finally {
      await chromium.close();
    }
  }, 300_000);
});
