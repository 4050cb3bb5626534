/** Two offices on one database, each with a server of its own: neither sees a contact, a ticket or a key of the other. */
import { load } from 'cheerio';
import { afterEach, describe, expect, it } from 'vitest';
import { postgresIsOff, sharedPostgres } from '../support/postgres.ts';
import { startCli } from '../support/serve-child.ts';
import { type Attacked, newFolder, serve, visit } from './world.ts';

const open: Attacked[] = [];
afterEach(async () => {
  for (const bot of open.splice(0)) await bot.close();
});

describe.skipIf(postgresIsOff)('two offices on one database', () => {
  it('see nothing of each other', { timeout: 60_000 }, async () => {
    const databaseUrl = await (await sharedPostgres()).freshDatabase();
    const settings = (office: string) => ({
      DATABASE_URL: databaseUrl,
      HUIQI_OFFICE: office,
      HUIQI_DATA_DIR: newFolder(),
      HUIQI_TODAY: '2022-06-20',
    });
    const north = settings('north');
    const south = settings('south');
    for (const office of [north, south]) open.push(await serve(office));
    const [here, there] = open as [Attacked, Attacked];
    const visitor = await visit(here.address);
    await visitor.post('/say', { text: '我们在岗有350人', event: 'event-000001' });
    await visitor.post('/say', { text: '转人工', event: 'event-000002' });
    await visitor.post('/say', { text: '厂房租金怎么减', event: 'event-000003' });

    const printed = async (office: Record<string, string>, ...argv: string[]) => {
      const command = startCli(argv, { ...office, LOG_LEVEL: 'silent' });
      await command.ended;
      return command.out();
    };
    await expect.poll(() => printed(north, 'tickets'), { timeout: 20_000 }).toContain('厂房租金怎么减');
    expect(await printed(south, 'tickets')).not.toContain('厂房租金怎么减');

    const page = await fetch(there.address, { headers: { cookie: visitor.cookie } });
    expect(load(await page.text())('.message.visitor')).toHaveLength(0);
    expect(page.headers.get('set-cookie')).not.toBeNull();
    const own = await fetch(here.address, { headers: { cookie: visitor.cookie } });
    expect(load(await own.text())('.message.visitor')).toHaveLength(3);

    const made = await printed(north, 'key', 'add', '平台', '--scope', 'ask');
    const key = /hq_[\w.-]+/u.exec(made)?.[0] ?? '';
    const ask = (bot: Attacked) =>
      fetch(`${bot.address}/v1/ask`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ question: '房租能减吗' }),
      });
    expect((await ask(here)).status).toBe(200);
    expect((await ask(there)).status).toBe(401);
  });
});
