/** What was broken with what 0.1.0 kept (research/security.md): its files looked into from outside, beside the process and after its end. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { load } from 'cheerio';
import { afterEach, describe, expect, test } from 'vitest';
import { postgresIsOff, sharedPostgres } from '../support/postgres.ts';
import { startCli } from '../support/serve-child.ts';
import { type Attacked, newFolder, serve, type Visitor, visit } from './world.ts';

const PATIENCE = { timeout: 20_000, interval: 50 };
const LONG = { timeout: 120_000 };

const open: Attacked[] = [];
afterEach(async () => {
  for (const bot of open.splice(0)) await bot.close();
});

async function start(environment: Record<string, string>): Promise<Attacked> {
  const bot = await serve(environment);
  open.push(bot);
  return bot;
}

let serial = 0;

/** Says it, and answers what the page shows last. */
async function say(visitor: Visitor, text: string): Promise<string> {
  serial += 1;
  await visitor.post('/say', { text, event: `event-${String(serial).padStart(6, '0')}` });
  return lastShown(visitor);
}

const lastShown = async (visitor: Visitor): Promise<string> =>
  load(await (await visitor.get('/')).text())('.message')
    .last()
    .text();

const allShown = async (visitor: Visitor): Promise<string> =>
  load(await (await visitor.get('/')).text())('.message').text();

/** The same browser in front of the bot that was started again. */
const comeBack = (visitor: Visitor, { address }: Attacked): Visitor => ({
  ...visitor,
  get: (path) => fetch(`${address}${path}`, { headers: { cookie: visitor.cookie } }),
});

const huiqi = (folder: string, ...argv: string[]) => startCli(argv, { HUIQI_DATA_DIR: folder }).ended;

/** Which of these words stand as bytes in any file of the folder. */
function wordsIn(folder: string, words: readonly string[]): string[] {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  return words.filter((word) => files.some((bytes) => bytes.includes(word)));
}

test(
  '忘记我 leaves no bytes: not of what was told, asked, handed over or answered, and not the id',
  LONG,
  async () => {
    const folder = newFolder();
    const bot = await start({ HUIQI_DATA_DIR: folder });
    const visitor = await visit(bot.address);
    const id = /^[^=]+=(?<id>[\w-]+)\./u.exec(visitor.cookie)?.groups?.id ?? '';
    const told = ['13812345678', '青云山陶瓷有限公司', '窑炉改造', '三楼左手边', id];
    for (let round = 0; round < 5; round += 1)
      await say(visitor, `我是${told[1]}的，电话${told[0]}，在岗350人`);
    await say(visitor, '端午没停工有没有补贴');
    await say(visitor, '提醒我');
    const opened = await say(visitor, '转人工');
    const ticket = /T\d{4}/u.exec(
      `${opened}${await say(visitor, `${told[2]}到底怎么补，打${told[0]}`)}`,
    )?.[0];
    expect(await huiqi(folder, 'tickets', 'reply', ticket ?? '', `请到${told[3]}办理`)).toBe(0);
    await expect.poll(() => lastShown(visitor), PATIENCE).toContain(told[3]);
    expect(wordsIn(folder, told)).toEqual(told);

    let answer = await say(visitor, '忘记我');
    if (!answer.includes('已删除')) answer = await say(visitor, '是');
    expect(answer).toContain('已删除');
    // The page still shows the farewell, under the id.
    await expect.poll(() => wordsIn(folder, told), PATIENCE).toEqual([id]);
    expect(await bot.served.end('SIGTERM')).toBe(0);
    expect(wordsIn(folder, told)).toEqual([id]);

    await start({ HUIQI_DATA_DIR: folder, HUIQI_TODAY: '2022-12-31' });
    await expect.poll(() => wordsIn(folder, told), PATIENCE).toEqual([]);
  },
);

