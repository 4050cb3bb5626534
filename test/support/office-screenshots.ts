/** The pictures of docs/officers.md, made from the console as it is: the second half of `npm run screenshots`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBot } from '../../cli/running-bot.ts';
import { addOfficer, parseSettings, withState } from '../../src/service/index.ts';
import { document as documentText } from '../office/texts.ts';
import { PASSWORD, TODAY } from '../office/world.ts';
import { openChromium, whyNoBrowser } from './chromium.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs');

if (whyNoBrowser) {
  process.stderr.write(`${whyNoBrowser}\n`);
  process.exit(1);
}

const data = mkdtempSync(join(tmpdir(), 'huiqi-pictures-'));
const settings = parseSettings({ HUIQI_DATA_DIR: data, HUIQI_TODAY: TODAY, PORT: '0', LOG_LEVEL: 'silent' });
const bot = await startBot({ settings, environment: {} });
const chromium = await openChromium({ width: 1280, height: 820, scale: 1.5 });
try {
  const { token } = await withState(settings, 'beside', (store) =>
    addOfficer(store, { name: '王芳', role: '管理' }, { name: '管理员' }),
  );
  const page = await chromium.context.newPage();
  await page.goto(`${bot.address}/office/link/${token}`);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByLabel('再输一次').fill(PASSWORD);
  await page.getByRole('button', { name: '设好，去登录' }).click();
  await page.getByLabel('姓名').fill('王芳');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: '文件与审核' }).click();
  await page.getByLabel('选择文件').setInputFiles({
    name: '云溪稳岗.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(documentText()),
  });
  await page.getByRole('button', { name: '上传' }).click();
  await page.getByRole('link', { name: '去审核' }).click();
  await page.locator('#v-validUntil summary').click();
  await page.locator('#v-validUntil textarea').focus();
  await page.screenshot({ path: join(FOLDER, 'office-review.png') });
  await page.getByRole('link', { name: '今日' }).click();
  await page.locator('.tiles').waitFor();
  await page.screenshot({ path: join(FOLDER, 'office-today.png') });
  process.stdout.write('docs/office-review.png docs/office-today.png\n');
} finally {
  await chromium.close();
  await bot.stop();
  rmSync(data, { recursive: true, force: true });
}
process.exit(0);
