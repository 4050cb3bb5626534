/** `npm run screenshots`: the pictures of the README, in docs/, made from the bot as it is. Chinese in bold needs a font that has one: fonts-noto-cjk. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startWebBot } from '../bots/web/world.ts';
import { openChromium, whyNoBrowser } from './chromium.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs');
/** A Monday morning on which documents are open, closing and without an end. */
const NOW = Date.parse('2022-06-20T09:30:00+08:00');
const SAID = ['端午没停工有没有补贴', '制造业，每天350人在岗，端午没停工，用电涨了12%', '提醒我'];

if (whyNoBrowser) {
  process.stderr.write(`${whyNoBrowser}\n`);
  process.exit(1);
}

const bot = await startWebBot({ clock: { now: () => NOW } });
const desk = await openChromium({ width: 1180, height: 820, scale: 1.5 });
const phone = await openChromium({ width: 390, height: 780, scale: 2 });
const take = (page: Page, name: string) => page.screenshot({ path: join(FOLDER, `${name}.png`) });

try {
  const chat = await desk.context.newPage();
  await chat.goto(bot.web.address());
  for (const [i, text] of SAID.entries()) {
    await chat.locator('#text').fill(text);
    await chat.keyboard.press('Enter');
    await chat.locator('.message.bot').nth(i).waitFor();
  }
  await chat.locator('#aside .reminders').waitFor();
  await chat.evaluate(
    "document.activeElement.blur(); document.querySelectorAll('.message.visitor')[1].scrollIntoView()",
  );
  await take(chat, 'chat');

  const href = await chat.locator('.bubble a[href*="#"]').first().getAttribute('href');
  const clause = await phone.context.newPage();
  await clause.goto(`${bot.web.address()}${href}`);
  await take(clause, 'clause');

  const deadlines = await phone.context.newPage();
  await deadlines.goto(`${bot.web.address()}/deadlines`);
  await take(deadlines, 'deadlines');
  process.stdout.write('docs/chat.png docs/clause.png docs/deadlines.png\n');
} finally {
  await desk.close();
  await phone.close();
  await bot.stop();
}
