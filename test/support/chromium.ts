/** Debian's chromium for browser tests and screenshots: found, opened with a profile of its own, closed with all it started. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const PROGRAM = '/usr/bin/chromium';

/** Null when chromium is installed; otherwise why browser tests are left out. */
export const whyNoBrowser: string | null = existsSync(PROGRAM)
  ? null
  : `${PROGRAM} is not installed: browser tests are skipped (apt-get install chromium fonts-wqy-zenhei)`;

/** Without these it looks for hosts outside at every start. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface ChromiumOptions {
  width?: number;
  height?: number;
  dark?: boolean;
  scale?: number;
}

export interface OpenChromium {
  context: BrowserContext;
  close(): Promise<void>;
}

export async function openChromium(options: ChromiumOptions = {}): Promise<OpenChromium> {
  const { width = 390, height = 844, dark = false, scale = 1 } = options;
  const profile = mkdtempSync(join(tmpdir(), 'huiqi-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: PROGRAM,
    headless: true,
    args: QUIET,
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
