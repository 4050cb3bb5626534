/** What was broken with Telegram's groups at 0.1.0 (research/security.md), each tried with the whole bot. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BotApiStub, startBotApiStub, TOKEN } from '../support/bot-api-stub.ts';
import { startCli } from '../support/serve-child.ts';
import { type Attacked, newFolder, serve } from './world.ts';

const PATIENCE = { timeout: 15_000, interval: 25 };
const GROUP = -900;

let stub: BotApiStub;
let folder: string;
const running: Attacked[] = [];

beforeEach(async () => {
  stub = await startBotApiStub();
  folder = newFolder();
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
  await stub.close();
});

const environment = () => ({
  HUIQI_DATA_DIR: folder,
  TELEGRAM_BOT_TOKEN: TOKEN,
  TELEGRAM_API_ROOT: stub.root,
});

async function start(): Promise<Attacked> {
  const bot = await serve(environment());
  running.push(bot);
  return bot;
}

async function say(
  text: string,
  id: number,
  extra: Record<string, unknown> = {},
  chat = GROUP,
): Promise<string> {
  const before = stub.textsIn(chat).length;
  const words = `@huiqi_bot ${text}`;
  const entities = [{ type: 'mention', offset: 0, length: '@huiqi_bot'.length }];
  stub.say({ text: words, chatId: chat, from: { id }, group: true, extra: { entities, ...extra } });
  await expect.poll(() => stub.textsIn(chat).length, PATIENCE).toBeGreaterThan(before);
  return stub.textsIn(chat).at(-1) ?? '';
}

/** Telegram's own user for admins who write as the group. */
const HIDDEN = 1_087_968_824;
const asGroup = { sender_chat: { id: GROUP, type: 'supergroup' } };

test('admins who write as the group have no profile together: what one told is not another’s', {
  timeout: 60_000,
}, async () => {
  await start();
  expect(await say('我们在岗1288人，用电涨了14%，端午没停，做汽车座椅的', HIDDEN, asGroup)).toContain('匿名');
  const shown = await say('我的资料', HIDDEN, asGroup);
  expect(shown).not.toMatch(/1288|14%/u);
  expect(await say('提醒我申报58号文', HIDDEN, asGroup)).toContain('用自己的身份');
  expect(await say('58号文什么时候申报截止', HIDDEN, asGroup)).toContain('58号');
});

test('a group that has become a supergroup is found again after a restart', { timeout: 60_000 }, async () => {
  const first = await start();
  const opened = await say('转人工', 7);
  const ticket = /T\d{4}/u.exec(`${opened}${await say('厂房租金到底怎么减', 7)}`)?.[0] ?? '';
  expect(ticket).not.toBe('');
  stub.push({
    message: stub.message({ chatId: GROUP, group: true, extra: { migrate_to_chat_id: -100_900 } }),
  });
  await expect.poll(() => stub.unconfirmed(), PATIENCE).toBe(0);
  await first.served.end('SIGTERM');
  await start();
  const officer = startCli(['tickets', 'reply', ticket, '请带营业执照来窗口办理'], environment());
  expect(await officer.ended).toBe(0);
  await expect.poll(() => stub.textsIn(-100_900).at(-1), PATIENCE).toContain('请带营业执照来窗口办理');
});
