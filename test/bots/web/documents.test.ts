import { load } from 'cheerio';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarPath, policyPath, sourcePath } from '../../../bots/web/links.ts';
import { addDays } from '../../../src/contract/day.ts';
import { closesWhen, isOfLaterYear, standingOn } from '../../../src/policy/index.ts';
import { knowledge, messagesIn, ORIGIN, personAt, startWebBot, TODAY, type WebBot, webOn } from './world.ts';

let bot: WebBot;
beforeAll(async () => {
  bot = await startWebBot();
});
afterAll(() => bot.stop());

const pageOf = async (path: string) => {
  const response = await personAt(bot.web).get(path);
  expect(response.status).toBe(200);
  return load(await response.text());
};

describe('the library', () => {
  test('lists every document as it stands today', async () => {
    const $ = await pageOf('/p');
    const cards = $('#policies .card')
      .toArray()
      .map((card) => ({
        title: $(card).find('h2').text(),
        badge: $(card).find('.badge').text(),
      }));
    const shown = cards.map(({ title }) => knowledge.policies.find((policy) => policy.title === title)!);
    expect(new Set(shown)).toEqual(new Set(knowledge.policies));
    const states = shown.map((policy) =>
      isOfLaterYear(policy, TODAY) || (policy.issued?.day ?? '') > TODAY
        ? 'later'
        : standingOn(policy, TODAY).state,
    );
    // What can be applied for first, the newer of two before the older.
    expect(states).toEqual(['near', 'in-force', 'unstated', 'later', 'later']);
    for (const [i, { badge }] of cards.entries()) {
      const words = { near: '将到期', 'in-force': '现行', unstated: '未写明有效期', later: '尚未施行' };
      const expected = words[states[i] as keyof typeof words];
      expect(badge).toContain(expected);
    }
  });

  test('says 已过期 of what has passed', async () => {
    const later = await startWebBot({ clock: { now: () => Date.parse('2026-11-20T10:00:00+08:00') } });
    const $ = load(await (await personAt(later.web).get('/p')).text());
    await later.stop();
    expect(
      $('.badge')
        .text()
        .match(/已过期/gu),
    ).toHaveLength(3);
  });

  test('finds clauses, whole page and piece alike', async () => {
    const query = encodeURIComponent('过节没停工');
    const whole = await pageOf(`/p?q=${query}`);
    const links = whole('#results a')
      .toArray()
      .map((link) => decodeURIComponent(whole(link).attr('href') ?? ''));
    expect(links[0]).toBe('/p/洪府办发〔2022〕58号#2');
    const piece = await pageOf(`/p?part=results&q=${query}`);
    expect(
      piece('a')
        .toArray()
        .map((link) => decodeURIComponent(piece(link).attr('href') ?? '')),
    ).toEqual(links);
    expect(whole('#results mark').text()).toContain('停工');
    expect((await pageOf(`/p?q=${encodeURIComponent('zzzz')}`))('#results').text()).toContain('没有找到');
  });
});

describe('the library narrowed', () => {
  const titles = async (query: string) => {
    const $ = await pageOf(`/p?${query}`);
    return $('#policies .card h2')
      .toArray()
      .map((title) => $(title).text())
      .sort();
  };
  const titlesOf = (wanted: (policy: (typeof knowledge.policies)[number]) => boolean) =>
    knowledge.policies
      .filter(wanted)
      .map(({ title }) => title)
      .sort();

  test('by place, year, standing and department, together', async () => {
    const [unit = ''] = knowledge.policies.flatMap(({ measures }) => measures.flatMap((m) => m.responsible));
    const has = (measures: (typeof knowledge.policies)[number]['measures']) =>
      measures.some(({ responsible }) => responsible.includes(unit));
    expect(await titles(`department=${encodeURIComponent(unit)}`)).toEqual(
      titlesOf(({ measures }) => has(measures)),
    );
    expect(await titles('year=2020')).toEqual(titlesOf(({ number }) => number.includes('〔2020〕')));
    expect(await titles('state=unstated')).toEqual(
      // One that has not come out yet is not there, whatever it says of its end.
      titlesOf(
        (policy) => standingOn(policy, TODAY).state === 'unstated' && (policy.issued?.day ?? TODAY) <= TODAY,
      ),
    );
    expect(await titles('state=unstated&year=2020')).toHaveLength(1);
    expect(await titles('state=&year=')).toHaveLength(knowledge.policies.length);
    expect(await titles('place=nowhere')).toEqual([]);
  });
});

test('a clause leads to a question about it, in the field and not yet sent', async () => {
  const policy = knowledge.policies.find(({ measures }) => measures.some((m) => m.benefits.length > 0));
  const $ = await pageOf(policyPath(policy?.number ?? ''));
  const path = $('.tools a.button').attr('href') ?? '';
  const chat = await pageOf(path);
  expect(chat('#text').text()).toMatch(/，我们够不够条件$/u);
});

