/** The console in a real browser, on the server of the whole bot: a document from the file to the answer in a running chat. */
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../support/axe.ts';
import { openChromium, whyNoBrowser } from '../support/chromium.ts';
import { ask, type Console, mark, openConsole, PATIENCE_MS, signIn } from './console.ts';
import { document as documentText, tenMeasures } from './texts.ts';
import { PASSWORD } from './world.ts';

if (whyNoBrowser) console.warn(whyNoBrowser);

describe.skipIf(whyNoBrowser !== null)('in chromium', () => {
  let office: Console;
  beforeAll(async () => {
    office = await openConsole({ FOUR_EYES: 'yes' });
  });
  afterAll(() => office.stop());

  async function setPassword(page: Page, link: string): Promise<void> {
    await page.goto(office.at(link));
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByLabel('再输一次').fill(PASSWORD);
    await page.getByRole('button', { name: '设好，去登录' }).click();
  }
  const fileOf = (text: string, name: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  });

  test('a file is brought in, looked over, signed by two, and answers in the chat within seconds; no page has findings', async () => {
    const chromium = await openChromium({ width: 1280, height: 900 });
    chromium.context.setDefaultTimeout(PATIENCE_MS);
    const complaints: string[] = [];
    chromium.context.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    chromium.context.on('weberror', (error) => complaints.push(String(error.error())));
    try {
      const page = await chromium.context.newPage();
      await setPassword(page, await office.linkOf('王芳', '管理'));
      await signIn(page, '王芳', office.at);

      await page.getByRole('link', { name: '文件与审核' }).click();
      const file = fileOf(documentText(), '云溪稳岗.txt');
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

      const link = await office.linkOf('李明', '审核');
      await page.getByRole('button', { name: '退出' }).click();
      await setPassword(page, link);
      await signIn(page, '李明', office.at);
      await page.goto(review);
      await page.getByRole('button', { name: '签发' }).click();
      await page.locator('.notice', { hasText: '已签发' }).waitFor();

      await expect
        .poll(
          async () => {
            // Somebody new each time: who has had an answer before goes on from that one.
            await chromium.context.clearCookies({ name: 'huiqi' });
            const chat = await chromium.context.newPage();
            await chat.goto(office.at('/'));
            const reply = await ask(chat, '云溪县制造业企业稳定用工有什么补贴');
            await chat.close();
            return reply;
          },
          { timeout: 60_000, interval: 1_000 },
        )
        .toContain('6万元');

      await signIn(page, '王芳', office.at);
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
          await page.goto(office.at(`/office${path}`));
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
    chromium.context.setDefaultTimeout(PATIENCE_MS);
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
      await setPassword(page, await office.linkOf('孙丽', '审核'));
      await signIn(page, '孙丽', office.at);
      await page.goto(office.at('/office/documents'));
      const file = fileOf(tenMeasures(), '十条.txt');
      await act('choose the file', () => page.getByLabel('选择文件').setInputFiles(file));
      await act('upload', () => page.getByRole('button', { name: '上传' }).click());
      const row = page.locator('#intake tr', { hasText: '十条.txt' });
      await act('open the draft', () => row.getByRole('link', { name: '去审核' }).click());
      await page.locator('.values > .value[id^=v-m-]').nth(9).waitFor();
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

  test('of two officers at one draft the second is told and keeps what was typed; what a changed figure does is seen before, and undone after', async () => {
    const chromium = await openChromium({ width: 1280, height: 900 });
    chromium.context.setDefaultTimeout(PATIENCE_MS);
    try {
      await office.officer('周宁', '审核');
      await office.officer('吴越', '审核');
      const first = await chromium.context.newPage();
      const second = await chromium.context.newPage();
      await signIn(first, '周宁', office.at);
      await signIn(second, '吴越', office.besides);

      /** One brings in a text, both sign it; what anybody is answered then. */
      const bring = async (sum: string, name: string): Promise<string> => {
        await first.goto(office.at('/office/documents'));
        await first
          .getByLabel('选择文件')
          .setInputFiles(
            fileOf(documentText({ sum, number: '清江府办发〔2021〕19号', place: '清江县' }), name),
          );
        await first.getByRole('button', { name: '上传' }).click();
        const row = first.locator('#intake tr', { hasText: name });
        await row.getByRole('link', { name: '去审核' }).click();
        await first.locator('#v-names').waitFor();
        return new URL(first.url()).pathname;
      };
      const sign = async (page: Page, path: string, told: string) => {
        await page.goto(path);
        await page.getByRole('button', { name: '签发' }).click();
        await page.locator('.notice', { hasText: told }).waitFor();
      };
      const signBoth = async (path: string) => {
        await sign(first, office.at(path), '还要另一位');
        await sign(second, office.besides(path), '已签发');
      };
      const answered = async (sum: string) => {
        await expect
          .poll(
            async () => {
              await chromium.context.clearCookies({ name: 'huiqi' });
              const chat = await chromium.context.newPage();
              await chat.goto(office.at('/'));
              const reply = await ask(chat, '清江县制造业企业稳定用工有什么补贴');
              await chat.close();
              return reply;
            },
            { timeout: 60_000, interval: 500 },
          )
          .toContain(sum);
      };

      const draft = await bring('3万元', '清江稳岗.txt');
      await second.goto(office.besides(draft));
      const namesOn = async (page: Page, names: string) => {
        await page.locator('#v-names > summary').click();
        await page.locator('#v-names textarea').fill(names);
        await page.locator('#v-names').getByRole('button').click();
      };
      await namesOn(first, '清江十九号文');
      await first.locator('.notice', { hasText: '已改' }).waitFor();
      await namesOn(second, '清江稳岗措施');
      await second.getByRole('alert').filter({ hasText: '周宁在' }).waitFor();
      expect(await second.locator('.given').innerText()).toBe('清江稳岗措施');
      expect(await findings(second)).toEqual([]);
      await second.goto(office.besides(`${draft}?at=names`));
      expect(await second.locator('#v-names textarea').inputValue()).toBe('清江十九号文');
      await signBoth(draft);
      await answered('3万元');

      const changed = await bring('7万元', '清江稳岗新.txt');
      await first.getByRole('link', { name: '会改变什么' }).click();
      await first.locator('ins', { hasText: '7万元' }).first().waitFor();
      expect(await first.locator('del', { hasText: '3万元' }).count()).toBeGreaterThan(0);
      expect(await findings(first)).toEqual([]);
      await signBoth(changed);
      await answered('7万元');

      await first.goto(office.at(changed.replace(/\/\d+$/u, '')));
      const restore = first.locator('form[action$="/restore"]').first();
      await restore.getByPlaceholder('说明').fill('金额发布有误');
      await restore.getByRole('button').click();
      await first.locator('.notice', { hasText: '已恢复' }).waitFor();
      await answered('3万元');
    } finally {
      await chromium.close();
    }
  }, 300_000);

  test('files that do harm elsewhere are refused by name, and who asks meanwhile is answered', async () => {
    const chromium = await openChromium({ width: 1280, height: 900 });
    chromium.context.setDefaultTimeout(PATIENCE_MS);
    try {
      await office.officer('郑洁', '审核');
      const page = await chromium.context.newPage();
      await signIn(page, '郑洁', office.at);
      const chat = await chromium.context.newPage();
      await chat.goto(office.at('/'));
      await ask(chat, '端午没停工有没有补贴');
      const waits: number[] = [];
      for (const { name, bytes } of hostileFiles()) {
        await page.goto(office.at('/office/documents'));
        await page.getByLabel('选择文件').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
        await page.getByRole('button', { name: '上传' }).click();
        const row = page.locator('#intake tr', { hasText: name }).first();
        await row.waitFor();
        do {
          const since = performance.now();
          expect(await ask(chat, '归哪个部门管')).not.toBe('');
          waits.push(performance.now() - since);
          // A visitor may say so much a minute and no more.
          await chat.waitForTimeout(BETWEEN_ASKS_MS);
        } while ((await row.innerText()).includes('正在读'));
        expect([name, await row.locator('td.bad').count()]).toEqual([name, 1]);
      }
      console.info(
        `asked beside hostile files ${waits.length} times: the longest wait ${Math.max(...waits).toFixed(0)} ms`,
      );
    } finally {
      await chromium.close();
    }
  }, 300_000);
});

const BETWEEN_ASKS_MS = 2_500;

/** A file that unpacks to gigabytes, one that is another kind than it says, one of nothing but openings, one that is cut off. */
const hostileFiles = (): { name: string; bytes: Uint8Array }[] => [
  { name: '压缩炸弹.zip', bytes: zipSync({ '长.txt': new Uint8Array(256 * 1024 * 1024) }, { level: 9 }) },
  { name: '深套.html', bytes: strToU8('<div>'.repeat(400_000)) },
  { name: '图片.pdf', bytes: new Uint8Array(3_000).fill(7) },
  {
    name: '半截.docx',
    bytes: zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }).slice(0, 60),
  },
];
