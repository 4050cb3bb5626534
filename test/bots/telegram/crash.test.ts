import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelWords as words } from '../../../src/words/channels.ts';
import { type BotApiStub, startBotApiStub, TOKEN } from '../../support/bot-api-stub.ts';

const script = fileURLToPath(new URL('../../support/telegram-child.ts', import.meta.url));

let stub: BotApiStub;
let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  stub = await startBotApiStub();
  dataDir = mkdtempSync(join(tmpdir(), 'huiqi-crash-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await stub.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function startBot(slowMs = 0): Promise<ChildProcess> {
  const env = { ...process.env, TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: stub.root };
  const child = spawn(process.execPath, [script, dataDir, String(slowMs)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await Promise.race([once(child.stdout as NodeJS.EventEmitter, 'data'), once(child, 'exit')]);
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

const update = (text: string) => ({ message: stub.message({ text }) });
const texts = () => stub.textsIn(42);
const confirmed = () => expect.poll(() => stub.unconfirmed(), { timeout: 10_000 }).toBe(0);

test('the same update four times, across two kill -9: one answer', { timeout: 60_000 }, async () => {
  const hello = update('你好');
  const first = await startBot(60_000);
  stub.push(hello, 5_000);
  stub.push(hello, 5_000);
  // Stored, confirmed to Telegram, and killed in the middle of the answer.
  await confirmed();
  await end(first, 'SIGKILL');
  expect(texts()).toEqual([]);

  const second = await startBot();
  await expect.poll(texts, { timeout: 10_000 }).toEqual(['收到：你好']);
  stub.push(hello, 5_000);
  await confirmed();
  await end(second, 'SIGKILL');

  await startBot();
  stub.push(hello, 5_000);
  stub.push(update('还在吗'), 5_001);
  await expect.poll(texts, { timeout: 10_000 }).toEqual(['收到：你好', '收到：还在吗']);
});

test('SIGTERM: what was at hand is answered, nothing is answered again', { timeout: 60_000 }, async () => {
  const first = await startBot(300);
  for (const text of ['一', '二', '三']) stub.push(update(text));
  await confirmed();
  const ended = once(first, 'exit');
  first.kill('SIGTERM');
  const [code] = await ended;
  expect(code).toBe(0);
  await startBot();
  await expect.poll(texts, { timeout: 10_000 }).toEqual(['收到：一', '收到：二', '收到：三']);
  await wait(1_500);
  expect(texts()).toHaveLength(3);
});

test('a message that kills the process: begun three times, then set aside, and the next ones are answered', {
  timeout: 60_000,
}, async () => {
  const sound = { message: stub.message({ text: '你好', from: { id: 43 } }) };
  for (let start = 1; start <= 3; start++) {
    const child = await startBot();
    if (start === 1) {
      stub.push(update('毒'), 5_000);
      stub.push(update('还在吗'), 5_001);
      stub.push(sound, 5_002);
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    expect(stub.shown).toEqual([]);
  }
  await startBot();
  await expect.poll(texts, { timeout: 10_000 }).toEqual([words.failed, '收到：还在吗']);
  await expect.poll(() => stub.textsIn(43), { timeout: 10_000 }).toEqual(['收到：你好']);
});
