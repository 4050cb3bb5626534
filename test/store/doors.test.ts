import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { runCommand } from '../support/run-command.ts';
import { planOf } from './contract.ts';

const CLI = join(import.meta.dirname, '../../bin/huiqi.mjs');

let folder: string;
let store: Store;
const dataDir = () => join(folder, 'data');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiqi-doors-'));
  store = await openStore({ dataDir: dataDir() });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command while this store is open, as it is beside a running bot. */
async function huiqi(...words: string[]) {
  const { code, out, err } = await runCommand(words, { HUIQI_DATA_DIR: dataDir(), DATABASE_URL: '' });
  return { code, out: out.trim(), err: err.trim() };
}

const ask = (question: string) =>
  store.transaction(({ tickets }) =>
    tickets.open({
      channel: 'test',
      conversationId: 'c1',
      senderId: 'li',
      question,
      about: '文号#2',
      department: '市工信局',
      known: '在岗350人',
      openedAt: Date.UTC(2022, 6, 1, 1),
    }),
  );

describe('tickets, beside a running bot', { timeout: 30_000 }, () => {
  it('are listed, shown, answered and closed; the answers go out through the outbox', async () => {
    await ask('材料交到哪里？');
    await ask('算不算制造业？');
    const list = await huiqi('tickets');
    expect(list.out.split('\n')).toEqual([
      'T0001　待办　2022-07-01 09:00　材料交到哪里？',
      'T0002　待办　2022-07-01 09:00　算不算制造业？',
    ]);
    expect(await huiqi('tickets', 'reply', '1', '交到市民中心3楼', '工信窗口')).toMatchObject({
      code: 0,
      err: '',
    });
    expect(await huiqi('tickets', 'close', 'T0002')).toMatchObject({ code: 0, err: '' });
    const shown = await huiqi('tickets', 'show', '1');
    expect(shown.out).toMatch(
      /^T0001　已回复[\s\S]*关于：文号#2[\s\S]*已知情况：在岗350人[\s\S]*回复（.*）：交到市民中心3楼 工信窗口$/u,
    );
    expect((await huiqi('tickets')).out).toMatch(/^T0001　已回复.*$/u);
    expect(
      (await huiqi('tickets', '--all', '--json')).out.split('\n').map((line) => JSON.parse(line).state),
    ).toEqual(['answered', 'closed']);

    const items = await store.transaction(({ outbox }) =>
      outbox.claim({ worker: 'w', channels: ['test'], limit: 9, now: store.now() + 1000, leaseMs: 1000 }),
    );
    expect(items.map((item) => [item.conversationId, JSON.parse(item.body).text])).toEqual([
      ['c1', '您反映的问题（T0001）有回复了：\n交到市民中心3楼 工信窗口\n还有不清楚的，直接接着问。'],
      ['c1', expect.stringContaining('您反映的问题（T0002）已办结。')],
    ]);
  });

  it.each([
    [['show', '7'], '没有 7 这张工单'],
    [['reply', '1'], '请写回复内容'],
    [['delete', '1'], '用法'],
    [['show'], '用法'],
  ])('say what is wrong with %s in one sentence', async (words, sentence) => {
    await ask('材料交到哪里？');
    const { code, err } = await huiqi('tickets', ...words);
    expect([code, err.split('\n').length]).toEqual([1, 1]);
    expect(err).toContain(sentence);
  });
});

describe('the ledger, beside a running bot', { timeout: 30_000 }, () => {
  it('is shown: what is planned, what was sent, what is unsure', async () => {
    const nine = Date.UTC(2022, 6, 23, 1, 9);
    expect((await huiqi('reminders')).out).toBe('还没有提醒。');
    await store.transaction(async ({ reminders }) => {
      await reminders.subscribe(
        [planOf('a', [nine - 1, nine])].map((plan) => ({
          ...plan,
          reminders: plan.reminders.map((row) => ({ ...row, expiresAt: nine * 2 })),
        })),
      );
      await reminders.claim({ worker: 'w', channels: ['test'], limit: 1, now: nine, leaseMs: 1000 });
      await reminders.begin([`a@${nine - 1}`], 'w', nine);
      await reminders.recover(nine + 1000);
    });
    expect((await huiqi('reminders', 'list')).out.split('\n')).toEqual([
      '2022-07-23 09:08　不确定是否送达　A#a　截至2022-07-30　test chat-1',
      '2022-07-23 09:09　待发（最后一次）　A#a　截至2022-07-30　test chat-1',
    ]);
    expect((await huiqi('reminders', 'unsure')).out).toMatch(/^2022-07-23 09:08　不确定是否送达　A#a.*$/u);
    expect((await huiqi('reminders', 'deliveries', '--json')).out).toContain('"outcome":"unsure"');
  });
});

describe('backup and restore', { timeout: 30_000 }, () => {
  it('copy a running bot’s store into an empty folder, and over a full one only when forced', async () => {
    await ask('材料交到哪里？');
    const file = join(folder, 'copy');
    expect(await huiqi('backup', file)).toMatchObject({ code: 0, err: '' });
    const rights = [file, join(dataDir(), 'huiqi.sqlite'), join(dataDir(), 'huiqi.sqlite-wal')].map(
      (path) => statSync(path).mode & 0o777,
    );
    expect(rights).toEqual([0o600, 0o600, 0o600]);
    expect((await huiqi('backup', file)).err).toContain('已经存在');
    expect((await huiqi('restore', file)).err).toContain('正被另一个惠企进程使用');
    await ask('第二张');
    await store.close();

    expect((await huiqi('restore', file)).err).toContain('--force');
    expect(await huiqi('restore', file, '--force')).toMatchObject({
      code: 0,
      out: `已从 ${file} 恢复 2 行。`,
    });
    expect((await huiqi('tickets')).out.split('\n')).toHaveLength(1);
    store = await openStore({ dataDir: dataDir() });
    expect(await ask('接着编号')).toBe('T0002');
  });
});

describe('the demonstration of reminders', { timeout: 60_000 }, () => {
  it('lets the notices of an apply-by date arrive, each with the days left, and opens no store', async () => {
    // In a process of its own: it opens channels and a scheduler.
    const argv = [CLI, 'demo-reminders', '--fast'];
    const { status, stdout: out } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(out.match(/还有\d天/gu)).toEqual(['还有7天', '还有3天', '还有1天']);
    expect(out).toContain('计划 3 次，送出 3 次');
  });
});
