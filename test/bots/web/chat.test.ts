import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { afterEach, describe, expect, test } from 'vitest';
import { createVisitors, keyIn } from '../../../bots/web/visitors.ts';
import { openStore } from '../../../src/store/index.ts';
import { messagesIn, ORIGIN, personAt, readEvents, startWebBot, type WebBot } from './world.ts';

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(more: Parameters<typeof startWebBot>[0] = {}): Promise<WebBot> {
  const bot = await startWebBot(more);
  cleanups.push(() => bot.stop());
  return bot;
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'huiqi-web-'));
  cleanups.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const shown = async (person: ReturnType<typeof personAt>) => messagesIn((await person.page()).html());

describe('without scripts', () => {
  test('a question is answered on the page that follows, with the clause one click away', async () => {
    const { web } = await start();
    const person = personAt(web);
    await person.get('/');
    const response = await person.say('端午没停工有没有补贴');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/#latest']);
    const [said, told] = await shown(person);
    expect(said).toMatchObject({ by: 'visitor', text: '端午没停工有没有补贴' });
    expect(told?.by).toBe('bot');
    expect(told?.text).toContain('给予5万元一次性补贴');
    const link = told?.links.find((path) => path.startsWith('/p/'));
    expect(decodeURIComponent(link ?? '')).toBe('/p/洪府办发〔2022〕58号#2');
    const page = await person.page(link?.split('#')[0]);
    expect(page('[id="2"] .text').text()).toContain('给予5万元一次性补贴');
  });

  test('from the empty page to a right amount in one message', async () => {
    const { web } = await start();
    const person = personAt(web);
    await person.say('我们是制造业，端午没停工，每天350人在岗，用电同比涨了12%，能拿多少');
    expect((await shown(person)).at(-1)?.amount).toBe('5万元');
  });

  test('an option is pressed by its button', async () => {
    const { web } = await start();
    const person = personAt(web);
    await person.say('政策体检');
    const option = (await shown(person)).at(-1)?.options[0];
    expect(option).toBeDefined();
    await person.post('/say', { event: 'a-second-event', choice: option?.value ?? '' });
    const messages = await shown(person);
    expect(messages.at(-2)).toMatchObject({ by: 'visitor', text: option?.label });
    expect(messages.at(-1)?.text).not.toBe(messages.at(-3)?.text);
  });

  test('a form sent twice is one message', async () => {
    const { web } = await start();
    const person = personAt(web);
    await person.say('你好', 'the-same-event');
    await person.say('你好', 'the-same-event');
    expect(await shown(person)).toHaveLength(2);
  });

  test('nothing written, or a form that is not ours, leads back to the page', async () => {
    const { web } = await start();
    const person = personAt(web);
    for (const fields of [
      { text: '  ', event: 'long-enough' },
      { text: '你好' },
      { choice: '{', event: 'long-enough' },
    ])
      expect((await person.post('/say', fields as Record<string, string>)).status).toBe(303);
    expect(await shown(person)).toEqual([]);
  });
});

test('what is said is text, whatever it looks like', async () => {
  const { web } = await start();
  const person = personAt(web);
  const nasty = `<script>alert(1)</script> "><img src=x onerror=alert(1)> ' & </textarea>`;
  await person.say(nasty);
  await person.say(`换企业 <b onclick="x">甲</b>公司`);
  const $ = await person.page();
  expect(messagesIn($.html())[0]?.text).toBe(nasty);
  expect(
    $('script')
      .toArray()
      .map((script) => $(script).attr('src')?.split('?')[0]),
  ).toEqual(['/static/beside.js', '/static/chat.js']);
  expect($('main img, [onclick], [onerror], [style]').length).toBe(0);
  const query = await person.page(`/p?q=${encodeURIComponent(nasty)}`);
  expect(query('#q').attr('value')).toBe(nasty);
  expect(query('main img, [onerror]').length).toBe(0);
});

describe('a visitor', () => {
  test('finds the conversation, the profile and the reminder again after a restart', async () => {
    const dataDir = folder();
    const settings = { HOST: '127.0.0.1', PORT: 0, PUBLIC_URL: undefined, HUIQI_DATA_DIR: dataDir };
    const key = () => keyIn(dataDir);
    const first = await openStore({ dataDir });
    const before = await startWebBot({ store: first, settings, key: key() });
    const person = personAt(before.web);
    await person.say('端午没停工有没有补贴，我们350人在岗');
    await person.say('提醒我');
    const seen = await shown(person);
    await before.stop();
    await first.close();

    const second = await openStore({ dataDir });
    cleanups.push(() => second.close());
    const after = await start({ store: second, settings, key: key() });
    const again = personAt(after.web, person.cookie());
    expect(await shown(again)).toEqual(seen);
    const $ = await again.page();
    expect($('#aside .facts').text()).toContain('350人');
    expect($('#aside .reminders').text()).toContain('2022年7月30日');
    await again.say('我的提醒');
    expect((await shown(again)).at(-1)?.text).toContain('3个提醒');
  });

  test('sees nothing of another, and a forged cookie is nobody', async () => {
    const { web } = await start();
    const one = personAt(web);
    await one.say('我们350人在岗');
    const other = personAt(web);
    await other.get('/');
    expect(await shown(other)).toEqual([]);
    const id = one.cookie().split('=')[1]?.split('.')[0];
    for (const forged of [
      `huiqi=${id}`,
      `huiqi=${id}.AAAA`,
      `huiqi=${other.cookie().replace(/=.*\./u, `=${id}.`)}`,
    ]) {
      const response = await web.request(new Request(`${ORIGIN}/`, { headers: { cookie: forged } }));
      expect(messagesIn(await response.text())).toEqual([]);
      expect(response.headers.get('set-cookie')).toMatch(/^huiqi=.*; HttpOnly; SameSite=Lax$/u);
    }
  });

  test('is forgotten: the page is empty but for the last word', async () => {
    const { web } = await start();
    const person = personAt(web);
    await person.say('我们350人在岗');
    await person.say('忘记我');
    await person.say('是');
    expect((await shown(person)).map(({ text }) => text)).toEqual(['已删除您的全部资料、提醒和对话记录。']);
    expect((await person.page())('#aside .facts').length).toBe(0);
  });
});

