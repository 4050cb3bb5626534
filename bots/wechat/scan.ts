/** What is said about signing in by QR code, a line for each change. */

import { renderUnicodeCompact } from 'uqr';

/** wechaty's ScanStatus. */
const STATUS = { cancelled: 1, waiting: 2, scanned: 3, confirmed: 4, expired: 5 } as const;

const LINES = new Map<number, string>([
  [STATUS.cancelled, '手机上取消了登录，请重新扫码。'],
  [STATUS.scanned, '已扫码，请在手机上点“登录”。'],
  [STATUS.confirmed, '手机已确认，正在登录微信。'],
]);

/** The code as a person with a telephone needs it: drawn in characters, two rows of squares a line. */
export const drawn = (code: string): string => renderUnicodeCompact(code, { border: 2 });

export const asksForScan = (status: number): boolean =>
  status === STATUS.waiting || status === STATUS.expired;

export interface ScanLines {
  /** The line for a 'scan' event, or null when nothing has changed for the person who scans. */
  read(code: string, status: number): string | null;
  /** A QR code has been shown since the last login. */
  shown(): boolean;
  signedIn(): void;
}

/** `addressOf`: the page that draws a QR code. */
export function createScanLines(addressOf: (code: string) => string): ScanLines {
  let last = '';
  return {
    read(code, status) {
      const asks = asksForScan(status);
      const key = asks ? code : `status ${status}`;
      if (key === last || key === '') return null;
      const renewed = last !== '' && asks;
      last = key;
      if (!asks) return LINES.get(status) ?? null;
      const before = renewed || status === STATUS.expired ? '上一个二维码已过期。' : '';
      return `${before}请在浏览器里打开这个网址，用作机器人的微信号扫一扫里面的二维码，再在手机上点“登录”：${addressOf(code)}`;
    },
    shown: () => last !== '',
    signedIn() {
      last = '';
    },
  };
}