describe.each(knowledge.policies.map((policy) => [policy.number, policy] as const))(
  '%s',
  (number, policy) => {
    test('has a place for every clause, with its text, departments and benefits', async () => {
      const $ = await pageOf(policyPath(number));
      expect($('h1').text()).toBe(policy.title);
      for (const measure of policy.measures) {
        const place = $(`[id="${measure.number}"]`);
        expect(place.length).toBe(1);
        expect(
          place
            .find('.text p')
            .toArray()
            .map((p) => $(p).text())
            .join('\n'),
        ).toBe(measure.clause.text);
        for (const name of measure.responsible) expect(place.text()).toContain(name);
        expect(place.find('.benefit').length).toBe(measure.benefits.length);
      }
      for (const link of $('.contents a').toArray())
        expect($(`[id="${$(link).attr('href')?.slice(1)}"]`).length).toBe(1);
      expect($('b.figure').length).toBeGreaterThan(0);
    });

    test('shows its source as it was received, with the same places', async () => {
      const $ = await pageOf(sourcePath(number));
      // A browser leaves out a line break right after <pre>.
      expect($('pre').text().trimStart()).toBe(policy.source.trimStart());
      for (const { number: item } of policy.measures) expect($(`pre [id="${item}"]`).length).toBe(1);
    });
  },
);

test.each([
  '/p/%E6%B4%AA58',
  '/p/x/source',
  '/p/%',
  '/my/x.ics',
  '/my/a.b.ics',
  '/static/none.js',
  '/static/..%2Findex.ts',
])('there is no %s', async (path) => {
  expect((await personAt(bot.web).get(path)).status).toBe(404);
});

test('a number with other brackets or blanks leads to its page', async () => {
  const policy = knowledge.policies[0];
  const typed = policy?.number.replace('〔', ' [').replace('〕', '] ') ?? '';
  const response = await personAt(bot.web).get(`/p/${encodeURIComponent(typed)}`);
  expect([response.status, response.headers.get('location')]).toEqual([
    302,
    policyPath(policy?.number ?? ''),
  ]);
});

/** Unfolded lines of a feed whose every physical line is within 75 octets and whole characters. */
function checkedLines(feed: string): string[] {
  expect(feed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  expect(feed).toMatch(/END:VCALENDAR\r\n$/u);
  for (const line of feed.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/�/u);
    expect(line.isWellFormed()).toBe(true);
  }
  return feed.replaceAll('\r\n ', '').split('\r\n');
}

function eventsIn(
  feed: string,
): { uid: string; day: string; end: string; summary: string; url: string; alarms: number }[] {
  const calendar = new ICAL.Component(ICAL.parse(feed));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      end: event.endDate.toString(),
      summary: event.summary,
      url: String(component.getFirstPropertyValue('url')),
      alarms: component.getAllSubcomponents('valarm').length,
    };
  });
}

