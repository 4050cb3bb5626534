import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesIn, personAt, startWebBot, type WebBot } from './world.ts';

let bot: WebBot;
beforeAll(async () => {
  bot = await startWebBot();
});
afterAll(() => bot.stop());

const kept = async (person: ReturnType<typeof personAt>) => {
  const $ = await person.page();
  return $('#aside .fact > summary')
    .toArray()
    .map((line) => $(line).text().trim());
};

describe('what is kept of the enterprise', () => {
  test('is put right and deleted beside the chat, one by one', async () => {
    const person = personAt(bot.web);
    await person.say('我们350人在岗，用电涨了12%');
    expect(await kept(person)).toEqual(['工业用电量同比增长 12%', '每天实际在岗人数 350人']);
    await person.post('/profile', { 'answer.dailyOnDutyHeadcount': '302人' });
    expect(await kept(person)).toContain('每天实际在岗人数 302人');
    await person.post('/profile', { remove: 'dailyOnDutyHeadcount' });
    expect(await kept(person)).toEqual(['工业用电量同比增长 12%']);
    // What cannot be read changes nothing; what is no fact is nobody's.
    await person.post('/profile', { 'answer.industrialElectricityGrowth': '很多', 'answer.nothing': '1' });
    await person.post('/profile', { remove: 'nothing' });
    expect(await kept(person)).toEqual(['工业用电量同比增长 12%']);
  });
});

describe('what was asked is answered by a form', () => {
  test('as one message, whose figures are read and whose choices need not be', async () => {
    const person = personAt(bot.web);
    await person.say('端午没停工有没有补贴');
    const $ = await person.page();
    expect($('.asked fieldset, .asked .question').length).toBe(3);
    await person.post('/say', {
      event: 'a-second-event',
      'answer.manufacturing': 'true',
      'answer.industrialElectricityGrowth': '12%',
      'answer.dailyOnDutyHeadcount': '350人',
    });
    const [said, told] = messagesIn((await person.page()).html()).slice(-2);
    expect(said?.text).toBe('制造业，工业用电量同比增长12%，每天实际在岗人数350人');
    expect(told?.amount).toBe('5万元');
  });

  test('with 不清楚 as an answer, and what could not be read said as it was written', async () => {
    const person = personAt(bot.web);
    await person.say('端午没停工有没有补贴');
    await person.post('/say', {
      event: 'a-second-event',
      'answer.manufacturing': '?',
      'answer.dailyOnDutyHeadcount': '三百来号',
    });
    const said = messagesIn((await person.page()).html()).at(-2);
    expect(said?.text).toContain('制造业：不清楚');
    expect(said?.text).toContain('每天实际在岗人数');
  });
});

test('the first page leads to nothing that has expired', async () => {
  const later = await startWebBot({ clock: { now: () => Date.parse('2026-11-20T10:00:00+08:00') } });
  const $ = await personAt(later.web).page();
  await later.stop();
  expect($('.roles button').length).toBe(6);
  expect($('.welcome').text()).not.toContain('已过期');
  for (const button of $('.starters button').toArray()) {
    const fresh = await startWebBot({ clock: { now: () => Date.parse('2026-11-20T10:00:00+08:00') } });
    const person = personAt(fresh.web);
    await person.say($(button).attr('value') ?? '');
    expect(messagesIn((await person.page()).html()).at(-1)?.text).not.toMatch(/^已过期/u);
    await fresh.stop();
  }
});
