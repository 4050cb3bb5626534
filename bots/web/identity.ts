/** The office that offers the bot: name, emblem, colour, telephone, what it says below every page. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UserError } from '../../src/contract/index.ts';
import type { SettingsNow } from '../../src/service/index.ts';
import { webWords as words } from '../../src/words/index.ts';
import { themeOf } from './theme.ts';

export interface Identity {
  name: string;
  /** True: an office has given its own name. */
  isNamed: boolean;
  emblem: { type: string; body: Uint8Array<ArrayBuffer>; version: string } | null;
  phone: string | null;
  footer: string | null;
  disclaimer: string;
  /** What the first page says to whoever comes. */
  welcome: string;
  /** What the office itself says of the data that it keeps. */
  privacy: string | null;
  /** Days after which it lets go who has not written, and closed tickets; 0: never. */
  kept: { idleDays: number; ticketDays: number; questionDays: number; isShared?: boolean };
  /** The style sheet of its colour and the colour for the browser's own frame. */
  theme: { css: string; version: string; color: string } | null;
}

export type IdentitySettings = Partial<
  Pick<
    SettingsNow,
    | 'OFFICE_NAME'
    | 'OFFICE_EMBLEM'
    | 'OFFICE_COLOR'
    | 'OFFICE_PHONE'
    | 'OFFICE_FOOTER'
    | 'OFFICE_DISCLAIMER'
    | 'OFFICE_WELCOME'
    | 'OFFICE_PRIVACY'
    | 'KEEP_IDLE_DAYS'
    | 'KEEP_TICKETS_DAYS'
    | 'KEEP_QUESTIONS_DAYS'
    | 'SHARED_PROFILES'
    | 'emblem'
  >
>;

const versionOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 10);

/** Throws UserError when the emblem cannot be read. */
export function identityOf(settings: IdentitySettings): Identity {
  const color = settings.OFFICE_COLOR;
  return {
    name: settings.OFFICE_NAME ?? words.name,
    isNamed: settings.OFFICE_NAME !== undefined,
    emblem: settings.emblem ?? (settings.OFFICE_EMBLEM ? readEmblem(settings.OFFICE_EMBLEM) : null),
    phone: settings.OFFICE_PHONE ?? null,
    footer: settings.OFFICE_FOOTER ?? null,
    disclaimer: settings.OFFICE_DISCLAIMER ?? words.disclaimer,
    welcome: settings.OFFICE_WELCOME ?? words.welcome,
    privacy: settings.OFFICE_PRIVACY ?? null,
    kept: {
      idleDays: settings.KEEP_IDLE_DAYS ?? 0,
      ticketDays: settings.KEEP_TICKETS_DAYS ?? 0,
      questionDays: settings.KEEP_QUESTIONS_DAYS ?? 0,
      isShared: settings.SHARED_PROFILES === 'on',
    },
    theme: color === undefined ? null : sheetOf(color),
  };
}

function sheetOf(color: string): NonNullable<Identity['theme']> {
  const css = themeOf(color);
  return { css, version: versionOf(css), color };
}

function readEmblem(path: string): NonNullable<Identity['emblem']> {
  try {
    const body = new Uint8Array(readFileSync(path));
    const type = /\.svg$/iu.test(path) ? 'image/svg+xml' : 'image/png';
    return { type, body, version: versionOf(body) };
  } catch {
    throw new UserError(`徽标文件 ${path} 读不出来。请检查 OFFICE_EMBLEM 的路径和权限。`);
  }
}