describe('the calendar', () => {
  test('shows on its page what is ahead, by month', async () => {
    const $ = await pageOf('/deadlines');
    const days = $('.deadlines time')
      .toArray()
      .map((time) => $(time).attr('datetime') ?? '');
    const ahead = closesWhen(knowledge, TODAY)
      .flatMap(({ deadlines }) => deadlines)
      .filter(({ daysLeft }) => daysLeft >= 0);
    expect(days).toEqual(ahead.map(({ day }) => day).sort());
    expect($('main').text()).toContain('7月30日是周六，最后一个工作日是7月29日（周五）');
  });

  test('is a feed that calendars read: whole days, stable names, folded by octets', async () => {
    const settings = { HOST: '127.0.0.1', PORT: 0, PUBLIC_URL: ORIGIN, HUIQI_DATA_DIR: '/nonexistent' };
    const response = await personAt(webOn(bot.app, { settings })).get('/deadlines.ics');
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const feed = await response.text();
    const lines = checkedLines(feed);
    expect(lines).toContain('DTSTART;VALUE=DATE:20220730');
    expect(lines.filter((line) => line.startsWith('DTSTAMP:')).length).toBe(eventsIn(feed).length);
    expect(feed).not.toMatch(/TZID|VTIMEZONE/u);
    const events = eventsIn(feed);
    const stated = closesWhen(knowledge, TODAY).flatMap(({ deadlines }) => deadlines);
    expect(events.map(({ day }) => day)).toEqual(stated.map(({ day }) => day));
    for (const { day, end } of events) expect(end).toBe(addDays(day, 1));
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const [i, { summary, url }] of events.entries()) {
      expect(summary).toContain(stated[i]?.title);
      expect(url).toBe(`${ORIGIN}${policyPath(stated[i]?.about ?? '')}`);
    }
  });

  test('links nowhere until somebody has said under which address the page is known', async () => {
    for (const path of ['/deadlines.ics']) {
      const feed = await (await personAt(bot.web).get(path, { host: 'evil.example' })).text();
      expect(feed).not.toMatch(/^URL|evil\.example|huiqi\.test/mu);
    }
  });

  test('is there for one measure, with the days of its document', async () => {
    const [policy] = knowledge.policies.filter(({ applyBy }) => applyBy !== null);
    const [measure] = policy?.measures ?? [];
    const response = await personAt(bot.web).get(calendarPath(measure?.id ?? ''));
    const days = eventsIn(await response.text()).map(({ day }) => day);
    expect(days).toContain(policy?.applyBy?.day);
    expect((await personAt(bot.web).get(calendarPath('没有这一条#1'))).status).toBe(404);
  });

  test('shows a month with links to its days, and what may concern the visitor', async () => {
    const person = personAt(bot.web);
    await person.say('我们是网吧');
    const $ = await person.page('/deadlines?month=2022-07');
    expect($('.month caption').text()).toBe('2022年7月');
    expect($('.month a').attr('href')).toBe('#day-2022-07-30');
    expect($('[id="day-2022-07-30"]').length).toBe(1);
    const mine = await person.page('/deadlines?mine=1');
    expect(mine('.deadline').length).toBeLessThan($('.deadline').length);
  });

  test('keeps its names from day to day', async () => {
    const later = await startWebBot({ clock: { now: () => Date.parse('2022-06-25T10:00:00+08:00') } });
    const [now, then] = await Promise.all(
      [bot, later].map(async ({ web }) => eventsIn(await (await personAt(web).get('/deadlines.ics')).text())),
    );
    await later.stop();
    expect(now?.map(({ uid }) => uid)).toEqual(then?.map(({ uid }) => uid));
  });

  test('of one contact has their reminders, behind a link that cannot be guessed', async () => {
    const person = personAt(bot.web);
    await person.say('端午没停工有没有补贴');
    await person.say('提醒我');
    const $ = await person.page('/deadlines');
    const path = $('a[href^="/my/"]').attr('href') ?? '';
    expect(path).toMatch(/^\/my\/[\w-]{32}\.ics$/u);
    // A calendar asks without any cookie.
    const response = await personAt(bot.web).get(path);
    const feed = await response.text();
    checkedLines(feed);
    expect(eventsIn(feed)).toMatchObject([
      { day: '2022-07-30', alarms: 3, summary: expect.stringContaining('申报截至') },
    ]);
    const last = path.at(-5) === 'A' ? 'B' : 'A';
    expect((await personAt(bot.web).get(`${path.slice(0, -5)}${last}.ics`)).status).toBe(404);
    await person.say('取消提醒');
    expect(eventsIn(await (await personAt(bot.web).get(path)).text())).toEqual([]);
    expect((await person.page('/deadlines'))('a[href^="/my/"]').length).toBe(0);
  });
});

describe('政策体检', () => {
  test('asks, keeps what is answered for the chat too, and lists what fits', async () => {
    const person = personAt(bot.web);
    await person.say('制造业，端午没停工，用电涨了12%');
    const asked = await person.page('/check');
    expect(asked('fieldset, .question').length).toBeGreaterThan(0);
    await person.post('/check', { topic: 'x', skip: '', 'answer.dailyOnDutyHeadcount': '350人' });
    const checked = await person.page('/check');
    expect(checked('.profile').text()).toContain('350人');
    expect(checked('section:has(h2:contains("符合（")) .card').first().text()).toContain('5万元');
    await person.say('我的资料');
    expect(messagesIn((await person.page()).html()).at(-1)?.text).toContain('350人');
  });

  test('asks again what it could not read, and never again what was left empty', async () => {
    const person = personAt(bot.web);
    const first = await person.page('/check');
    const topic = first('input[name=topic]').attr('value') ?? '';
    const response = await person.post('/check', { topic, skip: '' });
    const next = await person.page(response.headers.get('location') ?? '');
    expect(next('input[name=topic]').attr('value')).not.toBe(topic);
    const unread = await person.post('/check', {
      topic: 'x',
      skip: '',
      'answer.dailyOnDutyHeadcount': '很多',
    });
    const $ = load(await unread.text());
    expect($('[aria-invalid]').attr('value')).toBe('很多');
    expect($('.trouble').text()).toContain('没看懂');
  });

  test('shows only what a place gives and what names a sum, and keeps that while answers are given', async () => {
    const person = personAt(bot.web);
    const sources = async (path: string) => {
      const $ = await person.page(path);
      return $('.rest .card .standing .muted')
        .toArray()
        .map((one) => $(one).text());
    };
    const all = await sources('/check');
    const place = '江西省';
    const some = await sources(`/check?place=${place}`);
    const numbers = knowledge.policies.filter((one) => one.place === place).map(({ number }) => number);
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    for (const source of some) expect(numbers).toContain(source.split(' ')[0]);
    const stated = await sources(`/check?place=${place}&stated=1`);
    expect(stated.length).toBeLessThan(some.length);
    const $ = await person.page(`/check?place=${place}&stated=1`);
    const response = await person.post($('form.questions').attr('action') ?? '', { topic: 'x', skip: '' });
    const kept = new URL(response.headers.get('location') ?? '', 'http://huiqi.test').searchParams;
    expect([kept.get('place'), kept.get('stated'), kept.get('skip')]).toEqual([place, '1', 'x']);
  });
});