test(
  'who has not come for as long as the settings say is forgotten, who came since is not',
  LONG,
  async () => {
    const folder = newFolder();
    const onDay = (HUIQI_TODAY: string) =>
      start({ HUIQI_DATA_DIR: folder, HUIQI_TODAY, KEEP_IDLE_DAYS: '30' });
    const first = await onDay('2022-01-01');
    const idle = await visit(first.address);
    await say(idle, '我们是青云山陶瓷有限公司，在岗350人');
    expect(wordsIn(folder, ['青云山'])).toEqual(['青云山']);
    await first.served.end('SIGTERM');

    const second = await onDay('2022-01-20');
    const recent = await visit(second.address);
    await say(recent, '我们是白水湖造纸有限公司，在岗420人');
    await second.served.end('SIGTERM');

    const third = await onDay('2022-02-05');
    await expect.poll(() => wordsIn(folder, ['青云山', '白水湖']), PATIENCE).toEqual(['白水湖']);
    expect(await allShown(comeBack(idle, third))).toBe('');
    expect(await allShown(comeBack(recent, third))).toContain('420');
  },
);

test('a backup is its owner’s alone from the first byte', LONG, async () => {
  const [folder, copies] = [newFolder(), newFolder()];
  const bot = await start({ HUIQI_DATA_DIR: folder });
  await bot.served.end('SIGTERM');
  // So much that it takes a while to write.
  const database = new DatabaseSync(join(folder, 'huiqi.sqlite'));
  database.exec('create table filler (bytes blob)');
  const add = database.prepare('insert into filler values (randomblob(4000000))');
  for (let part = 0; part < 15; part += 1) add.run();
  database.close();

  const command = startCli(['backup', join(copies, 'copy')], { HUIQI_DATA_DIR: folder });
  const seen = new Set<string>();
  let ended = false;
  void command.ended.then(() => {
    ended = true;
  });
  for (; !ended; await sleep(1))
    for (const name of readdirSync(copies)) {
      const file = statSync(join(copies, name), { throwIfNoEntry: false });
      if (file) seen.add((file.mode & 0o777).toString(8));
    }
  expect(command.err()).toBe('');
  expect(existsSync(join(copies, 'copy'))).toBe(true);
  expect([...seen]).toEqual(['600']);
});

test(
  'a reminder whose times cannot be read stops nothing: it is told, and comes at the usual times',
  LONG,
  async () => {
    const folder = newFolder();
    const bot = await start({ HUIQI_DATA_DIR: folder });
    const [spoilt, sound] = [await visit(bot.address), await visit(bot.address)];
    for (const visitor of [spoilt, sound]) {
      await say(visitor, '端午没停工有没有补贴');
      await say(visitor, '提醒我');
    }
    await bot.served.end('SIGTERM');
    const database = new DatabaseSync(join(folder, 'huiqi.sqlite'));
    // The date of the document has changed since: all of its subscriptions are planned anew at the start.
    database.exec(`update subscription set deadline = '2022-07-29'`);
    database.exec(`update subscription set choice = 'no JSON' where id = (select min(id) from subscription)`);
    database.close();

    const again = await start({ HUIQI_DATA_DIR: folder, LOG_LEVEL: 'error' });
    const told = again.served.err().trim().split('\n').filter(Boolean);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('times that cannot be read');
    const listed = startCli(['reminders', 'list', '--json'], { HUIQI_DATA_DIR: folder });
    expect(await listed.ended).toBe(0);
    const due = listed
      .out()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { senderId: string; deadline: string; status: string });
    expect(new Set(due.filter(({ status }) => status === 'due').map(({ senderId }) => senderId)).size).toBe(
      2,
    );
    expect(new Set(due.map(({ deadline }) => deadline))).toContain('2022-07-30');
  },
);

describe.skipIf(postgresIsOff)('on PostgreSQL', () => {
  test('a NUL in a message is no reason not to answer it', LONG, async () => {
    const DATABASE_URL = await (await sharedPostgres()).freshDatabase();
    const bot = await start({ DATABASE_URL });
    const visitor = await visit(bot.address);
    expect(await say(visitor, '58号文什么时候\0申报截止')).toContain('7月30日');
    const page = await (await visitor.get('/')).text();
    expect(page).toContain('58号文什么时候申报截止');
    expect(page).not.toContain('\0');
  });
});
