/** Officers who sign in where the office already knows them: a real issuer, 企业微信, and what is refused. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { addOfficer, auditTrail, setAccount } from '../../src/service/index.ts';
import { startHostileIssuer } from '../support/hostile-issuer.ts';
import { CLIENT, type Issuer, signInThere, startIssuer } from '../support/issuer.ts';
import { type Office, type Officer, ORIGIN, officerAt, openOffice } from './world.ts';

const BACK = `${ORIGIN}/office/sign-in/oidc/back`;
const HERE = { name: '测试' };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function officeWith(environment: Record<string, string>): Promise<Office> {
  const office = await openOffice({ PUBLIC_URL: ORIGIN, ...environment });
  closing.push(() => office.stop());
  return office;
}
const settingsOf = ({ url }: { url: string }, more: Record<string, string> = {}) => ({
  OIDC_ISSUER: url,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
  ...more,
});
async function withIssuer(more: Record<string, string> = {}): Promise<{ office: Office; issuer: Issuer }> {
  const issuer = await startIssuer(BACK);
  closing.push(() => issuer.close());
  return { office: await officeWith(settingsOf(issuer, more)), issuer };
}
async function addWith(office: Office, way: string, account: string): Promise<void> {
  await addOfficer(office.store, { name: '王芳', role: '审核' }, HERE);
  await setAccount(office.store, { name: '王芳', way, account }, HERE);
}

/** To the issuer and back: where the browser stands then. */
async function there(someone: Officer, to = '/office/documents'): Promise<URL> {
  const begun = await someone.get(`/office/sign-in/oidc?to=${encodeURIComponent(to)}`);
  expect(begun.status).toBe(303);
  return signInThere(begun.headers.get('location') ?? '');
}
const back = (someone: Officer, { pathname, search }: URL): Promise<Response> =>
  someone.get(pathname + search);

test('an officer whom the issuer knows comes in, and the audit says which way; the page that was wanted is shown', async () => {
  const { office } = await withIssuer();
  await addWith(office, 'oidc', 'wangfang');
  const someone = officerAt(office.hono);
  const $ = await someone.page('/office/sign-in?to=/office/documents');
  expect($('a.button').text()).toContain('用统一身份认证登录');
  const came = await back(someone, await there(someone));
  expect([came.status, came.headers.get('location')]).toEqual([303, '/office/documents']);
  expect((await someone.page('/office/account'))('main').text()).toContain('王芳');
  const [row] = await auditTrail(office.store, { limit: 1 });
  expect([row?.action, row?.by, row?.after]).toEqual(['session.open', '王芳', 'oidc:wangfang']);
  expect(office.errors).toEqual([]);
});

test('nobody comes in whom the office has not added, nor whom it has taken off; each try is in the audit', async () => {
  const { office, issuer } = await withIssuer();
  await addWith(office, 'oidc', 'wangfang');
  issuer.person.sub = 'stranger';
  const someone = officerAt(office.hono);
  const came = await back(someone, await there(someone));
  expect([came.status, await came.text()]).toEqual([401, expect.stringContaining('还没有对应的工作人员')]);
  expect((await someone.get('/office/account')).status).toBe(303);
  const [row] = await auditTrail(office.store, { limit: 1 });
  expect([row?.action, row?.subject]).toEqual(['session.stranger', 'oidc:stranger']);
});

test.each([
  [true, 303],
  [false, 401],
])('an address by mail counts only where the issuer has checked it (%s)', async (verified, status) => {
  const { office, issuer } = await withIssuer({ OIDC_CLAIM: 'email' });
  await addWith(office, 'oidc', 'wang@example.cn');
  issuer.person.email_verified = verified;
  const someone = officerAt(office.hono);
  expect((await back(someone, await there(someone))).status).toBe(status);
});

test('what comes back is good in the browser that went, once, with the state that it took along', async () => {
  const { office } = await withIssuer();
  await addWith(office, 'oidc', 'wangfang');
  const [wang, other] = [officerAt(office.hono), officerAt(office.hono)];
  const came = await there(wang);
  // Another browser, without a journey and with one of its own.
  expect((await back(other, came)).status).toBe(401);
  await there(other);
  expect((await back(other, came)).status).toBe(401);
  const changed = new URL(came);
  changed.searchParams.set('state', 'x');
  expect((await back(wang, changed)).status).toBe(401);
  // That try has used the journey up.
  expect((await back(wang, came)).status).toBe(401);
  const again = await there(wang);
  expect((await back(wang, again)).status).toBe(303);
  expect((await back(officerAt(office.hono, wang.cookie()), again)).status).toBe(401);
});

