/** Officers are told by mail: everybody of the settings once, nobody kept waiting by a wrong address, and no password over an open line. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  announcer,
  createMailSender,
  mailFault,
  parseSettings,
  type Store,
} from '../../../src/service/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { type SmtpStub, startSmtpStub } from '../../support/smtp-stub.ts';

let store: Store;
let server: SmtpStub;
beforeEach(async () => {
  store = await openStore({ memory: true });
  server = await startSmtpStub();
});
afterEach(async () => {
  await server.close();
  await store.close();
});

const silent = { warn() {}, error() {} };
const settings = (more: Record<string, string> = {}) =>
  parseSettings({
    SMTP_URL: server.url,
    SMTP_FROM: 'huiqi@example.cn',
    OFFICER_MAIL: 'wang@example.cn，li@example.cn',
    PUBLIC_URL: 'https://huiqi.example.cn/',
    ...more,
  });
const opened = (more: Record<string, string> = {}) => {
  const data = { ticket: 'T0001', question: '电话13812345678，材料交到哪里', about: null, channel: 'web' };
  return store.transaction((records) =>
    announcer(settings(more))(
      records,
      { type: 'ticket.opened', data: { ...data, department: '县工信局' } },
      store.now(),
    ),
  );
};
const send = (more: Record<string, string> = {}) =>
  createMailSender({ store, settings: settings(more), log: silent, retryMs: [0] }).tick();

/** Of a mail in quoted-printable or base64, its subject and text. */
function read(data: string): { subject: string; text: string; headers: string } {
  const [headers = '', body = ''] = data.split(/\n\n/u);
  const bytes = /transfer-encoding: base64/iu.test(headers)
    ? Buffer.from(body, 'base64')
    : Buffer.from(
        body
          .replaceAll(/=\n/gu, '')
          .replaceAll(/=([\dA-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      );
  const subject = [...headers.matchAll(/=\?UTF-8\?(?<kind>[BQ])\?(?<text>[^?]*)\?=/giu)]
    .map(({ groups }) =>
      groups?.kind === 'B'
        ? Buffer.from(groups.text ?? '', 'base64').toString()
        : decodeURIComponent((groups?.text ?? '').replaceAll('_', ' ').replaceAll('=', '%')),
    )
    .join('');
  return { subject, text: bytes.toString('utf8'), headers };
}

test('a new ticket goes to everybody of the settings, once, without the telephone of who asked', async () => {
  await opened();
  await opened();
  await send();
  expect(server.mails.map(({ from, to }) => [from, to]).sort()).toEqual([
    ['huiqi@example.cn', 'li@example.cn'],
    ['huiqi@example.cn', 'wang@example.cn'],
  ]);
  const { subject, text, headers } = read(server.mails[0]!.data);
  expect(subject).toBe('惠企：新诉求 T0001：电话（号码见工作台），材料交到哪里');
  expect(text).toContain('https://huiqi.example.cn/office/tickets/T0001');
  expect(server.mails[0]!.data).not.toContain('13812345678');
  expect(headers).toMatch(/auto-submitted: auto-generated/iu);
});

test('an address that is refused for good keeps nobody else waiting; one that is busy is tried again', async () => {
  server.refusals.set('wang@example.cn', ['550 no such user']);
  server.refusals.set('li@example.cn', ['451 later']);
  await opened();
  await send();
  expect(server.mails.map(({ to }) => to)).toEqual(['li@example.cn']);
  expect(await store.transaction(({ outbox }) => outbox.counts())).toEqual({ sent: 1, failed: 1 });
});

test('a password is not sent where the line is not encrypted, unless the settings say so', async () => {
  const open = { SMTP_URL: server.url.replace('?ignoreTLS=true', '') };
  expect(await mailFault(settings(open))).not.toBeNull();
  await opened(open);
  await send(open);
  expect(server.mails).toEqual([]);
  expect(await mailFault(settings())).toBeNull();
});

test('a wrong password is said', async () => {
  expect(await mailFault(settings({ SMTP_URL: server.url.replace('secret', 'wrong') }))).toBe('smtp 535');
});

test.each([
  [{ OFFICER_MAIL: 'wang@example.cn' }, /就要设置 SMTP_URL/u],
  [{ OFFICER_MAIL: 'wang', SMTP_URL: 'smtp://127.0.0.1' }, /OFFICER_MAIL\.0 不对：要是邮箱地址/u],
  [{ SMTP_URL: 'http://127.0.0.1' }, /SMTP_URL 不对/u],
  [{ SMTP_URL: 'smtp://bot:secret@127.0.0.1' }, /请设置 SMTP_FROM/u],
])('settings that cannot work stop the start with one sentence: %j', (environment, sentence) => {
  expect(() => parseSettings(environment)).toThrow(sentence);
});
