import { PassThrough, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Channel } from '../../../bots/channel.ts';
import { type ConsoleOptions, consoleChannel } from '../../../bots/console/index.ts';
import { coloured } from '../../../bots/console/render.ts';
import { createGateway } from '../../../bots/gateway/index.ts';
import type { Card } from '../../../src/contract/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { type ContractWorld, describeChannel } from '../../support/channel-contract.ts';
import { type Answer, stubApp } from '../../support/stub-app.ts';

async function openConsole(): Promise<ContractWorld> {
  const input = new PassThrough();
  const output = new PassThrough();
  let printed = '';
  output.on('data', (chunk) => {
    printed += chunk;
  });
  const say = (text: string) => void input.write(`${text}\n`);
  return {
    channel: consoleChannel({ input, output }),
    say,
    seen: () => printed.split('\n\n').filter((answer) => answer !== ''),
    choose: (index) => say(String(index + 1)),
    close: async () => void input.end(),
  };
}

describeChannel('console', openConsole);

/** As `huiqi chat` does it: a line is answered before the next is read. */
const inTurn = (channel: Channel, idle: () => Promise<void>): Channel => ({
  ...channel,
  start: (receive) =>
    channel.start(async (message) => {
      const received = await receive(message);
      await idle();
      return received;
    }),
});

async function chat(
  lines: string,
  answer: (text: string) => Answer,
  options: Partial<ConsoleOptions> = {},
): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  const printed: Buffer[] = [];
  output.on('data', (chunk) => printed.push(chunk));
  const store = await openStore({ memory: true });
  const channel = consoleChannel({ input, output, ...options });
  const app = stubApp(store, (message) => answer(message.text));
  const gateway = createGateway({ store, app, channels: [channel] });
  await gateway.start();
  input.end(lines);
  await channel.ended;
  await gateway.idle();
  await gateway.stop();
  await store.close();
  return Buffer.concat(printed).toString();
}

describe('on a pipe', () => {
  test('once nobody reads any more, the reply is noted as not delivered, and the rest of the input is left', async () => {
    const input = new PassThrough();
    const output = new Writable({ write: (_chunk, _encoding, written) => written(new Error('write EPIPE')) });
    const store = await openStore({ memory: true });
    const channel = consoleChannel({ input, output });
    const asked: string[] = [];
    const app = stubApp(store, ({ text }) => {
      asked.push(text);
      return text;
    });
    const gateway = createGateway({ store, app, channels: [inTurn(channel, () => gateway.idle())] });
    await gateway.start();
    input.end('一\n二\n三\n');
    await channel.ended;
    await gateway.idle();
    await gateway.stop();
    const counts = await store.transaction(({ outbox }) => outbox.counts());
    await store.close();
    expect(asked).toEqual(['一']);
    expect(counts).toMatchObject({ failed: 1 });
  });

  test('a message a line, an answer after the other, then the end', async () => {
    expect(await chat('一\n\n二\n三', (text) => `答${text}`)).toBe('答一\n\n答二\n\n答三\n\n');
  });

  test('500 lines are answered in order: the owner of the machine has no rate limit', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => `问${i}`);
    const printed = await chat(lines.join('\n'), (text) => text, { json: true });
    const texts = printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).text);
    expect(texts).toEqual(lines);
  });

  test('JSON a line bears options, details and the link', async () => {
    const details = {
      about: 'slug#1',
      asks: ['exports'],
      verdict: 'unknown',
      amountYuan: null,
      card: null,
      effects: [{ kind: 'reminder-list' }],
    } as const;
    const reply = {
      text: '第一行\n第二行',
      choices: [{ id: 'a', label: '甲' }],
      link: 'http://127.0.0.1:3000/p/slug#1',
      details: { ...details, asks: [...details.asks], effects: [...details.effects] },
    };
    const printed = await chat('问', () => reply, { json: true });
    expect(JSON.parse(printed)).toEqual({
      text: '第一行\n第二行',
      options: [{ id: 'a', label: '甲' }],
      ...details,
      link: 'http://127.0.0.1:3000/p/slug#1',
    });
  });
});

test('at a prompt an answer stands above what is being typed, and Ctrl-D ends it', async () => {
  const printed = await chat('你好\n\u0004', (text) => `收到：${text}`, { interactive: true });
  expect(printed).toContain('› ');
  expect(printed).toContain('收到：你好\n');
});

test('a verdict has its colour where the terminal has colours', () => {
  const card = { verdict: 'eligible', covers: ['符合，可得5万元。'] } as unknown as Card;
  const details = { about: null, asks: null, verdict: null, amountYuan: null, effects: [], card };
  const text = '符合，可得5万元。\n来源：甲';
  expect(coloured({ text, choices: [], details })).toBe('\u001b[1;32m符合，可得5万元。\u001b[0m\n来源：甲\n');
  expect(coloured({ text, choices: [] })).toBe(`${text}\n`);
});

test('what is to stand above the prompt is printed before it', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  let printed = '';
  output.on('data', (chunk) => {
    printed += chunk;
  });
  const greeted = Promise.withResolvers<void>();
  const channel = consoleChannel({ input, output, interactive: true, after: greeted.promise });
  await channel.start(async () => 'stored');
  await new Promise(setImmediate);
  output.write('网页\n');
  greeted.resolve();
  input.end('\u0004');
  await channel.ended;
  expect(printed.indexOf('网页')).toBeGreaterThanOrEqual(0);
  expect(printed.indexOf('›')).toBeGreaterThan(printed.indexOf('网页'));
});
