/** The console of a whole running bot, in a real browser, and officers in front of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type RunningBot, startBot } from '../../cli/running-bot.ts';
import {
  addOfficer,
  parseSettings,
  type Role,
  type Store,
  setPassword,
  withState,
} from '../../src/service/index.ts';
import { PASSWORD, TODAY } from './world.ts';

/** A machine that is busy takes its time. */
export const PATIENCE_MS = 90_000;

export interface Console {
  bot: RunningBot;
  /** The address of a path. */
  at(path: string): string;
  /** Another name of the same machine: a browser keeps other cookies for it, so that two officers can be signed in at once. */
  besides(path: string): string;
  withStore<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** The way of the link that a new officer gets. */
  linkOf(name: string, role: Role): Promise<string>;
  /** An officer who has set a password. */
  officer(name: string, role: Role): Promise<void>;
  stop(): Promise<void>;
}

export async function openConsole(environment: NodeJS.ProcessEnv = {}): Promise<Console> {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-office-'));
  const settings = parseSettings({
    HUIQI_DATA_DIR: folder,
    HUIQI_TODAY: TODAY,
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const bot = await startBot({ settings, environment: {} });
  const withStore: Console['withStore'] = (work) => withState(settings, 'beside', work);
  const tokenOf = async (name: string, role: Role) =>
    (await withStore((store) => addOfficer(store, { name, role }, { name: '测试' }))).token;
  return {
    bot,
    at: (path) => `${bot.address}${path}`,
    besides: (path) => `${bot.address.replace('127.0.0.1', 'localhost')}${path}`,
    withStore,
    linkOf: async (name, role) => `/office/link/${await tokenOf(name, role)}`,
    async officer(name, role) {
      const token = await tokenOf(name, role);
      await withStore((store) => setPassword(store, { token, password: PASSWORD }));
    },
    async stop() {
      await bot.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `at`: how the officer's browser calls the machine. */
export async function signIn(page: Page, name: string, at: Console['at']): Promise<void> {
  await page.goto(at('/office/sign-in'));
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: `${name} · ` }).waitFor();
}

/** Says something on the page of the chat that is open, and waits for what is answered to it. */
export async function ask(chat: Page, text: string): Promise<string> {
  const answers = chat.locator('.message.bot .bubble');
  const before = await answers.count();
  await chat.getByLabel('请输入您的问题或企业情况').fill(text);
  await chat.keyboard.press('Enter');
  await answers.nth(before).waitFor();
  return answers.nth(before).innerText();
}

/** A person marks these words in the source with the mouse. */
export const mark = (page: Page, words: string): Promise<boolean> =>
  page.evaluate(`(() => {
    const wanted = ${JSON.stringify(words)};
    const source = document.querySelector('.source pre');
    const walker = document.createTreeWalker(source, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.textContent.indexOf(wanted);
      if (from < 0) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + wanted.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      source.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
      return true;
    }
    return false;
  })()`);
