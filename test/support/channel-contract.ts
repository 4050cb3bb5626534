/** The one suite that every channel has to pass: what a contact sees, whatever the platform. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { Channel, Choice, InboundMessage } from '../../bots/channel.ts';
import { createGateway, type Gateway } from '../../bots/gateway/index.ts';
import type { Limits } from '../../bots/gateway/limits.ts';
import { openStore } from '../../src/store/index.ts';
import type { Store } from '../../src/store/store.ts';
import { channelWords as words } from '../../src/words/channels.ts';
import { type Answer, type StubApp, stubApp } from './stub-app.ts';

/** A channel on a platform of its own, and the person on the other side of it. */
export interface ContractWorld {
  channel: Channel;
  /** The person writes to the bot in private. */
  say(text: string): Promise<void> | void;
  /** All that the person has been shown in private, oldest first, as they see it (numbered lines included). */
  seen(): string[];
  /** The person chooses the nth option (from 0) of the last message shown: presses its button, or types its number. */
  choose(index: number): Promise<void> | void;
  /** Absent: the channel has no groups. */
  group?: {
    say(text: string, mention: boolean): Promise<void> | void;
    seen(): string[];
  };
  /** The platform delivers the last event once more. Absent: it cannot happen. */
  repeat?(): Promise<void> | void;
  /** The person sends a voice message. Absent: the channel has none. */
  sendVoice?(): Promise<void> | void;
  close(): Promise<void>;
}

export interface ContractOptions {
  /** How long things may take; wires that answer slowly need more. */
  patienceMs?: number;
}

const CHOICES: Choice[] = [
  { id: 'topic:first', label: '稳岗补贴' },
  { id: 'topic:second', label: '出口信用保险' },
];

export function describeChannel(
  name: string,
  open: () => Promise<ContractWorld>,
  { patienceMs = 5_000 }: ContractOptions = {},
): void {
  describe(`the channel contract: ${name}`, () => {
    const cleanups: (() => Promise<unknown>)[] = [];
    afterEach(async () => {
      for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
    });

    interface Bot extends ContractWorld {
      gateway: Gateway;
      app: StubApp;
      store: Store;
    }

    async function start(
      answer: (message: InboundMessage) => Answer | Answer[] | Promise<Answer | Answer[]>,
      limits: Partial<Limits> = {},
    ): Promise<Bot> {
      const world = await open();
      const store = await openStore({ memory: true });
      const app = stubApp(store, answer);
      const gateway = createGateway({ store, app, channels: [world.channel], limits });
      cleanups.push(
        () => world.close(),
        () => store.close(),
        () => gateway.stop(),
      );
      await gateway.start();
      return { ...world, gateway, app, store };
    }

    const sees = (shown: () => string[], expected: string[]) =>
      expect.poll(shown, { timeout: patienceMs, interval: 10 }).toEqual(expected);
    /** Long enough for a message that must not come. */
    const quiet = () => wait(150);

    test('a text is answered', async () => {
      const bot = await start((message) => `收到：${message.text}`);
      await bot.say('我们有350人在岗');
      await sees(bot.seen, ['收到：我们有350人在岗']);
      expect(bot.app.handled[0]).toMatchObject({ isGroup: false, addressedToBot: true });
    });

    test('a choice comes back, by button or by number', async () => {
      const bot = await start((message) => {
        const chosen = CHOICES.find(({ id }, i) => message.choice === id || message.text === String(i + 1));
        return chosen ? `选的是${chosen.label}` : { text: '选一个：', choices: CHOICES };
      });
      await bot.say('菜单');
      await expect.poll(() => bot.seen().length, { timeout: patienceMs }).toBe(1);
      if (!bot.channel.capabilities.buttons)
        expect(bot.seen()[0]).toBe('选一个：\n1. 稳岗补贴\n2. 出口信用保险');
      await bot.choose(1);
      await expect.poll(() => bot.seen().at(-1), { timeout: patienceMs }).toBe('选的是出口信用保险');
    });

    test('in a group it speaks only when addressed, and reads the text without its name', async (context) => {
      const bot = await start((message) => `收到：${message.text}`);
      if (!bot.group) return context.skip();
      await bot.group.say('大家好', false);
      await bot.group.say('稳岗补贴', true);
      await sees(bot.group.seen, ['收到：稳岗补贴']);
      expect(bot.app.handled).toHaveLength(1);
      expect(bot.app.handled[0]).toMatchObject({ isGroup: true, text: '稳岗补贴' });
    });

    test('a long answer arrives whole and in order', { timeout: 30_000 }, async () => {
      const lines = Array.from({ length: 120 }, (_, i) => `第${i + 1}条　${'按规定给予补贴。'.repeat(6)}`);
      const bot = await start(() => lines.join('\n'));
      await bot.say('全部');
      const whole = () => bot.seen().join('\n').replace(/\n+/gu, '\n');
      await expect.poll(whole, { timeout: patienceMs + 10_000, interval: 50 }).toBe(lines.join('\n'));
    });

    test('three quick messages are answered in order', { timeout: 20_000 }, async () => {
      const delays: Record<string, number> = { 一: 60, 二: 30, 三: 0 };
      const bot = await start(async (message) => {
        await wait(delays[message.text] ?? 0);
        return `答${message.text}`;
      });
      for (const text of ['一', '二', '三']) await bot.say(text);
      await expect
        .poll(bot.seen, { timeout: patienceMs + 5_000, interval: 20 })
        .toEqual(['答一', '答二', '答三']);
    });

    test('an event delivered again is answered once', async (context) => {
      const bot = await start((message) => `收到：${message.text}`);
      if (!bot.repeat) return context.skip();
      await bot.say('你好');
      await bot.repeat();
      await bot.repeat();
      await sees(bot.seen, ['收到：你好']);
      await bot.repeat();
      await quiet();
      expect(bot.seen()).toEqual(['收到：你好']);
      expect(bot.app.handled).toHaveLength(1);
    });

    test('an answer that throws ends in one apology, and the next message is answered', async () => {
      const bot = await start((message) => {
        if (message.text === '坏') throw new Error('broken');
        return `收到：${message.text}`;
      });
      await bot.say('坏');
      await bot.say('好');
      await sees(bot.seen, [words.failed, '收到：好']);
    });

    test('an answer over its time limit ends in one apology, and its late result is not shown', async () => {
      const bot = await start(
        async (message) => {
          if (message.text === '慢') await wait(300);
          return [`收到：${message.text}`, '还有一条'];
        },
        { answerMs: 100 },
      );
      await bot.say('慢');
      await sees(bot.seen, [words.tooSlow]);
      await wait(300);
      await quiet();
      expect(bot.seen()).toEqual([words.tooSlow]);
    });

    test('a voice message gets one sentence', async (context) => {
      const bot = await start(() => '不该走到这里');
      if (!bot.sendVoice) return context.skip();
      await bot.sendVoice();
      await sees(bot.seen, [words.media.voice]);
      expect(bot.app.handled).toHaveLength(0);
    });

    test('stopped while busy, it still sends the answer it was at, once', async () => {
      const bot = await start(async (message) => {
        await wait(200);
        return `收到：${message.text}`;
      });
      await bot.say('最后一问');
      await expect.poll(() => bot.app.handled.length, { timeout: patienceMs, interval: 5 }).toBe(1);
      await bot.gateway.stop();
      expect(bot.seen()).toEqual(['收到：最后一问']);
      const left = await bot.store.transaction((records) => records.inbound.unanswered());
      expect(left).toEqual([]);
    });
  });
}
