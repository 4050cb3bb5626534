/** The example page on one origin, the bot on another: the chat in its frame, with a visitor of its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBot, startBot } from '../../cli/running-bot.ts';
import { parseSettings } from '../../src/service/index.ts';
import { openChromium, whyNoBrowser } from '../support/chromium.ts';

const EXAMPLE = readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'widget.html'), 'utf8');

describe.skipIf(whyNoBrowser)('the widget', { timeout: 120_000 }, () => {
  let folder: string;
  let bot: RunningBot;
  let host: Server;
  let chromium: Awaited<ReturnType<typeof openChromium>>;
  const hostAt = (name: string) => `http://${name}:${(host.address() as AddressInfo).port}`;

  beforeAll(async () => {
    host = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(EXAMPLE.replace('http://127.0.0.1:3000', bot.address));
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    folder = mkdtempSync(join(tmpdir(), 'huiqi-widget-'));
    const environment = {
      HUIQI_DATA_DIR: folder,
      HUIQI_TODAY: '2022-06-20',
      PORT: '0',
      LOG_LEVEL: 'silent',
      // Of the host's two names one is allowed.
      FRAME_ANCESTORS: hostAt('localhost'),
    };
    bot = await startBot({ settings: parseSettings(environment), environment: {} });
    chromium = await openChromium({ width: 800 });
  });
  afterAll(async () => {
    await chromium?.close();
    await bot?.stop();
    host?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is opened, asked and closed, by keyboard too, with a visitor of its own', async () => {
    const page = await chromium.context.newPage();
    // Somebody known to the bot on its own page …
    await page.goto(bot.address);
    const own = (await chromium.context.cookies(bot.address)).find(({ name }) => name === 'huiqi');
    // … is another one in the frame of another site.
    await page.goto(hostAt('localhost'));
    const button = page.getByRole('button', { name: '惠企咨询' });
    await button.focus();
    await page.keyboard.press('Enter');
    const frame = page.frameLocator('huiqi-widget iframe');
    await frame.locator('html[data-ready]').waitFor();
    await frame.locator('#text').fill('端午没停工有没有补贴');
    await frame.locator('#text').press('Enter');
    await frame.locator('.message.bot').first().waitFor();
    expect(await frame.locator('.message.bot').first().textContent()).toContain('58号');
    const cookies = (await chromium.context.cookies()).filter(({ name }) => name === 'huiqi');
    expect(cookies).toHaveLength(2);
    const framed = cookies.find(({ value }) => value !== own?.value);
    expect(framed).toMatchObject({ sameSite: 'None', secure: true, httpOnly: true });
    expect(framed?.partitionKey).toContain('localhost');

    await page.getByRole('button', { name: '收起' }).press('Escape');
    expect(await button.isVisible()).toBe(true);
    expect(await page.evaluate('document.activeElement.localName')).toBe('huiqi-widget');

    // It is the same visitor when the page comes again.
    await page.reload();
    await button.click();
    await frame.locator('.message.bot').first().waitFor();
    expect(await frame.locator('.message.visitor').first().textContent()).toContain('端午没停工有没有补贴');
    await page.close();
  });

  test('shows nothing on a page that is not on the list', async () => {
    const page = await chromium.context.newPage();
    await page.goto(hostAt('127.0.0.1'));
    const refused = page.waitForEvent('console', {
      predicate: (message) =>
        message.text().includes('frame-ancestors') || message.text().includes('Framing'),
    });
    await page.getByRole('button', { name: '惠企咨询' }).click();
    expect((await refused).type()).toBe('error');
    expect(await page.frameLocator('huiqi-widget iframe').locator('#text').count()).toBe(0);
    await page.close();
  });
});
