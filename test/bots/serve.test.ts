/** `huiqi serve` as a whole, with Telegram on the stub: the real knowledge, store, dialogue and scheduler in a process of their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { type BotApiStub, startBotApiStub, TOKEN } from '../support/bot-api-stub.ts';
import { type Served, startCli } from '../support/serve-child.ts';

const PATIENCE = { timeout: 15_000, interval: 20 };
const CHAT = 42;

let stub: BotApiStub;
let dataDir: string;
const running: Served[] = [];

beforeEach(async () => {
  stub = await startBotApiStub();
  dataDir = mkdtempSync(join(tmpdir(), 'huiqi-serve-'));
});
afterEach(async () => {
  for (const served of running.splice(0)) await served.end('SIGKILL');
  await stub.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const environment = (more: Record<string, string> = {}) => ({
  HUIQI_DATA_DIR: dataDir,
  HUIQI_TODAY: '2022-06-20',
  PORT: '0',
  LOG_LEVEL: 'error',
  TELEGRAM_BOT_TOKEN: TOKEN,
  TELEGRAM_API_ROOT: stub.root,
  ...more,
});

function begin(more: Record<string, string> = {}): Served {
  const served = startCli(['serve'], environment(more));
  running.push(served);
  return served;
}

async function serve(more: Record<string, string> = {}): Promise<Served> {
  const served = begin(more);
  await served.printed('网页：');
  return served;
}

/** Says it and waits for the answer. */
async function ask(text: string, chat = CHAT): Promise<string> {
  const before = stub.textsIn(chat).length;
  stub.say({ text, from: { id: chat } });
  await expect.poll(() => stub.textsIn(chat).length, PATIENCE).toBe(before + 1);
  return stub.textsIn(chat).at(-1) as string;
}

async function outboxCounts(): Promise<Record<string, number>> {
  const store = await openStore({ dataDir });
  try {
    return await store.transaction((records) => records.outbox.counts());
  } finally {
    await store.close();
  }
}

describe('serve with Telegram', { timeout: 60_000 }, () => {
  test('a question, a press, a ticket that is answered from beside, a reminder that falls due', async () => {
    const first = await serve();
    expect(first.out()).toContain('telegram：');
    expect(await ask('58号文什么时候申报截止')).toContain('58号');

    await ask('有哪些补贴');
    const menu = stub.shown.at(-1);
    expect(menu?.buttons).not.toEqual([]);
    stub.press(menu?.messageId ?? 0, 0);
    await expect.poll(() => menu?.edited, PATIENCE).toBe(1);
    expect(menu?.text).toContain('来源：');

    const opened = await ask('转人工');
    const ticket = /T\d{4}/u.exec(opened)?.[0] ?? '';
    const officer = startCli(['tickets', 'reply', ticket, '请带营业执照来窗口办理'], environment());
    expect(await officer.ended).toBe(0);
    await expect.poll(() => stub.textsIn(CHAT).at(-1), PATIENCE).toContain('请带营业执照来窗口办理');

    expect(await ask('提前五天提醒我申报58号文')).toContain('7月25日');
    expect(await first.end('SIGTERM')).toBe(0);
    const before = stub.textsIn(CHAT).length;

    const later = await serve({ HUIQI_TODAY: '2022-07-26' });
    await expect.poll(() => stub.textsIn(CHAT).length, PATIENCE).toBe(before + 1);
    expect(stub.textsIn(CHAT).at(-1)).toContain('7月30日');
    expect(await later.end('SIGTERM')).toBe(0);
    expect(later.err()).toBe('');
  });

  const CHATS = Array.from({ length: 40 }, (_, i) => 1_000 + i);
  const sayInAll = () => {
    for (const id of CHATS) stub.say({ text: '58号文什么时候申报截止', from: { id } });
  };
  const answersOf = () => CHATS.map((id) => stub.textsIn(id).length);

  test('SIGTERM in the middle of 40 answers: exit 0, and after the next start each was answered once', async () => {
    const first = await serve();
    sayInAll();
    await expect.poll(() => stub.shown.length, PATIENCE).toBeGreaterThan(3);
    expect(await first.end('SIGTERM')).toBe(0);
    expect(first.err()).toBe('');
    const second = await serve();
    await expect.poll(answersOf, PATIENCE).toEqual(CHATS.map(() => 1));
    await ask('你好');
    expect(await second.end('SIGTERM')).toBe(0);
    expect(answersOf()).toEqual(CHATS.map(() => 1));
    expect(await outboxCounts()).toEqual({ sent: CHATS.length + 1 });
  });

  test('kill -9 in the middle of 40 answers: none twice, and none missing but those named as unsure', async () => {
    const first = await serve();
    sayInAll();
    await expect.poll(() => stub.shown.length, PATIENCE).toBeGreaterThan(3);
    await first.end('SIGKILL');
    const second = await serve();
    // Told last, so all that was left is in hand; what is in hand is finished before the end.
    await ask('你好');
    expect(await second.end('SIGTERM')).toBe(0);
    const { sent = 0, unsure = 0, ...other } = await outboxCounts();
    expect(other).toEqual({});
    expect(sent + unsure).toBe(CHATS.length + 1);
    expect(Math.max(...answersOf())).toBe(1);
    expect(answersOf().filter((n) => n === 0).length).toBeLessThanOrEqual(unsure);
  });

  test('Telegram does not answer at the start: SIGTERM ends it at once', async () => {
    stub.fail('getMe', { kind: 'hang' });
    const served = begin();
    await expect.poll(() => stub.calls.length, PATIENCE).toBeGreaterThan(0);
    expect(served.out()).toBe('');
    expect(await served.end('SIGTERM')).toBe(0);
    expect(served.err()).toBe('');
  }, 9_000);

  test('a puppet that is out of reach keeps nobody else from being answered, nor the process from ending', async () => {
    const wechat = {
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_6ba7b810-9dad-11d1-80b4-00c04fd430c8',
      WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:9',
    };
    const served = begin({ ...wechat, LOG_LEVEL: 'silent' });
    expect(await ask('58号文什么时候申报截止')).toContain('58号');
    expect(await served.end('SIGTERM')).toBe(0);
  });

  test('a wrong token: one sentence that names it, and not zero', async () => {
    stub.fail('getMe', { kind: 'status', code: 401, description: 'Unauthorized' });
    const served = await serve();
    expect(await served.ended).toBe(1);
    expect(served.err().trim()).toMatch(/^[^\n]*TELEGRAM_BOT_TOKEN[^\n]*$/u);
    expect(served.out()).toBe('');
  });
});