test('the key is made once, for its owner alone', () => {
  const dataDir = folder();
  const key = keyIn(dataDir);
  expect(keyIn(dataDir)).toEqual(key);
  expect(readFileSync(join(dataDir, 'web.key'))).toEqual(key);
  expect(statSync(join(dataDir, 'web.key')).mode & 0o777).toBe(0o600);
  const visitors = createVisitors(key, { secure: true });
  expect(visitors.cookie('abc')).toMatch(/; Secure$/u);
  expect(visitors.read(`other=1; ${visitors.cookie('abc').split(';')[0]}`)).toBe('abc');
});

describe('the event stream', () => {
  test('shows each message once, in order, and goes on after the last one that the page has', async () => {
    const { web, gateway } = await start();
    const person = personAt(web);
    await person.get('/');
    const stream = readEvents(await person.get('/events?after=0'));
    cleanups.push(() => stream.close());
    await person.post('/say', { text: '你好', event: 'the-first-one' }, { accept: 'application/json' });
    await gateway.idle();
    await expect.poll(() => stream.events.map(({ event }) => event)).toEqual(['visitor', 'bot', 'aside']);
    const last = stream.events[0]?.id ?? '';
    const resumed = readEvents(await person.get('/events?after=0', { 'last-event-id': last }));
    cleanups.push(() => resumed.close());
    await expect.poll(() => resumed.events.map(({ event }) => event)).toEqual(['bot', 'aside']);
    expect(resumed.events[0]?.data).toBe(stream.events[1]?.data);
  });

  test('is for visitors only, and where no place is free what is new is shown at once and asked for again', async () => {
    const { web } = await start({ limits: { perVisitor: 1 } });
    const person = personAt(web);
    expect((await person.get('/events')).status).toBe(204);
    await person.get('/');
    const first = readEvents(await person.get('/events?after=0'));
    cleanups.push(() => first.close());
    const second = readEvents(await person.get('/events?after=0'));
    await second.ended;
    expect(second.events).toEqual([]);
    await person.say('你好');
    const third = readEvents(await person.get('/events?after=0'));
    await third.ended;
    expect(third.events.map(({ event }) => event)).toContain('visitor');
  });
});

describe('a reminder that is due', () => {
  const DUE = Date.parse('2022-07-23T10:00:00+08:00');

  async function withReminder() {
    const time = { at: Date.parse('2022-06-20T10:00:00+08:00') };
    const bot = await start({ clock: { now: () => time.at } });
    const person = personAt(bot.web);
    await person.say('端午没停工有没有补贴');
    await person.say('提醒我');
    return { time, bot, person };
  }
  const reminders = async (person: ReturnType<typeof personAt>) =>
    (await shown(person)).filter(({ by }) => by === 'reminder');

  test('waits for the next visit and is shown there, once', async () => {
    const { time, bot, person } = await withReminder();
    expect((await shown(person)).at(-1)?.text).toContain('等您下次');
    time.at = DUE;
    expect((await reminders(person)).map(({ text }) => text)).toEqual([expect.stringContaining('还有7天')]);
    expect(await reminders(person)).toHaveLength(1);
    const deliveries = await bot.store.transaction((records) => records.reminders.deliveries());
    expect(deliveries.map(({ outcome }) => outcome)).toEqual(['sent']);
  });

  test('is shown on a page that is opened by its event stream', async () => {
    const { time, person } = await withReminder();
    time.at = DUE;
    const stream = readEvents(await person.get('/events?after=0'));
    cleanups.push(() => stream.close());
    await expect.poll(() => stream.events.map(({ event }) => event)).toContain('reminder');
  });
});

test('the first load is small', async () => {
  const { web } = await start();
  const page = await (await personAt(web).get('/')).text();
  const $ = load(page);
  const files = [
    ...$('link[rel=stylesheet]')
      .toArray()
      .map((e) => $(e).attr('href')),
    ...$('script')
      .toArray()
      .map((e) => $(e).attr('src')),
  ];
  let bytes = gzipSync(page).length;
  for (const file of files) {
    const response = await personAt(web).get(file ?? '', { 'accept-encoding': 'gzip' });
    expect([response.headers.get('content-encoding'), response.status]).toEqual(['gzip', 200]);
    bytes += (await response.arrayBuffer()).byteLength;
  }
  expect(bytes).toBeLessThan(30 * 1024);
});