test.each([
  ['as it has to be', {}, 303],
  ['signed with a key that nobody published', { signature: 'other' }, 401],
  ['without a signature', { signature: 'none' }, 401],
  ['signed with the client’s secret', { signature: 'secret' }, 401],
  ['for another application', { claims: { aud: 'another' } }, 401],
  ['of another issuer', { claims: { iss: 'https://evil.example' } }, 401],
  ['of another journey', { claims: { nonce: 'another' } }, 401],
  ['that is over', { claims: { exp: 1_000_000_000 } }, 401],
  ['without a person', { claims: { sub: undefined } }, 401],
] as const)('an ID token %s', async (_, forgery, status) => {
  const issuer = await startHostileIssuer(CLIENT);
  closing.push(() => issuer.close());
  const office = await officeWith(settingsOf(issuer));
  await addWith(office, 'oidc', 'wangfang');
  const someone = officerAt(office.hono);
  const begun = new URL((await someone.get('/office/sign-in/oidc')).headers.get('location') ?? '');
  expect(begun.searchParams.get('code_challenge_method')).toBe('S256');
  issuer.nonce = begun.searchParams.get('nonce') ?? '';
  issuer.forgery = forgery;
  const state = begun.searchParams.get('state') ?? '';
  const came = await someone.get(`/office/sign-in/oidc/back?${new URLSearchParams({ code: 'c', state })}`);
  expect(came.status).toBe(status);
});

test('an issuer that is away is said in one sentence, and the password still works', async () => {
  const office = await officeWith(settingsOf({ url: 'http://127.0.0.1:9' }));
  const someone = officerAt(office.hono);
  const begun = await someone.get('/office/sign-in/oidc');
  expect([begun.status, await begun.text()]).toEqual([401, expect.stringContaining('登录没有成功')]);
  expect(office.errors).toHaveLength(1);
  expect((await (await office.signedIn('李明', '查看')).get('/office/account')).status).toBe(200);
});

/** 企业微信 on loopback: one member, one code. */
async function startWecom(): Promise<string> {
  const answers: Record<string, (query: URLSearchParams) => object> = {
    '/cgi-bin/gettoken': (query) =>
      query.get('corpid') === 'wwcorp' && query.get('corpsecret') === 'corpsecret'
        ? { errcode: 0, access_token: 't' }
        : { errcode: 40013, errmsg: 'invalid corpid' },
    '/cgi-bin/auth/getuserinfo': (query) =>
      query.get('access_token') !== 't'
        ? { errcode: 40014 }
        : query.get('code') === 'member'
          ? { errcode: 0, userid: 'WangFang' }
          : query.get('code') === 'guest'
            ? { errcode: 0, openid: 'o' }
            : { errcode: 40029, errmsg: 'invalid code' },
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stub');
    response.end(JSON.stringify(answers[pathname]?.(searchParams) ?? { errcode: 404 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each([
  ['member', 303],
  ['guest', 401],
  ['wrong', 401],
  ['', 401],
])('with 企业微信, a code of “%s”', async (code, status) => {
  const office = await officeWith({
    WECOM_CORP_ID: 'wwcorp',
    WECOM_AGENT_ID: '1000002',
    WECOM_AGENT_SECRET: 'corpsecret',
    WECOM_API_ROOT: await startWecom(),
  });
  await addWith(office, 'wecom', 'wangfang');
  const someone = officerAt(office.hono);
  const begun = new URL((await someone.get('/office/sign-in/wecom')).headers.get('location') ?? '');
  expect(Object.fromEntries(begun.searchParams)).toMatchObject({
    login_type: 'CorpApp',
    appid: 'wwcorp',
    agentid: '1000002',
    redirect_uri: `${ORIGIN}/office/sign-in/wecom/back`,
  });
  const state = begun.searchParams.get('state') ?? '';
  const wrong = await officerAt(office.hono).get(`/office/sign-in/wecom/back?code=member&state=${state}`);
  expect(wrong.status).toBe(401);
  const came = await someone.get(`/office/sign-in/wecom/back?${new URLSearchParams({ code, state })}`);
  expect(came.status).toBe(status);
  const [row] = await auditTrail(office.store, { limit: 1 });
  if (status === 303) expect([row?.action, row?.after]).toEqual(['session.open', 'wecom:WangFang']);
});

test('whose account it is stands in the list, belongs to one officer only, and is changed with a row in the audit', async () => {
  const { office } = await withIssuer();
  const manager = await office.signedIn('赵敏', '管理');
  await addOfficer(office.store, { name: '王芳', role: '审核' }, HERE);
  const account = { way: 'oidc', account: 'wang@example.cn' };
  await manager.post('/office/officers/account', { name: '王芳', ...account });
  const taken = await manager.post('/office/officers/account', { name: '赵敏', ...account });
  expect([taken.status, await taken.text()]).toEqual([422, expect.stringContaining('已经是王芳的')]);
  const $ = await manager.page('/office/officers');
  expect($('input[name=account][value="wang@example.cn"]').length).toBe(1);
  await manager.post('/office/officers/account', { name: '王芳', way: 'oidc', account: '' });
  const rows = (await auditTrail(office.store, { limit: 2 })).map(({ before, after }) => [before, after]);
  expect(rows).toEqual([
    ['oidc:wang@example.cn', null],
    [null, 'oidc:wang@example.cn'],
  ]);
});

test('a way that the settings do not open leads nowhere', async () => {
  const office = await officeWith({});
  const someone = officerAt(office.hono);
  for (const path of ['oidc', 'wecom', 'oidc/back', 'other'])
    expect((await someone.get(`/office/sign-in/${path}`)).status).toBe(401);
});
