/** What belongs to one visitor: the history, a new conversation, a result sheet to hand on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personAt, startWebBot, type WebBot } from './world.ts';

let bot: WebBot;
beforeAll(async () => {
  bot = await startWebBot();
});
afterAll(() => bot.stop());

type Person = ReturnType<typeof personAt>;
const textOf = async (person: Person, path: string): Promise<string> => (await person.get(path)).text();

describe('the history', () => {
  test('has everything said and shown, is searched, and marks what was found', async () => {
    const person = personAt(bot.web);
    await person.say('房租能减吗');
    await person.say('我们350人在岗');
    const all = await textOf(person, '/history');
    expect(all).toContain('房租能减吗');
    expect(all).toContain('我们350人在岗');
    const found = await textOf(person, `/history?q=${encodeURIComponent('350人')}`);
    expect(found).toContain('<mark>350人</mark>');
    expect(found).not.toContain('房租能减吗');
    expect(await textOf(person, `/history?q=${encodeURIComponent('<script>')}`)).not.toContain('<script>');
  });

  test('is nobody else’s', async () => {
    const person = personAt(bot.web);
    await person.say('我们350人在岗');
    expect(await textOf(personAt(bot.web), '/history')).not.toContain('350人');
  });
});

test('a new conversation begins on an empty page; what was said stays in the history and what was told is known', async () => {
  const person = personAt(bot.web);
  await person.say('我们350人在岗');
  await person.post('/say', { event: 'event-fresh', quick: '重来', fresh: '1' });
  const $ = await person.page();
  const shown = $('#log').text();
  expect(shown).not.toContain('我们350人在岗');
  expect(shown).toContain('重来');
  expect($('#aside').text()).toContain('350人');
  expect(await textOf(person, '/history')).toContain('我们350人在岗');
});

describe('a result sheet', () => {
  const addressOf = async (person: Person): Promise<string> =>
    (await person.post('/sheet', {})).headers.get('location') ?? '';

  test('is seen by whoever has its address, and shows nothing of the conversation', async () => {
    const person = personAt(bot.web);
    await person.say('制造业，端午没停产，每天350人在岗，用电涨了12%，别告诉别人我姓王');
    const address = await addressOf(person);
    expect(address).toMatch(/^\/r\/[\w-]{32}$/u);
    const other = await personAt(bot.web).get(address);
    const seen = await other.text();
    expect(other.headers.get('cache-control')).toBe('no-store');
    expect(other.headers.get('x-robots-tag')).toContain('noindex');
    expect(seen).toContain('5万元');
    expect(seen).toContain('350人');
    expect(seen).not.toContain('姓王');
    expect(seen).not.toMatch(/<form[^>]*action="\/(?!size)/u);
  });

  test('a new one ends the old one, and a guessed one is nobody’s', async () => {
    const person = personAt(bot.web);
    await person.say('我们350人在岗');
    const first = await addressOf(person);
    await addressOf(person);
    expect((await personAt(bot.web).get(first)).status).toBe(404);
    expect((await personAt(bot.web).get(`/r/${'a'.repeat(32)}`)).status).toBe(404);
  });

  test('ends when the contact is forgotten', async () => {
    const person = personAt(bot.web);
    await person.say('我们350人在岗');
    const address = await addressOf(person);
    await person.say('忘记我');
    await person.say('确认');
    const { status } = await personAt(bot.web).get(address);
    const after = await textOf(personAt(bot.web), address);
    expect(status === 404 || !after.includes('350人')).toBe(true);
  });
});
